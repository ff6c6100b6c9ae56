package kr.madang.kernel.document;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.madang.kernel.document.Block.Align;
import kr.madang.kernel.document.Block.Cell;
import kr.madang.kernel.document.Block.Heading;
import kr.madang.kernel.document.Block.Lead;
import kr.madang.kernel.document.Block.Line;
import kr.madang.kernel.document.Block.Marker;
import kr.madang.kernel.document.Block.Picture;
import kr.madang.kernel.document.Block.Row;
import kr.madang.kernel.document.Block.Table;
import kr.madang.kernel.document.Inline.Gap;
import kr.madang.kernel.document.Inline.Text;

/** Reports to try the writers on: one like the real ones, with both layouts of each table, and one full of hostile text. */
public final class Samples {
    public static final String HOSTILE =
            "&amp; <b>\"굵게\"</b> 'ㄱ' ]]> \u0000\u0001\u0008\u000B \uD83D 이모지 😀 \uDE00 옛한글 ᄒᆞᆫ글 \u202E거꾸로\u202C \uFFFE";

    private Samples() {}

    /** Like the seeds: cover, staffing and budget in both layouts, facilities, outline pages, a long table and gaps. */
    public static PrintedDocument council() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, "Ⅰ", "일반현황", ""));
        blocks.add(new Heading(2, "1", "조 직", ""));
        blocks.add(new Picture(chart(), "홍보미디어과 5개 팀: 언론팀, 홍보기획팀, 소통미디어팀, 전산운영팀, 정보통신팀"));
        blocks.add(new Heading(2, "2", "인 력", ""));
        blocks.add(SampleTables.staffing2023());
        blocks.add(new Heading(2, "3", "인력(2013년 양식)", ""));
        blocks.add(SampleTables.staffing2013());
        blocks.add(new Heading(2, "4", "주요시설 및 장비", ""));
        blocks.add(SampleTables.facilities());
        blocks.add(new Heading(2, "5", "예산현황", ""));
        blocks.add(SampleTables.budget2023());
        blocks.add(new Heading(2, "6", "예산현황(전년도 대비)", ""));
        blocks.add(line(Marker.SQUARE, Text.of("사업별")));
        blocks.add(SampleTables.budget2013());
        blocks.add(new Heading(1, "Ⅱ", "주요업무 추진실적", ""));
        blocks.addAll(press());
        blocks.add(new Heading(2, "2", "다양한 소통채널을 활용한 맞춤형 구정 홍보", "소통미디어팀"));
        blocks.add(new Lead(List.of(Text.of("매체마다 알맞은 콘텐츠를 만들어\n구민과 가까이 이야기하고 구정 홍보를 강화하고자 함"))));
        blocks.add(line(Marker.SQUARE, Text.of("월별 게시 현황")));
        blocks.add(SampleTables.longTable(140));
        blocks.add(line(Marker.NOTE, Text.of("게시 건수는 채널별 등록일 기준")));
        return new PrintedDocument(
                "2023년 주요업무 보고",
                "제245회 구의회 제1차 정례회",
                "2023. 6. 12. ~ 6. 27.",
                "홍보미디어과",
                LocalDate.of(2023, 5, 31),
                true,
                List.copyOf(blocks));
    }

    /** Every place a person can type in, filled with what breaks naive writers. */
    public static PrintedDocument hostile() {
        String long500 = "가나다라마바사아자차".repeat(50);
        List<Block> blocks = List.of(
                new Heading(1, "Ⅰ&<", HOSTILE, HOSTILE),
                new Heading(2, "", "=HYPERLINK(\"x\")/[:]*?", ""),
                new Lead(List.of(Text.of(HOSTILE), number("k&\"<'", 1234))),
                line(Marker.SQUARE, Text.of("=1+1")),
                line(Marker.DOT, Text.of("@SUM(A1)"), Text.of(HOSTILE)),
                new Table(
                        HOSTILE,
                        HOSTILE,
                        List.of(),
                        5,
                        List.of(new Row(List.of(text("=cmd|' /c calc'!A1", Align.LEFT, false))))),
                new Table(
                        "긴 칸",
                        "",
                        List.of(-1, 0, 9_999_999),
                        1,
                        List.of(
                                new Row(List.of(head("+1", 99, -3), head("-1", 1, 9))),
                                new Row(List.of(
                                        text(long500, Align.RIGHT, false),
                                        text(HOSTILE, Align.LEFT, false),
                                        text("\t탭\r\n줄바꿈\u2028줄", Align.CENTER, true))),
                                new Row(List.of()),
                                new Row(List.of(cell(number(null, 7), Align.RIGHT))))),
                new Table("빈 표", "", List.of(1, 2), 1, List.of()),
                new Picture(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><script>alert(1)</script>"
                                + "<rect width='5' height='5' onclick='x()' style='fill:url(http://x)'/></svg>",
                        HOSTILE),
                new Picture("<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg>&e;</svg>", "읽을 수 없는 그림"),
                new Block.PageBreak(),
                line(Marker.PLAIN, new Gap("press.coverage", "방 미개설"), new Gap("x<&", "1,234건")),
                new Heading(9, "9", "", ""),
                new Heading(-1, "", "", ""));
        return new PrintedDocument(HOSTILE, HOSTILE, "", HOSTILE, LocalDate.of(2026, 1, 1), true, blocks);
    }

    static List<Block> press() {
        return List.of(
                new Heading(2, "1", "홍보기능 강화를 통한 구 이미지 제고", "언론팀\n홍보기획팀"),
                new Lead(List.of(Text.of("구 주요 사업과 현안을 다양하고 체계적으로 알려 구민의 알 권리를 채우고, 대외적인 구 이미지를 높이고자 함"))),
                line(Marker.SQUARE, Text.of("주요 추진실적")),
                line(Marker.CIRCLE, Text.of("보도자료 작성 및 배포: "), number("press.releases", 258), Text.of("건")),
                line(Marker.CIRCLE, Text.of("언론보도 실적: "), number("press.coverage", 6547), Text.of("건")),
                line(
                        Marker.DASH,
                        Text.of("중앙방송 "),
                        number("press.coverage{tier=central_tv}", 30),
                        Text.of("건, 지역방송 "),
                        number("press.coverage{tier=local_tv}", 66),
                        Text.of("건, 중앙일간지․통신사 "),
                        number("press.coverage{tier=central_daily}", 663),
                        Text.of("건\n광역(지역)신문․인터넷 "),
                        number("press.coverage{tier=regional}", 5788),
                        Text.of("건")),
                line(Marker.CIRCLE, Text.of("통․반장 신문 구독: "), new Gap("press.subscriptions", "방 미개설")),
                line(Marker.CIRCLE, Text.of("소식지 발행")),
                line(Marker.DASH, Text.of("영등포 소식: "), number("newsletters.copies", 500_000), Text.of("부(1월 ~ 5월)")),
                line(Marker.DOT, Text.of("어린이 명예기자 "), number("newsletters.reporters", 32), Text.of("명 신규 위촉(5월)")),
                line(Marker.SQUARE, Text.of("예산현황")),
                new Table(
                        "홍보기능 강화 예산현황",
                        "(단위: 천원)",
                        List.of(4, 4, 2),
                        1,
                        List.of(
                                new Row(List.of(head("예 산 액", 1, 1), head("집 행 액", 1, 1), head("집행률(%)", 1, 1))),
                                new Row(List.of(
                                        new Cell(
                                                List.of(number("b", 1_465_383), Text.of("(구비)")),
                                                1,
                                                1,
                                                Align.CENTER,
                                                false,
                                                null),
                                        new Cell(
                                                List.of(number("e", 720_791), Text.of("(구비)")),
                                                1,
                                                1,
                                                Align.CENTER,
                                                false,
                                                null),
                                        SampleTables.rate("r", "49.2", "ROUND({1,1}/{1,0}*100,1)"))))));
    }

    public static Inline.Number number(String reference, long value) {
        String size = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(Math.abs(value));
        return new Inline.Number(reference, BigDecimal.valueOf(value), value < 0 ? "△" + size : size);
    }

    public static Line line(Marker marker, Inline... content) {
        return new Line(marker, List.of(content));
    }

    public static Cell head(String text, int colSpan, int rowSpan) {
        return new Cell(List.of(Text.of(text)), colSpan, rowSpan, Align.CENTER, true, null);
    }

    public static Cell text(String text, Align align, boolean header) {
        return new Cell(List.of(Text.of(text)), 1, 1, align, header, null);
    }

    public static Cell cell(Inline content, Align align) {
        return new Cell(List.of(content), 1, 1, align, false, null);
    }

    private static String chart() {
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 700 160'>"
                + "<rect x='250' y='10' width='200' height='40' fill='#1d3f72'/>"
                + "<text x='350' y='36' text-anchor='middle' font-size='16' fill='#ffffff'>홍보미디어과</text>"
                + "<line x1='350' y1='50' x2='350' y2='80' stroke='#333333' stroke-width='1.5'/>"
                + "<line x1='70' y1='80' x2='630' y2='80' stroke='#333333' stroke-width='1.5'/>");
        List<String> teams = List.of("언론팀", "홍보기획팀", "소통미디어팀", "전산운영팀", "정보통신팀");
        for (int at = 0; at < teams.size(); at++) {
            int middle = 70 + at * 140;
            svg.append("<line x1='" + middle + "' y1='80' x2='" + middle + "' y2='100' stroke='#333333'/>");
            svg.append("<rect x='" + (middle - 60)
                    + "' y='100' width='120' height='36' fill='#f2f5fa' stroke='#1d3f72'/>");
            svg.append("<text x='" + middle + "' y='123' text-anchor='middle' font-size='14' fill='#111111'>"
                    + teams.get(at) + "</text>");
        }
        return svg.append("</svg>").toString();
    }
}
