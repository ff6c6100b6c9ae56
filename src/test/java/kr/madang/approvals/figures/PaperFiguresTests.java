package kr.madang.approvals.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import kr.madang.DemoTest;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of papers say what the registers and events say, row by row. */
@DemoTest
class PaperFiguresTests {
    private static final Period MAY = new Period(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 31));
    private static final Period YEAR = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));

    @Autowired
    FigureCatalogue figures;

    @Autowired
    JdbcClient db;

    private BigDecimal value(FigureKey key, Period period) {
        return figures.value(key, period).orElseThrow();
    }

    private BigDecimal shares(FigureKey key, Period period) {
        var sum = BigDecimal.ZERO;
        for (long at = 0; ; at += 500) {
            var some = figures.rows(key, period, at, 500);
            sum = some.rows().stream().map(FigureRows.Row::share).reduce(sum, BigDecimal::add);
            if (at + 500 >= some.total()) return sum;
        }
    }

    @Test
    void rowsSumToTheirFigure() {
        for (var name :
                new String[] {"approvals.produced", "approvals.approval_time", "approvals.overdue", "approvals.received"
                }) {
            var key = FigureKey.of(name);
            assertThat(shares(key, MAY)).as(name).isEqualByComparingTo(value(key, MAY));
            assertThat(value(key, MAY)).as(name).isPositive();
        }
    }

    @Test
    void partsSumToTheWhole() {
        var key = FigureKey.of("approvals.produced");
        for (var dimension : new String[] {"unit", "team", "disclosure"}) {
            var sum = figures.values(key.name(), dimension, YEAR).stream()
                    .map(v -> value(key.with(dimension, v), YEAR))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(dimension).isEqualByComparingTo(value(key, YEAR));
        }
    }

    @Test
    void theMeanIsTheMean() {
        for (var team : new String[] {"%", "press", "telecom"}) {
            double mean = db.sql("""
                    select avg(extract(epoch from approved_at - submitted_at)) / 3600 from approvals.paper
                    where approved_at >= '2023-05-01T00:00+09' and approved_at < '2023-06-01T00:00+09' and team like ?""").param(team).query(Double.class).single();
            var whole = FigureKey.of("approvals.approval_time");
            assertThat(value(team.equals("%") ? whole : whole.with("team", team), MAY)
                            .doubleValue())
                    .as(team)
                    .isCloseTo(mean, org.assertj.core.data.Offset.offset(0.001));
        }
    }

    @Test
    void whatWasLateOnADayIsToldByTheEvents() {
        long late = db.sql("""
                select count(*) from (
                  select e.paper, max(e.at) filter (where e.kind = 'SUBMITTED') as sent,
                    max(e.at) filter (where e.kind in ('RETURNED', 'WITHDRAWN')) as back,
                    max(p.approved_at) filter (where p.approved_at < '2023-06-01T00:00+09') as decided
                  from approvals.event e join approvals.paper p on p.id = e.paper
                  where e.at < '2023-06-01T00:00+09' group by e.paper) s
                where sent < '2023-05-29T00:00+09' and decided is null and (back is null or back < sent)""").query(Long.class).single();
        assertThat(value(FigureKey.of("approvals.overdue"), MAY)).isEqualByComparingTo(BigDecimal.valueOf(late));
    }

    @Test
    void nothingBeforeTheFirstPaper() {
        var then = new Period(LocalDate.of(1999, 1, 1), LocalDate.of(1999, 12, 31));
        assertThat(figures.value(FigureKey.of("approvals.produced"), then)).isEmpty();
        assertThat(figures.value(FigureKey.of("approvals.overdue"), then)).isEmpty();
    }

    @Test
    void titlesOfClosedPapersStayClosed() {
        var key = FigureKey.of("approvals.produced").with("disclosure", "CLOSED");
        assertThat(figures.rows(key, MAY, 0, 50).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.cells().get(1)).isEqualTo("(비공개)"));
    }
}
