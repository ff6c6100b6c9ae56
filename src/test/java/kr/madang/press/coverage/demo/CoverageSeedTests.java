package kr.madang.press.coverage.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kr.madang.DemoTest;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The coverage of the demo office is what its reports count, and looks like coverage. */
@DemoTest
class CoverageSeedTests {
    private static final Period NEW = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 5, 31));

    @Autowired
    FigureCatalogue figures;

    @Autowired
    JdbcClient db;

    private int value(String key, Period period) {
        return figures.value(FigureKey.parse(key), period).orElseThrow().intValueExact();
    }

    @Test
    void theFiguresOfTheReportsComeOutOfTheRows() {
        assertThat(value("press.coverage", Period.fiscalYear(2012))).isEqualTo(8_202);
        assertThat(value("press.coverage", NEW)).isEqualTo(6_547);
        assertThat(value("press.coverage{tier=central_broadcast}", NEW)).isEqualTo(30);
        assertThat(value("press.coverage{tier=regional_broadcast}", NEW)).isEqualTo(66);
        assertThat(value("press.coverage{tier=central_daily}", NEW)).isEqualTo(663);
        assertThat(value("press.coverage{tier=regional_online}", NEW)).isEqualTo(5_788);
    }

    @Test
    void reprintsStandInGroupsOfSeveralOutlets() {
        var sizes = db.sql("""
                select count(*)::int from press.article where published_at >= '2023-01-01' group by cluster having count(*) > 1""").query(Integer.class).list();
        assertThat(sizes.stream().mapToInt(n -> n).sum()).isGreaterThan(5_000);
        assertThat(sizes).hasSizeBetween(150, 900);
        assertThat(db.sql("select count(*) from press.article where thread is null and published_at < '2024-01-01'")
                        .query(Long.class)
                        .single())
                .isZero();
        // a group that holds half of everything would be a fault of the grouping
        assertThat(sizes.stream().mapToInt(n -> n).max().orElse(0)).isLessThan(400);
    }

    @Test
    void everyArticleNamesItselfAndNothingUnfinished() {
        List<String> odd = db.sql("""
                select title from press.article where title ~ '%|null|\\{|\\}' or lead ~ '%[sd,]|null' or title ~ '  ' limit 5""").query(String.class).list();
        assertThat(odd).isEmpty();
    }
}
