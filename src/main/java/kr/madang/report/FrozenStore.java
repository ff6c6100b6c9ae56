package kr.madang.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.kernel.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FrozenStore {
    private final JdbcClient db;

    FrozenStore(JdbcClient db) {
        this.db = db;
    }

    void insert(FrozenReport frozen, Actor by) {
        db.sql("""
                insert into report.frozen (report, as_of, document, hash, by_id, by_name, at)
                values (:report, :asOf, :document, :hash, :by, :name, :at)""")
                .param("report", frozen.report())
                .param("asOf", frozen.asOf())
                .param("document", frozen.document())
                .param("hash", frozen.hash())
                .param("by", by.id())
                .param("name", by.name())
                .param("at", frozen.at())
                .update();
        for (int position = 0; position < frozen.figures().size(); position++)
            insert(frozen.report(), position, frozen.figures().get(position));
    }

    private void insert(Report.Id report, int position, FrozenReport.Line line) {
        db.sql("""
                insert into report.frozen_figure (report, position, written, key, kind, unit, from_day, to_day, value, row_count,
                    rows_digest)
                values (:report, :position, :written, :key, :kind, :unit, :from, :to, :value, :rows, :digest)""")
                .param("report", report)
                .param("position", position)
                .param("written", line.written())
                .param("key", line.key())
                .param("kind", line.kind())
                .param("unit", line.unit())
                .param("from", line.period().from())
                .param("to", line.period().to())
                .param("value", line.value(), java.sql.Types.NUMERIC)
                .param("rows", line.rowCount())
                .param("digest", line.rowsDigest())
                .update();
    }

    Optional<FrozenReport> find(Report.Id report) {
        return db.sql("select report, as_of, document, hash, by_name, at from report.frozen where report = :report")
                .param("report", report)
                .query((row, i) -> new FrozenReport(
                        report,
                        row.getObject("as_of", LocalDate.class),
                        row.getString("document"),
                        figures(report),
                        row.getString("hash"),
                        row.getString("by_name"),
                        ReportStore.instant(row, "at")))
                .optional();
    }

    List<Report.Id> list() {
        return db.sql("select report from report.frozen order by at, report")
                .query((row, i) -> new Report.Id(row.getObject(1, UUID.class)))
                .list();
    }

    private List<FrozenReport.Line> figures(Report.Id report) {
        return db.sql("""
                select written, key, kind, unit, from_day, to_day, value, row_count, rows_digest from report.frozen_figure
                where report = :report order by position""").param("report", report).query(FrozenStore::line).list();
    }

    private static FrozenReport.Line line(ResultSet row, int index) throws SQLException {
        BigDecimal value = row.getBigDecimal("value");
        return new FrozenReport.Line(
                row.getString("written"),
                row.getString("key"),
                row.getString("kind"),
                row.getString("unit"),
                new Period(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                value,
                row.getLong("row_count"),
                row.getString("rows_digest"));
    }

    /** The next number of the year; rolled back with its transaction, so no number is ever skipped. */
    int nextNumber(int year) {
        return db.sql("""
                insert into report.year_counter (year, last) values (:year, 1)
                on conflict (year) do update set last = year_counter.last + 1 returning last""").param("year", year).query(Integer.class).single();
    }

    void issue(Report.Id report, int year, int number, Actor by, Instant at) {
        db.sql("""
                insert into report.issue (report, year, number, by_id, by_name, at)
                values (:report, :year, :number, :by, :name, :at)""")
                .param("report", report)
                .param("year", year)
                .param("number", number)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }
}
