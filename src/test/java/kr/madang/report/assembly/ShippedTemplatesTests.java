package kr.madang.report.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.report.GoldenFigures;
import kr.madang.report.ListedFigures;
import kr.madang.report.template.ShippedTemplate;
import kr.madang.report.template.TemplateReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedTemplatesTests {
    static Assembled assembled(String code) {
        var shipped = ShippedTemplate.all().stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow();
        var template = TemplateReader.read(shipped.text());
        assertThat(template.problems()).isEmpty();
        var terms = new Terms(
                Integer.parseInt(code), LocalDate.parse(template.cover().asOf()));
        return Assembly.assemble(template, terms, new ListedFigures(GoldenFigures.of(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "2023"})
    void everyPrintedFigureIsBoundWithItsVeryDays(String code) {
        var bound =
                assembled(code).figures().stream().map(FigureLine::reference).collect(Collectors.toSet());
        assertThat(bound)
                .containsAll(GoldenFigures.of(code).stream()
                        .map(GoldenFigures.Line::reference)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "2023"})
    void keysAreWrittenAsTheListWritesThem(String code) {
        var written =
                assembled(code).figures().stream().map(FigureLine::written).toList();
        assertThat(written)
                .containsAll(GoldenFigures.of(code).stream()
                        .map(GoldenFigures.Line::key)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "2023"})
    void totalsAgreeWithTheirTables(String code) {
        assertThat(assembled(code).doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "2023"})
    void whatTheListKnowsIsNeverAGap(String code) {
        var known = GoldenFigures.of(code).stream()
                .map(GoldenFigures.Line::reference)
                .collect(Collectors.toSet());
        assertThat(assembled(code).figures())
                .filteredOn(f -> known.contains(f.reference()))
                .hasSize(known.size())
                .allSatisfy(f -> assertThat(f.value()).isNotNull());
    }

    @Test
    void aRateIsPrintedByTheOneRule() {
        var table = assembled("2023").document().blocks().stream()
                .filter(b -> b instanceof Block.Table t && t.caption().startsWith("단위사업별"))
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
        var total = table.rows().get(1).cells();
        assertThat(total.get(3).content()).singleElement().isInstanceOfSatisfying(Inline.Number.class, n -> {
            assertThat(n.printed()).isEqualTo("40.9");
            assertThat(n.reference()).isEqualTo("office.budget.execution_rate|2023-01-01|2023-05-31");
        });
        assertThat(total.get(1).formula()).isEqualTo("SUM({2,1}:{7,1})");
        assertThat(total.get(3).formula()).startsWith("IF({1,2}=0,0,IF(AND(ROUND({1,2}/{1,1}*100,1)=100");
    }
}
