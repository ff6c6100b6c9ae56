package kr.madang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import kr.madang.DemoTest;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.report.assembly.FigureLine;
import kr.madang.report.assembly.Terms;
import kr.madang.report.template.ShippedTemplate;
import kr.madang.report.template.TemplateReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures of the demo office against those the two real reports print. */
@DemoTest
class GoldenFiguresTests {
    /** How many were available when this was last raised; rooms to come only ever add. */
    private static final int AVAILABLE_BEFORE = 33;

    @Autowired
    FigureCatalogue catalogue;

    @Autowired
    Assembler assembler;

    @Test
    void everyAvailableFigureIsWhatTheReportsPrint() {
        var mismatches = new ArrayList<String>();
        int available = 0;
        for (var line : GoldenFigures.all()) {
            var figure = catalogue.find(line.figure());
            if (figure.isEmpty()) continue;
            var value = catalogue.value(line.figure(), line.period()).map(figure.get()::rounded);
            if (value.isEmpty()) continue;
            available++;
            if (value.get().compareTo(line.value()) != 0
                    || !figure.get().kind().word().equals(line.kind())
                    || !figure.get().unit().equals(line.unit()))
                mismatches.add(line + " but " + value.get() + figure.get().unit());
        }
        System.out.println(available + " of " + GoldenFigures.all().size());
        assertThat(mismatches).isEmpty();
        assertThat(available).isGreaterThanOrEqualTo(AVAILABLE_BEFORE);
    }

    @Test
    void everyFigureOfTheOfficeIsAvailable() {
        assertThat(GoldenFigures.all())
                .filteredOn(l -> l.figure().room().equals("office"))
                .allSatisfy(
                        l -> assertThat(catalogue.value(l.figure(), l.period())).isPresent());
    }

    @Test
    void theRowsSumToTheValueOfEveryFigureBothReportsPrint() {
        var known = printed().filter(f -> f.value() != null).toList();
        assertThat(known).hasSizeGreaterThan(100);
        assertThat(known.stream().filter(f -> sum(f).compareTo(f.value()) != 0).map(FigureLine::reference))
                .isEmpty();
    }

    private Stream<FigureLine> printed() {
        return ShippedTemplate.all().stream().flatMap(shipped -> {
            var template = TemplateReader.read(shipped.text());
            var asOf = LocalDate.parse(template.cover().asOf());
            return assembler.assemble(template, new Terms(asOf.getYear(), asOf)).figures().stream();
        });
    }

    private BigDecimal sum(FigureLine line) {
        var share = BigDecimal.ZERO;
        var base = BigDecimal.ZERO;
        var key = FigureKey.parse(line.key().toString());
        var figure = catalogue.find(key).orElseThrow();
        long total;
        long at = 0;
        do {
            var some = catalogue.rows(key, line.period(), at, 500);
            for (var row : some.rows()) {
                share = share.add(row.share());
                base = base.add(row.base());
            }
            total = some.total();
            at += some.rows().size();
            assertThat(some.rows().isEmpty() && at < total).as("rows of " + key).isFalse();
        } while (at < total);
        return figure.kind() == Figure.Kind.RATE ? kr.madang.kernel.Korean.rate(share, base) : figure.rounded(share);
    }

    @Test
    void noTotalOfTheDemoReportsContradictsItsTable() {
        for (var shipped : ShippedTemplate.all()) {
            var template = TemplateReader.read(shipped.text());
            var asOf = LocalDate.parse(template.cover().asOf());
            assertThat(assembler
                            .assemble(template, new Terms(asOf.getYear(), asOf))
                            .doubts())
                    .isEmpty();
        }
    }

    @Test
    void whatTheOfficeCanAnswerIsNoGapInTheReports() {
        var missing = printed().filter(f -> f.key().room().equals("office") && f.value() == null);
        assertThat(missing.map(FigureLine::reference)).isEmpty();
    }
}
