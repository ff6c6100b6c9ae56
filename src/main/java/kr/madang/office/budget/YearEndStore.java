package kr.madang.office.budget;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of closing a fiscal year. */
@Repository
class YearEndStore {
    /** Commitments of a year with what is left to pay on each; counter entries belong to the commitment they take back. */
    private static final String OPEN = """
            select coalesce(obligation_id, id) as id,
                   sum(case kind when 'PAYMENT' then -amount else amount end)::bigint as unpaid
            from office.ledger_entry where fiscal_year = :year
            group by 1 having sum(case kind when 'PAYMENT' then -amount else amount end) > 0""";

    private final JdbcClient db;

    YearEndStore(JdbcClient db) {
        this.db = db;
    }

    /** When and by whom the books were closed. */
    record Closed(@Nullable Instant at, String by) {}

    Closed closed(int year) {
        return db.sql(
                        "select closed_at, coalesce(closed_by, '') as closed_by from office.fiscal_year where year = :year")
                .param("year", year)
                .query((row, n) -> new Closed(instant(row.getTimestamp("closed_at")), row.getString("closed_by")))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    int close(int year, Instant at, String by) {
        db.sql("select year from office.fiscal_year where year = :year for update")
                .param("year", year)
                .query()
                .listOfRows();
        return db.sql("""
                update office.fiscal_year set closed_at = :at, closed_by = :by
                where year = :year and closed_at is null""").param("year", year).param("at", at).param("by", by).update();
    }

    long countOpen(int year) {
        return db.sql("select count(*) from (" + OPEN + ") o")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    List<YearEnd.Unpaid> open(int year, int limit) {
        return db.sql("""
                select e.id, e.document_no, e.on_date, p.name as project, l.name as line, e.payee, o.unpaid
                from (%s) o
                join office.ledger_entry e on e.id = o.id
                join office.budget_node l on l.id = e.line_id
                join office.budget_node p on p.id = l.parent_id
                order by o.unpaid desc, e.id limit :limit""".formatted(OPEN))
                .param("year", year)
                .param("limit", limit)
                .query((row, n) -> new YearEnd.Unpaid(
                        row.getObject("id", UUID.class),
                        row.getString("document_no"),
                        row.getObject("on_date", LocalDate.class),
                        row.getString("project"),
                        row.getString("line"),
                        row.getString("payee"),
                        row.getLong("unpaid")))
                .list();
    }
}
