package kr.madang.approvals.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Letters as an office writes them and as nobody should, made from a seed (견본 공문). */
final class Papers {
    static final String OFFICIAL = """
        1. 관련: 홍보미디어과-1234(2026. 11. 2.)
        2. 위와 관련하여 청사 안내판을 다음과 같이 바꾸고자 하오니, 각 부서에서는 표기할 내용을 확인하여 기한까지 알려 주시기 바랍니다.
          가. 일시: 2026. 12. 1.(화) 09:00
          나. 장소: 본관 1층 로비와 별관 2층 민원실
            1) 본관: 종합안내판 2점
              가) 현관 정면
                (1) 앞면
                  (가) 글자 크기 120포인트
                    ① 국문
                      ㉮ 돋움체
        3. 소요 예산: 금113,560원(금일십일만삼천오백육십원)
        | 구분 | 수량 | 금액(원) |
        |---|---|---|
        | 종합안내판 | 2 | 80,000 |
        | 층별안내판 | 4 | 33,560 |

        붙임  1. 안내판 도면 1부.
              2. 배치도 1부.  끝.\
        """;

    private static final List<String> WORDS = List.of(
            "청사",
            "안내판을",
            "다음과",
            "같이",
            "바꾸고자",
            "하오니",
            "검토하여",
            "2026. 11. 21.",
            "14:05",
            "금113,560원",
            "(구비)",
            "「행정업무의 운영 및 혁신에 관한 규정」",
            "제17조제2항",
            "Wi-Fi",
            "50%",
            "㎡",
            "→",
            "홍보·미디어",
            "A&B",
            "<확인>",
            "\"인용\"",
            "'따옴표'",
            "https://example.org/very/long/address?with=query&and=more");

    private Papers() {}

    static Letter official() {
        return letter("청사 안내판 교체 계획", OFFICIAL, signed(3), "");
    }

    static Letter letter(String title, String text, List<Letter.Box> boxes, String sender) {
        return new Letter(
                "홍보미디어과",
                "",
                "",
                sender.isEmpty() ? "내부결재" : "수신자 참조",
                sender.isEmpty() ? List.of() : List.of("가람시", "디지털정보과"),
                "",
                title,
                text,
                boxes,
                sender,
                "홍보미디어과-123 (2026. 11. 21.)",
                "",
                "",
                "",
                "공개",
                LocalDate.of(2026, 11, 21));
    }

    static List<Letter.Box> signed(int people) {
        var boxes = new ArrayList<Letter.Box>();
        boxes.add(new Letter.Box("기안", "한서윤 주무관", "11. 20.", ""));
        for (int i = 1; i < people - 1; i++)
            boxes.add(new Letter.Box("검토", "오다온 팀장", "11. 20.", i == 2 ? "이견: 예산을 다시 보아야 함" : ""));
        boxes.add(new Letter.Box("협조", "배로운 팀장", "11. 21.", ""));
        boxes.add(new Letter.Box("전결", "문하람 과장", "11. 21.", ""));
        return boxes;
    }

    /** A draft on its way, with the note on it. */
    static Letter draft(Letter letter) {
        return new Letter(
                letter.agency(),
                "결재 전 문서",
                letter.second(),
                letter.receiver(),
                List.of(),
                letter.via(),
                letter.title(),
                letter.text(),
                letter.boxes().subList(0, 1),
                "",
                "",
                "",
                "",
                "",
                letter.disclosure(),
                letter.day());
    }

    static Letter random(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        int lines = 1 + random.nextInt(60);
        for (int i = 0; i < lines; i++) line(text, random, i);
        if (random.nextBoolean()) text.append("\n붙임  1. 계획서 1부.\n      2. 명단 1부.  끝.");
        else text.append("  끝.");
        if (random.nextInt(4) == 0) text.append("\n\n영등포구청장\n수신자  각 부서의 장");
        var letter = letter(
                words(random, 3),
                text.toString(),
                signed(2 + random.nextInt(12)),
                random.nextInt(3) == 0 ? "홍보미디어과장" : "");
        return random.nextInt(5) == 0 ? draft(letter) : letter;
    }

    private static void line(StringBuilder text, Random random, int number) {
        var marks = List.of("1. ", "가. ", "1) ", "가) ", "(1) ", "(가) ", "① ", "㉮ ");
        int level = random.nextInt(8);
        switch (random.nextInt(8)) {
            case 0 -> text.append('\n');
            case 1 ->
                text.append("| ")
                        .append(words(random, 1))
                        .append(" | ")
                        .append(number)
                        .append(" |\n");
            case 2 ->
                text.append(" ".repeat(random.nextInt(30)))
                        .append(words(random, 12))
                        .append('\n');
            default ->
                text.append(" ".repeat(2 * level))
                        .append(marks.get(level))
                        .append(words(random, 1 + random.nextInt(25)))
                        .append('\n');
        }
    }

    private static String words(Random random, int many) {
        var words = new StringBuilder();
        for (int i = 0; i < many; i++)
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        return words.toString().strip();
    }
}
