package kr.madang.press.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import kr.madang.kernel.figures.Figures;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of coverage (언론보도 지표), counted from the articles. */
@Component
class CoverageFigures implements Figures {
    private static final String NAME = "press.coverage";
    private static final String TIER = "tier";
    private static final List<String> COLUMNS = List.of("보도일", "매체", "구분", "제목", "기자");

    private static final String BODY = """
            from press.article a join press.outlet o on o.id = a.outlet
            where a.left_out_at is null and a.published_at >= :from and a.published_at < :to and (:tier = '' or o.tier = :tier)
            """;

    private final JdbcClient db;

    CoverageFigures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(new Figure(
                NAME,
                "언론보도",
                Figure.Kind.FLOW,
                "건",
                0,
                Set.of(TIER),
                "기간에 매체가 구정을 보도한 기사의 수. 같은 주소의 기사는 한 번 세고, 매체가 아직 등록되지 않은 기사와 구정과 무관해 제외한 기사는 세지 않는다."));
    }

    /** Empty while nothing has been gathered by then. */
    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        boolean any = db.sql("select exists (select from press.article where published_at < :to)")
                .param("to", start(period.to().plusDays(1)))
                .query(Boolean.class)
                .single();
        if (!any) return Optional.empty();
        return Optional.of(asked("select count(*)::numeric ", key, period, "")
                .query(BigDecimal.class)
                .single());
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        long total =
                asked("select count(*) ", key, period, "").query(Long.class).single();
        var rows = asked(
                        "select a.id, a.published_at, o.name, o.tier, a.title, a.reporter ",
                        key,
                        period,
                        "order by a.published_at, a.id offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(CoverageFigures::row)
                .list();
        return new FigureRows(COLUMNS, rows, total);
    }

    private static Row row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var cells = Arrays.<@Nullable Object>asList(
                LocalDate.ofInstant(ArticleStore.instant(row, "published_at"), Article.SEOUL),
                row.getString("name"),
                switch (Tier.valueOf(row.getString(TIER))) {
                    case CENTRAL_BROADCAST -> "중앙방송";
                    case REGIONAL_BROADCAST -> "지역방송";
                    case CENTRAL_DAILY -> "중앙일간지·통신사";
                    case REGIONAL_ONLINE -> "광역·지역신문·인터넷";
                },
                row.getString("title"),
                row.getString("reporter"));
        return new Row("/desk/press/coverage/" + row.getObject("id", UUID.class), cells, BigDecimal.ONE);
    }

    private JdbcClient.StatementSpec asked(String select, FigureKey key, Period period, String tail) {
        return db.sql(select + BODY + tail)
                .param("from", start(period.from()))
                .param("to", start(period.to().plusDays(1)))
                .param("tier", key.dimensions().getOrDefault(TIER, "").toUpperCase(java.util.Locale.ROOT));
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(Article.SEOUL).toInstant();
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        return Arrays.stream(Tier.values()).map(Tier::key).toList();
    }
}
