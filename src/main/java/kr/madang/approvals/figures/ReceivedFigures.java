package kr.madang.approvals.figures;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** Figures of received documents (접수문서 지표), counted from the register of receipts. */
@Component
class ReceivedFigures implements Figures {
    private static final String RECEIVED = """
            from approvals.register_entry e join approvals.receipt r on r.id = e.receipt
            where e.register = 'RECEIPT' and e.at >= :from and e.at < :to
                and (:unit::text is null or e.unit_name = :unit)""";

    private final JdbcClient db;

    ReceivedFigures(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Figure> definitions() {
        return List.of(new Figure(
                "approvals.received",
                "접수문서",
                Figure.Kind.FLOW,
                "건",
                0,
                Set.of("unit"),
                "기간에 접수등록번호를 받은 문서의 수. 등록대장의 줄을 센다."));
    }

    /** Empty while the office has received nothing by then. */
    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        boolean any = db.sql("select exists (select from approvals.receipt where arrived_at < :to)")
                .param("to", PaperCounts.end(period))
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
        var rows = asked("""
                select r.id, e.unit_name || '-' || e.serial as number, r.title, r.closed, r.sender, e.unit_name, e.at
                """, key, period, "\norder by e.at, r.id offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> {
                    LocalDate day = row.getObject("at", OffsetDateTime.class)
                            .atZoneSameInstant(PaperCounts.SEOUL)
                            .toLocalDate();
                    var title = row.getBoolean("closed") ? "(비공개)" : row.getString("title");
                    var cells = Arrays.<@Nullable Object>asList(
                            row.getString("number"), title, row.getString("sender"), row.getString("unit_name"), day);
                    return new Row("/desk/approvals/received/" + row.getString("id"), cells, BigDecimal.ONE);
                })
                .list();
        return new FigureRows(List.of("접수번호", "제목", "보낸 곳", "처리과", "접수일"), rows, total);
    }

    private JdbcClient.StatementSpec asked(String select, FigureKey key, Period period, String tail) {
        return db.sql(select + RECEIVED + tail)
                .param("from", PaperCounts.moment(period.from()))
                .param("to", PaperCounts.end(period))
                .param("unit", key.dimensions().get("unit"), Types.VARCHAR);
    }

    @Override
    public List<String> values(String figure, String dimension, Period period) {
        return db.sql("select name from approvals.unit order by name")
                .query(String.class)
                .list();
    }
}
