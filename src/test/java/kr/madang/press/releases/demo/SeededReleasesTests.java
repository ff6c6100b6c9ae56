package kr.madang.press.releases.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import kr.madang.DemoTest;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.press.newsroom.Newsroom;
import kr.madang.press.releases.writing.Findings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The releases of the demo office. */
@DemoTest
class SeededReleasesTests {
    @Autowired
    FigureCatalogue figures;

    @Autowired
    Newsroom newsroom;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvc http;

    @Test
    void theyAreAsManyAsTheReportCounts() {
        var period = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 5, 31));
        var key = new FigureKey("press.releases", new java.util.TreeMap<>());
        assertThat(figures.value(key, period)).contains(new BigDecimal(258));
        assertThat(figures.rows(key, period, 0, 1_000).rows()).hasSize(258);
    }

    @Test
    void noTwoHaveOneTitleAndNoneNeedsMending() {
        assertThat(db.sql(
                                "select count(*) - count(distinct title) from press.release_version where made_at < '2024-01-01'")
                        .query(Long.class)
                        .single())
                .isZero();
        for (var item : newsroom.page("", null, 100).rows())
            assertThat(Findings.of(item.content(), java.util.List.of(), item.releasedAt()))
                    .noneMatch(Findings.Finding::serious);
        assertThat(db.sql(
                                "select max(n) from (select count(*) as n from press.release_version where released_at is not null group by released_at::date) d")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(3);
    }

    @Test
    void anybodyCanTakeThePapers() throws Exception {
        http.perform(get("/press/2023-258/document.pdf")).andExpect(status().isOk());
        http.perform(get("/press/2023-258/document.hwpx")).andExpect(status().isOk());
    }
}
