package kr.madang.approvals.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.Sheet.Style;
import kr.madang.kernel.document.html.SheetHtml;
import org.junit.jupiter.api.Test;

/** What stands where on an official paper. */
class LayoutTests {
    private static Sheet sheet(String text, String sender) {
        return Layout.of(Papers.letter("안내판 교체", text, Papers.signed(3), sender));
    }

    private static List<String> lines(Sheet sheet, Style style) {
        return sheet.parts().stream()
                .filter(part -> part instanceof Sheet.Line line && line.style() == style)
                .map(part -> ((Sheet.Line) part).printed())
                .toList();
    }

    private static Sheet.Line line(Sheet sheet, String beginning) {
        return sheet.parts().stream()
                .filter(part -> part instanceof Sheet.Line line && line.words().startsWith(beginning))
                .map(Sheet.Line.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void headBodyAndClosingStandInTheirOrder() {
        var sheet = sheet(Papers.OFFICIAL, "영등포구청장");
        assertThat(lines(sheet, Style.MAST)).containsExactly("홍보미디어과");
        assertThat(lines(sheet, Style.FIELD)).containsExactly("수신  수신자 참조", "수신자  가람시, 디지털정보과");
        assertThat(lines(sheet, Style.TITLE)).containsExactly("제목  안내판 교체");
        assertThat(lines(sheet, Style.SENDER)).containsExactly("영등포구청장");
        assertThat(lines(sheet, Style.FOOT)).containsExactly("시행  홍보미디어과-123 (2026. 11. 21.)", "접수  ", "공개구분  공개");
        var words = sheet.words();
        assertThat(words.indexOf("영등포구청장")).isGreaterThan(words.indexOf("2. 배치도 1부.  끝."));
        assertThat(words.indexOf("전결")).isGreaterThan(words.indexOf("영등포구청장"));
    }

    @Test
    void itemsStandTwoFurtherIn() {
        var sheet = sheet(Papers.OFFICIAL.replace("  가. 일시", "가. 일시"), "");
        assertThat(line(sheet, "1. 관련").indent()).isZero();
        assertThat(line(sheet, "가. 일시").indent()).isEqualTo(4);
        assertThat(line(sheet, "1) 본관").indent()).isEqualTo(8);
        assertThat(line(sheet, "㉮ 돋움체").indent()).isEqualTo(28);
        assertThat(line(sheet, "2. 배치도").indent()).isEqualTo(12);
        assertThat(line(sheet, "가. 일시").hang()).isGreaterThan(4);
        assertThat(line(sheet, "붙임  1.").hang()).isGreaterThan(6);
    }

    @Test
    void aHeadThatWasTypedStandsInsteadOfTheOther() {
        var sheet = sheet("영등포구\n수신  각 부서의 장\n(경유)\n제목  안내판 교체\n\n1. 알림  끝.\n\n영등포구청장\n수신자  가과장, 나과장", "");
        assertThat(lines(sheet, Style.MAST)).containsExactly("영등포구");
        assertThat(lines(sheet, Style.FIELD)).containsExactly("수신  각 부서의 장", "(경유)  ", "수신자  가과장, 나과장");
        assertThat(lines(sheet, Style.TITLE)).containsExactly("제목  안내판 교체");
        assertThat(lines(sheet, Style.SENDER)).containsExactly("영등포구청장");
    }

    @Test
    void ofALetterThatGoesOutTheRecordAloneNamesReceiversAndSender() {
        var typed = "영등포구\n수신  홍길동\n      김철수\n(경유)\n제목  안내판 교체\n\n1. 알림  끝.\n\n영등포구청장\n수신자  홍길동,\n김철수";
        var sheet = sheet(typed, "마당구청장  〔관인생략〕");
        assertThat(lines(sheet, Style.MAST)).containsExactly("영등포구");
        assertThat(lines(sheet, Style.FIELD)).containsExactly("수신  수신자 참조", "수신자  가람시, 디지털정보과");
        assertThat(lines(sheet, Style.SENDER)).containsExactly("마당구청장  〔관인생략〕");
        assertThat(String.join("\n", sheet.words())).doesNotContain("홍길동", "김철수", "영등포구청장");
    }

    @Test
    void anotherTitleInTheTextIsNotLost() {
        var sheet = sheet("수신  내부결재\n제목  다른 제목\n1. 알림  끝.", "");
        assertThat(lines(sheet, Style.BODY)).contains("제목  다른 제목");
    }

    @Test
    void barsMakeTablesAndTooManyColumnsLines() {
        assertThat(sheet("| 가 | 나 |\n| 1 | 2 |", "").parts())
                .filteredOn(part -> part instanceof Sheet.Table)
                .hasSize(2);
        var wide = "|" + " x |".repeat(40);
        assertThat(lines(sheet(wide, ""), Style.BODY)).hasSize(1);
    }

    @Test
    void aDraftSaysSoOnEveryPage() {
        var sheet = Layout.of(Papers.draft(Papers.official()));
        assertThat(lines(sheet, Style.NOTE)).containsExactly("결재 전 문서");
        assertThat(sheet.remark()).isEqualTo("결재 전 문서");
        assertThat(lines(sheet, Style.FOOT)).containsExactly("공개구분  공개");
    }

    @Test
    void thePageHoldsEveryStepOfIndentation() {
        assertThat(SheetHtml.style()).contains(SheetHtml.steps());
    }
}
