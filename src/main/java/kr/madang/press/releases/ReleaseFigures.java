package kr.madang.press.releases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.figures.FigureRows.Row;
import kr.madang.kernel.figures.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of releases (보도자료 지표), counted from what was let out. */
@Component
class ReleaseFigures implements Figures {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final List<String> COLUMNS = List.of("번호", "제목", "담당 부서", "배포일");

    private static final String BODY = """
            from press.release r join press.release_version v on v.release = r.id and v.version =
                (select min(f.version) from press.release_version f where f.release = r.id and f.state = 'RELEASED')
            where v.released_at >= :from and v.released_at < :to
            """;

    private final JdbcClient db;

    ReleaseFigures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(new Figure(
                "press.releases",
                "보도자료 작성 및 배포",
                Figure.Kind.FLOW,
                "건",
                0,
                Set.of(),
                "기간에 처음 배포한 보도자료의 수. 정정한 판은 따로 세지 않고, 나중에 철회한 것도 센다."));
    }

    /** Empty while the office has let nothing out by then. */
    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        boolean any = db.sql("select exists (select from press.release_version where released_at < :to)")
                .param("to", start(period.to().plusDays(1)))
                .query(Boolean.class)
                .single();
        if (!any) return Optional.empty();
        return Optional.of(asked("select count(*)::numeric ", period, "")
                .query(BigDecimal.class)
                .single());
    }

    @Override
    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        long total = asked("select count(*) ", period, "").query(Long.class).single();
        var rows = asked(
                        "select r.serial, r.year, r.number, v.title, v.unit, v.released_at ",
                        period,
                        "order by v.released_at, r.serial offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(ReleaseFigures::row)
                .list();
        return new FigureRows(COLUMNS, rows, total);
    }

    private static Row row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var cells = Arrays.<@Nullable Object>asList(
                ReleaseStore.number(row),
                row.getString("title"),
                row.getString("unit"),
                LocalDate.ofInstant(ReleaseStore.at(row, "released_at"), SEOUL));
        return new Row("/desk/press/releases/" + row.getInt("serial"), cells, BigDecimal.ONE);
    }

    private JdbcClient.StatementSpec asked(String select, Period period, String tail) {
        return db.sql(select + BODY + tail)
                .param("from", start(period.from()))
                .param("to", start(period.to().plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SEOUL).toInstant();
    }
}
