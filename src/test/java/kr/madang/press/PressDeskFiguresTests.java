package kr.madang.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import kr.madang.DemoTest;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures of papers, training and booklets in the demo office, with the rows behind them. */
@DemoTest
class PressDeskFiguresTests {
    @Autowired
    FigureCatalogue figures;

    @Test
    void figuresAreThoseOfTheReportsAndTheSumsOfTheirRows() {
        var year = Period.fiscalYear(2012);
        var may = Period.day(LocalDate.of(2023, 5, 31));
        Map.of("press.training", 2, "press.booklets", 1).forEach((name, value) -> check(name, year, value));
        Map.of("press.subscription_titles", 10, "press.subscription_copies", 2308)
                .forEach((name, value) -> check(name, may, value));
        assertThat(figures.value(FigureKey.of("press.subscription_copies"), Period.day(LocalDate.of(2011, 1, 1))))
                .isEmpty();
    }

    private void check(String name, Period period, int value) {
        var key = FigureKey.of(name);
        assertThat(figures.value(key, period).orElseThrow()).as(name).isEqualByComparingTo(BigDecimal.valueOf(value));
        var rows = figures.rows(key, period, 0, 10_000);
        assertThat(rows.rows().stream().map(FigureRows.Row::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(name)
                .isEqualByComparingTo(BigDecimal.valueOf(value));
        assertThat(rows.total()).isEqualTo(rows.rows().size());
    }
}
