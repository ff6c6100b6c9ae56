package kr.madang.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.Period;
import kr.madang.kernel.document.Block.Marker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTests {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 31);

    private static Template body(String... lines) {
        return TemplateReader.read("# Ⅰ. 장\n" + String.join("\n", lines));
    }

    private static List<String> codes(Template template) {
        return template.problems().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code().substring("report.template.".length()))
                .toList();
    }

    @Test
    void aTaskNamesItsNumberItsTeamAndWhoWritesIt() {
        var template =
                body("## 1 홍보기능 강화 [언론팀·홍보기획팀] @press @planning", "> 목적", "□ 개요", "○ 하나", "- 둘", "· 셋", "※ 넷", "다섯");
        assertThat(template.problems()).isEmpty();
        assertThat(template.nodes().get(1))
                .isEqualTo(new Node.Heading(2, "1", "홍보기능 강화", "언론팀·홍보기획팀", List.of("press", "planning"), 2));
        assertThat(template.nodes().stream().filter(Node.Line.class::isInstance).map(n -> ((Node.Line) n).marker()))
                .containsExactly(Marker.SQUARE, Marker.CIRCLE, Marker.DASH, Marker.DOT, Marker.NOTE, Marker.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "올해, 2023-01-01, 2023-12-31",
        "작년, 2022-01-01, 2022-12-31",
        "2012, 2012-01-01, 2012-12-31",
        "누계, 2023-01-01, 2023-05-31",
        "기준일, 2023-05-31, 2023-05-31",
        "작년말, 2022-12-31, 2022-12-31",
        "5월~6월, 2023-05-01, 2023-06-30",
        "작년 2월, 2022-02-01, 2022-02-28",
        "3월 1일, 2023-03-01, 2023-03-01",
        "2월 29일, 2023-02-28, 2023-02-28",
        "2020-02-29, 2020-02-29, 2020-02-29",
        "2023-05-01~2023-06-30, 2023-05-01, 2023-06-30",
    })
    void aTimeIsReadAsAClerkWritesIt(String words, LocalDate from, LocalDate to) {
        var bound = body("○ {press.releases @" + words + "}건").bindings().toList();
        var term = (Expr.Term) bound.getFirst().expr();
        assertThat(term.when().in(2023, DAY)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource({"어제", "13월", "6월~5월", "2월 30일", "2023-02-29", "2023-05-02~2023-05-01", "0월", "올해 5월 32일"})
    void aTimeThatCannotBeIsRefused(String words) {
        assertThat(codes(body("○ {press.releases @" + words + "}건")))
                .singleElement()
                .asString()
                .endsWith(" when");
    }

    @Test
    void everyMistakeHasItsLineAndItsReason() {
        var template = body(
                "○ {press.releases}건",
                "○ {press.releases @누계",
                "○ {Press @누계}",
                "○ {press.releases @누계; 소수 열}",
                "○ {=율({press.releases @누계})}",
                "○ {=B3}",
                "○ 남은 }",
                "[표] ; 너비: 1 2",
                "| 하나",
                "| [가로3] 둘 | =A1",
                "#### 넷");
        assertThat(codes(template))
                .contains(
                        "2:4 when.missing",
                        "3:3 brace",
                        "4:4 key",
                        "5:23 option",
                        "6:4 function.two",
                        "7:4 expression.cell",
                        "8:6 brace.stray",
                        "9:1 table.caption",
                        "10:1 table.cells",
                        "12:1 heading.level");
    }

    @Test
    void formulasAreOrderedAndCirclesRefused() {
        var good = body("[표] 가", "! 가 | 나", "| =합(A3:A4) | =율(A2,B3)", "| {a.b @올해} | =A4-A3", "| {a.c @올해} | 1");
        var table = (Node.Table) good.nodes().getLast();
        assertThat(good.problems()).isEmpty();
        assertThat(table.order().indexOf(new Expr.Cell(1, 1)))
                .isGreaterThan(table.order().indexOf(new Expr.Cell(2, 1)));
        assertThat(codes(body("[표] 가", "| =B1 | =A1"))).anyMatch(c -> c.endsWith("formula.circle"));
        assertThat(codes(body("[표] 가", "| =A1"))).anyMatch(c -> c.endsWith("formula.circle"));
        assertThat(codes(body("[표] 가", "| =Z9"))).anyMatch(c -> c.endsWith("formula.nowhere"));
    }

    @Test
    void spansLeaveOutTheCellsTheyCover() {
        var template = body("[표] 가; 너비: 1 1 1", "! [세로2] 구분 | [가로2] 방범", "! 일반 | 어린이", "| 가 | 나 | 다");
        assertThat(template.problems()).isEmpty();
        var table = (Node.Table) template.nodes().getLast();
        assertThat(table.headerRows()).isEqualTo(2);
        assertThat(table.rows().get(1)).extracting(Node.Cell::column).containsExactly(1, 2);
    }

    @Test
    void signsCanBeMeantAsThemselves() {
        var template = body("[표] 가", "| 하나 \\| 둘 | \\{괄호\\} 값 \\=3");
        assertThat(template.problems()).isEmpty();
        var cells = ((Node.Table) template.nodes().getLast()).rows().getFirst();
        assertThat(((Piece.Words) cells.get(0).content().getFirst()).value()).isEqualTo("하나 | 둘");
        assertThat(((Piece.Words) cells.get(1).content().getFirst()).value()).isEqualTo("{괄호} 값 =3");
    }
}
