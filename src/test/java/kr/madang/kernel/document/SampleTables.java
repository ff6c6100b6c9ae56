package kr.madang.kernel.document;

import static kr.madang.kernel.document.Samples.cell;
import static kr.madang.kernel.document.Samples.head;
import static kr.madang.kernel.document.Samples.number;
import static kr.madang.kernel.document.Samples.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kr.madang.kernel.document.Block.Align;
import kr.madang.kernel.document.Block.Cell;
import kr.madang.kernel.document.Block.Row;
import kr.madang.kernel.document.Block.Table;
import kr.madang.kernel.document.Inline.Gap;
import kr.madang.kernel.document.Inline.Text;

/** The tables of the sample report: staff, budget in both layouts, facilities and a long one. */
final class SampleTables {
    private SampleTables() {}

    static Table staffing2023() {
        List<Integer> widths =
                IntStream.range(0, 16).mapToObj(i -> i == 0 ? 8 : 5).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(
                head("구 분", 1, 2), head("계", 1, 2), head("일 반 직", 6, 1), head("관리운영직", 4, 1), head("별정직․임기제", 4, 1))));
        rows.add(new Row(
                List.of("4급", "5급", "6급", "7급", "8급", "9급", "6급", "7급", "8급", "9급", "6급", "7급", "8급", "9급").stream()
                        .map(grade -> head(grade, 1, 1))
                        .toList()));
        rows.add(staff("정 원", new int[] {0, 1, 5, 8, 8, 3, 0, 0, 0, 0, 0, 2, 1, 2}, 2));
        rows.add(staff("현 원", new int[] {0, 1, 9, 8, 7, 4, 0, 0, 0, 0, 0, 2, 1, 2}, 3));
        rows.add(difference(new int[] {0, 0, 4, 0, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, 4));
        return new Table("정원과 현원(2023년)", "", widths, 2, rows);
    }

    static Table staffing2013() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(head("구 분", 1, 2), head("계", 1, 2), head("일 반 직", 6, 1), head("계 약 직", 5, 1))));
        rows.add(new Row(List.of("4급", "5급", "6급", "7급", "8급", "9급", "가급", "나급", "다급", "라급", "마급").stream()
                .map(grade -> head(grade, 1, 1))
                .toList()));
        rows.add(staff("정 원", new int[] {0, 1, 4, 10, 6, 5, 0, 0, 1, 1, 3}, 2));
        rows.add(staff("현 원", new int[] {0, 1, 4, 8, 9, 4, 0, 0, 1, 1, 2}, 3));
        rows.add(difference(new int[] {0, 0, 0, -2, 3, -1, 0, 0, 0, 0, -1}, 4));
        return new Table("정원과 현원(2013년)", "", List.of(3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2), 2, rows);
    }

    static Table budget2023() {
        long[][] sums = {
            {1_091_901, 350_331},
            {487_965, 147_375},
            {543_292, 249_618},
            {1_546_021, 968_174},
            {2_905_768, 987_893},
            {155_105, 52_490}
        };
        List<String> names = List.of(
                "언론홍보를 통한\n구 이미지 제고",
                "전략적 기획을 통한\n대외 홍보 강화",
                "미디어 매체를 활용한\n구정홍보",
                "스마트시대를 선도하는\n미래 정보화 추진",
                "신속하고 안정적인 행정서비스\n지원을 위한 정보통신망 운영",
                "기본경비");
        List<String> rates = List.of("32.1", "30.2", "45.9", "62.6", "34.0", "33.8");
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(
                head("단위사업명", 1, 1), head("예 산 액", 1, 1), head("집 행 액", 1, 1), head("집행률(%)\n(5.31.기준)", 1, 1))));
        rows.add(new Row(List.of(
                head("계", 1, 1),
                sum("office.budget.planned", 6_730_052, "SUM({2,1}:{7,1})"),
                sum("office.budget.executed", 2_755_881, "SUM({2,2}:{7,2})"),
                rate("office.budget.rate", "40.9", "{1,2}/{1,1}*100"))));
        for (int at = 0; at < sums.length; at++) {
            int row = at + 2;
            rows.add(new Row(List.of(
                    text(names.get(at), Align.LEFT, true),
                    cell(number("p" + at, sums[at][0]), Align.RIGHT),
                    cell(number("e" + at, sums[at][1]), Align.RIGHT),
                    rate("r" + at, rates.get(at), "ROUND({" + row + ",2}/{" + row + ",1}*100,1)"))));
        }
        return new Table("단위사업별 예산과 집행", "(단위: 천원)", List.of(5, 3, 3, 3), 1, rows);
    }

    static Table budget2013() {
        long[][] sums = {
            {766_606, 741_558},
            {257_283, 250_560},
            {287_615, 236_773},
            {249_743, 505_106},
            {593_795, 946_441},
            {1_062_609, 1_082_056},
            {82_293, 117_695},
            {417_899, 293_749},
            {148_202, 141_279}
        };
        List<String> names = List.of(
                "언론매체활용 구정홍보",
                "홍보물활용 구정홍보",
                "미디어활용 구정홍보",
                "디지털 행정환경 개선",
                "행정정보화 시스템 고도화",
                "정보통신망의 안정적 운영 및 지원",
                "정보통신보안 및 개인정보보호 강화",
                "U-city 관리",
                "정보화 교육 효율적 추진");
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(head("단위사업명", 1, 1), head("예산액", 1, 1), head("전년도 예산액", 1, 1), head("증(△)감", 1, 1))));
        rows.add(new Row(List.of(
                head("계", 1, 1),
                sum("a", 3_866_045, "SUM({2,1}:{10,1})"),
                sum("b", 4_315_217, "SUM({2,2}:{10,2})"),
                sum("c", -449_172, "{1,1}-{1,2}"))));
        for (int at = 0; at < sums.length; at++) {
            int row = at + 2;
            rows.add(new Row(List.of(
                    text(names.get(at), Align.LEFT, true),
                    cell(number("a" + at, sums[at][0]), Align.RIGHT),
                    cell(number("b" + at, sums[at][1]), Align.RIGHT),
                    sum("c" + at, sums[at][0] - sums[at][1], "{" + row + ",1}-{" + row + ",2}"))));
        }
        return new Table("단위사업별 예산 증감", "(단위 : 천원)", List.of(5, 3, 3, 3), 1, rows);
    }

    static Table facilities() {
        return new Table(
                "주요시설 및 장비",
                "",
                List.of(12, 24, 46, 16, 18),
                1,
                List.of(
                        new Row(List.of(head("구 분", 1, 1), head("명 칭", 1, 1), head("현 황", 2, 1), head("비 고", 1, 1))),
                        new Row(List.of(
                                new Cell(List.of(Text.of("시 설")), 1, 4, Align.CENTER, true, null),
                                text("정보화교육장(1개소)", Align.LEFT, false),
                                new Cell(List.of(Text.of("ㆍ평생스마트교육장(대림3동)")), 2, 1, Align.LEFT, false, null),
                                text("전산운영팀", Align.CENTER, false))),
                        new Row(List.of(
                                new Cell(List.of(Text.of("정보통신통합관제실(2개소)")), 1, 2, Align.LEFT, false, null),
                                text("ㆍ서버, 스토리지, 백업장비\nㆍ보안장비, 네트워크 장비", Align.LEFT, false),
                                new Cell(
                                        List.of(number("s", 19), Text.of("종\n"), number("n", 12), Text.of("종")),
                                        1,
                                        1,
                                        Align.RIGHT,
                                        false,
                                        null),
                                text("전산운영팀", Align.CENTER, false))),
                        new Row(List.of(
                                text("ㆍ자가정보통신망(광케이블)\nㆍLAN통신망", Align.LEFT, false),
                                new Cell(
                                        List.of(number("f", 170), Text.of("㎞\n"), number("l", 2751), Text.of("회선")),
                                        1,
                                        1,
                                        Align.RIGHT,
                                        false,
                                        null),
                                text("정보통신팀", Align.CENTER, false))),
                        new Row(List.of(
                                text("YDP스튜디오", Align.LEFT, false),
                                text("ㆍ면적", Align.LEFT, false),
                                new Cell(
                                        List.of(
                                                new Inline.Number("m2", new BigDecimal("87.12"), "87.12"),
                                                Text.of("㎡")),
                                        1,
                                        1,
                                        Align.RIGHT,
                                        false,
                                        null),
                                new Cell(List.of(new Gap("x", "방 미개설")), 1, 1, Align.CENTER, false, null)))));
    }

    static Table longTable(int months) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(head("구 분", 1, 1), head("게시", 1, 1), head("구독자", 1, 1), head("전월 대비", 1, 1))));
        for (int month = 0; month < months; month++) {
            LocalDate day = LocalDate.of(2011, 10, 1).plusMonths(month);
            rows.add(new Row(List.of(
                    text(day.getYear() + ". " + day.getMonthValue() + ".", Align.CENTER, true),
                    cell(number("posts" + month, 31 + month * 7 % 90), Align.RIGHT),
                    cell(number("subscribers" + month, 11_000 + 321L * month), Align.RIGHT),
                    cell(number("change" + month, (month % 5 - 2) * 1_111L), Align.RIGHT))));
        }
        return new Table("월별 게시 현황", "(단위: 건, 명)", List.of(3, 2, 2, 2), 1, rows);
    }

    static Cell sum(String reference, long value, String formula) {
        return new Cell(List.of(number(reference, value)), 1, 1, Align.RIGHT, false, formula);
    }

    static Cell rate(String reference, String printed, String formula) {
        var number = new Inline.Number(reference, new BigDecimal(printed), printed);
        return new Cell(List.of(number), 1, 1, Align.CENTER, false, formula);
    }

    private static Row staff(String name, int[] heads, int row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(head(name, 1, 1));
        long total = IntStream.of(heads).sum();
        cells.add(new Cell(
                List.of(number(name, total)),
                1,
                1,
                Align.CENTER,
                false,
                "SUM({" + row + ",2}:{" + row + "," + (heads.length + 1) + "})"));
        for (int head : heads) {
            cells.add(dash(name, head, null));
        }
        return new Row(cells);
    }

    private static Row difference(int[] heads, int row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(head("과부족", 1, 1));
        cells.add(dash("과부족", IntStream.of(heads).sum(), "{3,1}-{2,1}"));
        for (int at = 0; at < heads.length; at++) {
            int column = at + 2;
            cells.add(dash(
                    "과부족" + at, heads[at], "{" + (row - 1) + "," + column + "}-{" + (row - 2) + "," + column + "}"));
        }
        return new Row(cells);
    }

    /** A number whose zero is printed as a dash. */
    private static Cell dash(String reference, long value, String formula) {
        var number = value == 0 ? new Inline.Number(reference, BigDecimal.ZERO, "-") : number(reference, value);
        return new Cell(List.of(number), 1, 1, Align.CENTER, false, formula);
    }
}
