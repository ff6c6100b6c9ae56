package kr.madang.approvals.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTests {
    private static final String PAPER = """
            마당구
            수신  수신자 참조
            (경유)
            제목  하반기 홍보물 제작 계획 알림

            1. 관련: 홍보미디어과-1234(2026. 11. 21.)호
            2. 하반기 홍보물 제작 계획을 다음과 같이 알려 드립니다.
              가. 기간: 2026. 11. 23.(월) 14:05~18:00
              나. 예산: 금113,560원(금일십일만삼천오백육십원)
                1) 인쇄
                2) 배포

            붙임  1. 제작 계획 1부.
                  2. 견적서 2부.  끝.

            마당구청장
            """;

    private static List<Check> checks(String text) {
        return Writing.check(text).stream().map(Finding::check).toList();
    }

    private static List<Check> body(String text) {
        return checks(text + "\n\n마칩니다.  끝.");
    }

    @Test
    void aGoodPaperHasNoFindings() {
        assertThat(Writing.check(PAPER)).isEmpty();
        assertThat(Writing.fix(PAPER)).isEqualTo(PAPER);
    }

    @Test
    void itsPartsAreTold() {
        var parts = Parts.of(PAPER);
        assertThat(parts.title()).isEqualTo("하반기 홍보물 제작 계획 알림");
        assertThat(parts.head()).startsWith("마당구").endsWith("(경유)");
        assertThat(parts.attachments()).hasSize(2);
        assertThat(parts.body()).startsWith("1. 관련").endsWith("2) 배포");
        assertThat(parts.closing()).isEqualTo("마당구청장");
    }

    @Test
    void missingPartsAreNamed() {
        assertThat(checks("제목  알림\n\n알립니다.  끝.")).containsExactly(Check.PART_RECEIVER);
        assertThat(checks("수신  내부결재\n\n알립니다.  끝.")).containsExactly(Check.PART_TITLE);
        assertThat(checks("수신  구청장\n제목  알림\n알립니다.  끝.")).containsExactly(Check.PART_SENDER);
        assertThat(checks("수신  내부결재\n제목  알림\n알립니다.  끝.")).isEmpty();
    }

    @Test
    void itemsGoDownStepByStep() {
        assertThat(body("1. 가\n  1) 나\n  2) 다\n2. 라")).containsExactly(Check.ITEM_LEVEL);
        assertThat(body("가. 가\n나. 나")).containsExactly(Check.ITEM_LEVEL);
        var deep =
                "1. a\n  가. a\n    1) a\n      가) a\n        (1) a\n          (가) a\n            ① a\n              ㉮ a\n              ㉯ a\n            ② a\n          (나) a\n        (2) a\n      나) a\n    2) a\n  나. a\n2. a";
        assertThat(body(deep)).isEmpty();
    }

    @Test
    void itemsCountWithoutGaps() {
        assertThat(body("1. 가\n3. 나")).containsExactly(Check.ITEM_GAP);
        assertThat(body("2. 가\n3. 나")).containsExactly(Check.ITEM_FIRST);
        assertThat(body("1. 가\n1. 나\n2. 다")).containsExactly(Check.ITEM_ORDER);
        assertThat(body("1. 가\n2. 나\n  가. 다\n  다. 라")).containsExactly(Check.ITEM_GAP);
        var gap = Writing.check("1. 가\n3. 나\n4. 다\n\n마칩니다.  끝.").getFirst();
        assertThat(gap.proposal()).isEqualTo("2.");
        assertThat(gap.certain()).isFalse();
        assertThat(gap.line()).isEqualTo(2);
        assertThat(gap.column()).isEqualTo(1);
    }

    @Test
    void aLoneItemHasNoMark() {
        assertThat(body("1. 하나뿐")).containsExactly(Check.ITEM_LONE);
        assertThat(body("1. 가\n  가. 하나뿐\n2. 나")).containsExactly(Check.ITEM_LONE);
    }

    @Test
    void afterHaComesGeo() {
        var syllables = "가나다라마바사아자차카타파하거너"
                .chars()
                .mapToObj(c -> "  " + (char) c + ". 내용")
                .toList();
        assertThat(body("1. 가\n" + String.join("\n", syllables) + "\n2. 나")).isEmpty();
        assertThat(Marker.text(8, 15)).isEmpty();
        assertThat(Marker.text(7, 21)).isEqualTo("㉑");
    }

    @Test
    void anotherListBeginsAgainAfterAParagraph() {
        assertThat(body("1. 가\n2. 나\n\n다음과 같습니다.\n1. 다\n2. 라")).isEmpty();
    }

    @Test
    void indentationAndBlanksArePutRight() {
        var text = "1.  가\n가. 나\n\u3000나.  다\n2.라\n\n마칩니다.  끝.";
        assertThat(checks(text))
                .containsExactlyInAnyOrder(Check.ITEM_BLANK, Check.ITEM_INDENT, Check.ITEM_BLANK, Check.ITEM_BLANK);
        assertThat(Writing.fix(text)).isEqualTo("1. 가\n  가. 나\n\u3000나. 다\n2. 라\n\n마칩니다.  끝.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026.11.21 개최|2026. 11. 21. 개최",
                "2026. 11. 21(토)|2026. 11. 21.(토)",
                "2026-11-21까지|2026. 11. 21.까지",
                "2026/11/21 기준|2026. 11. 21. 기준",
                "2026년 11월 21일부터|2026. 11. 21.부터",
                "2026. 01. 07.|2026. 1. 7.",
                "2028-02-29|2028. 2. 29.",
                "오후 5시 45분|17:45",
                "오전 8시 10분|08:10",
                "오후 2시에|14:00에",
                "오후 3시 반|15:30",
                "15시 20분|15:20",
                "오후 12시 5분|12:05",
                "2:05 PM|14:05",
                "금113560원|금113,560원(금일십일만삼천오백육십원)",
                "금 5,000원(금오천원)|금5,000원(금오천원)",
                "금113,560원(십일만삼천오백육십원)|금113,560원(금일십일만삼천오백육십원)",
                "금5,000원정(금오천원정)|금5,000원(금오천원)"
            })
    void formsWithOneRightAnswerArePutRight(String wrong, String right) {
        assertThat(Writing.fix(wrong + "  끝.")).isEqualTo(right + "  끝.");
        assertThat(Writing.fix(right + "  끝.")).isEqualTo(right + "  끝.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2026. 2. 29., DATE_IMPOSSIBLE", "2026-13-01, DATE_IMPOSSIBLE", "2026년 4월 31일, DATE_IMPOSSIBLE",
                        "25:00, TIME_IMPOSSIBLE", "14:75, TIME_IMPOSSIBLE",
                "오후 13시 70분, TIME_IMPOSSIBLE", "2026. 11. 21.(일), DATE_WEEKDAY", "11월 21일, DATE_FORM",
                        "3시 30분, TIME_FORM", "9:05, TIME_FORM",
                "'26.11.21., DATE_FORM", "14시에, TIME_FORM", "24:01, TIME_IMPOSSIBLE"
            })
    void whatOnlyTheWriterKnowsIsNotChanged(String text, Check check) {
        assertThat(checks(text + "  끝.")).containsExactly(check);
        assertThat(Writing.fix(text + "  끝.")).isEqualTo(text + "  끝.");
    }

    @Test
    void amountsThatDisagreeAreFound() {
        var wrong = "금113,560원(금일십이만삼천오백육십원)  끝.";
        var finding = Writing.check(wrong).getFirst();
        assertThat(finding.check()).isEqualTo(Check.AMOUNT_MISMATCH);
        assertThat(finding.certain()).isFalse();
        assertThat(checks("금1,13,560원  끝.")).containsExactly(Check.AMOUNT_READING);
        assertThat(Writing.fix("금1,13,560원  끝.")).isEqualTo("금1,13,560원  끝.");
        assertThat(checks("금99,999,999,999,999,999원  끝.")).containsExactly(Check.AMOUNT_RANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "지금 500원",
                "요금 5,000원",
                "3시간 20분",
                "서울시 3분",
                "제2026-11-21호",
                "비율 60:40",
                "192.168.10.20",
                "https://a.kr/2026/11/21/x",
                "plan_2026-11-21.pdf",
                "2026-11-21T14:05:00",
                "버전 1.2.3",
                "24:00",
                "00:00",
                "2026. 11. 21.~2026. 11. 30.",
                "3.5% 늘었음",
                "1234-5-6",
                "손끝",
                "끝까지 노력함",
                "14:05:30"
            })
    void whatIsNoDateNoTimeAndNoAmountIsLeftAlone(String text) {
        assertThat(checks("확인: " + text + " 내용입니다.  끝.")).isEmpty();
    }

    @Test
    void thePaperClosesWithItsWord() {
        assertThat(Writing.fix("알립니다.")).isEqualTo("알립니다.  끝.");
        assertThat(Writing.fix("알립니다. 끝.")).isEqualTo("알립니다.  끝.");
        assertThat(Writing.fix("알립니다.끝")).isEqualTo("알립니다.  끝.");
        assertThat(Writing.fix("알립니다.   끝. ")).isEqualTo("알립니다.  끝.");
        assertThat(Writing.fix("알립니다.\u3000끝.")).isEqualTo("알립니다.\u3000끝.");
        assertThat(Writing.fix("| 1 | 가 |")).isEqualTo("| 1 | 가 |\n  끝.");
        assertThat(Writing.fix("| 1 | 가 |\n끝.")).isEqualTo("| 1 | 가 |\n  끝.");
        assertThat(checks("알립니다.  끝.\n또 알립니다.  끝.")).contains(Check.END_PLACE);
        assertThat(checks("최선을 다한 손끝")).containsExactly(Check.END_MISSING);
        assertThat(checks("")).isEmpty();
        assertThat(checks("\n \n")).isEmpty();
    }

    @Test
    void attachmentsAreListedInTheirForm() {
        assertThat(Writing.fix("알립니다.\n\n붙임: 계획서 1부")).isEqualTo("알립니다.\n\n붙임  계획서 1부.  끝.");
        assertThat(Writing.fix("알립니다.\n붙임 1. 가 1부.\n     2. 나 1부. 끝."))
                .isEqualTo("알립니다.\n붙임  1. 가 1부.\n     2. 나 1부.  끝.");
        assertThat(checks("알립니다.\n붙임  1. 가 1부.  끝.")).containsExactly(Check.ATTACHMENT_LONE);
        assertThat(checks("알립니다.\n붙임  1. 가 1부.\n      3. 나 1부.  끝.")).containsExactly(Check.ATTACHMENT_NUMBER);
        assertThat(checks("알립니다.\n붙임  계획서  끝.")).containsExactly(Check.ATTACHMENT_COPIES);
        assertThat(checks("붙임과 같이 제출합니다.  끝.")).isEmpty();
        assertThat(checks("알립니다.\n붙임  1. 아주 긴\n         이름의 계획 1부.\n      2. 나 1부.  끝."))
                .isEmpty();
    }

    @Test
    void findingsSayWhere() {
        var finding = Writing.check("가나\n다 2026-1-2 라.  끝.").getFirst();
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.column()).isEqualTo(3);
        assertThat(finding.start()).isEqualTo(5);
        assertThat(finding.proposal()).isEqualTo("2026. 1. 2.");
        var windows = Writing.check("가나\r\n다 2026-1-2 라.  끝.\r\n").getFirst();
        assertThat(windows.start()).isEqualTo(6);
    }

    /** Whatever stands in a text, putting it right ends, changes nothing the second time, and every place is inside the text. */
    @Test
    void puttingRightComesToAnEnd() {
        var pieces = List.of(
                "1.",
                "2.",
                "가.",
                "나.",
                "1)",
                "(가)",
                "①",
                "㉮",
                " ",
                "  ",
                "\u3000",
                "\n",
                "\n",
                "2026-11-21",
                "2026.1.7",
                "'26.1.1",
                "오후 5시",
                "14:5",
                "9:05",
                "금",
                "113,560",
                "원",
                "(금일십만원)",
                "끝",
                "끝.",
                "붙임",
                ":",
                "1부",
                "1부.",
                "|",
                "제목 ",
                "수신 ",
                "내용",
                ".",
                "(토)",
                "시",
                "\t",
                "\r\n",
                "월 ",
                "일",
                "년");
        var random = new SplittableRandom(5);
        for (int i = 0; i < 15_000; i++) {
            var text = Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                    .limit(random.nextInt(25))
                    .reduce("", String::concat);
            for (var finding : Writing.check(text)) {
                assertThat(finding.start()).as(text).isBetween(0, finding.end());
                assertThat(finding.end()).as(text).isLessThanOrEqualTo(text.length());
            }
            var fixed = Writing.fix(text);
            assertThat(Writing.fix(fixed)).as("from <%s>", text).isEqualTo(fixed);
            assertThat(Writing.check(fixed).stream()
                            .filter(f -> f.certain()
                                    && !fixed.substring(f.start(), f.end()).equals(f.proposal())))
                    .as("from <%s> to <%s>", text, fixed)
                    .isEmpty();
        }
    }

    @Test
    void aHostileTextCostsAMoment() {
        for (var piece : List.of("금1,", "2026. ", "1. ", "오후 ", "(", " ", "끝 ", "붙임 1.", "금1원(일 ", "\n", "가.\n", "일")) {
            var text = piece.repeat(60_000 / piece.length());
            assertThat(Writing.check(text)).isNotNull();
        }
        for (var first : List.of("제목", "붙임", "붙임  ", "1.", "끝", "끝."))
            for (var rest : List.of(" ", "1", "\u3000", ".", "끝")) {
                var text = first + rest.repeat(60_000) + "x";
                assertThat(Writing.check(text)).isNotNull();
                assertThat(Parts.of(text)).isNotNull();
            }
        assertThatThrownBy(() -> Writing.check("가".repeat(Writing.LONGEST + 1))).isInstanceOf(Refused.class);
    }

    @Test
    void anItemMayBeginWithAYearOrAFloor() {
        assertThat(Writing.check("1. 2026년 시행계획과 관련입니다.\n2. 3층 회의실에서 엽니다.\n3. 2026. 11. 21.부터 씁니다.  끝."))
                .isEmpty();
    }
}
