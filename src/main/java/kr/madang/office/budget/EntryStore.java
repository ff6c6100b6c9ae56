package kr.madang.office.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that writes money: ledger entries and appropriations are only ever inserted. */
@Repository
class EntryStore {
    private final JdbcClient db;

    EntryStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Entry entry, @Nullable UUID batch, Instant at, String by) {
        db.sql("""
                insert into office.ledger_entry (id, fiscal_year, line_id, kind, source, amount, on_date, document_no,
                    payee, memo, obligation_id, reverses, batch_id, entered_at, entered_by)
                values (:id, :year, :line, :kind, :source, :amount, :day, :document, :payee, :memo,
                    :obligation::uuid, :reverses::uuid, :batch::uuid, :at, :by)""")
                .param("id", entry.id())
                .param("year", entry.fiscalYear())
                .param("line", entry.line())
                .param("kind", entry.kind())
                .param("source", entry.source())
                .param("amount", entry.amount())
                .param("day", entry.day())
                .param("document", entry.documentNo())
                .param("payee", entry.payee())
                .param("memo", entry.memo())
                .param("obligation", entry.obligation())
                .param("reverses", entry.reverses())
                .param("batch", batch)
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** The next free number of its kind in the year, e.g. {@code 지출-2023-03012}; the year's row is locked for it. */
    String nextDocument(int year, Move kind) {
        db.sql("select pg_advisory_xact_lock(hashtext('office.document'), :year)")
                .param("year", year)
                .query()
                .listOfRows();
        var prefix = "%s-%d-".formatted(kind.title(), year);
        int last = db.sql("""
                select coalesce(max(substring(document_no from '[0-9]{1,9}$')::int), 0) from office.ledger_entry
                where fiscal_year = :year and kind = :kind and document_no ~ ('^' || :prefix || '[0-9]{1,9}$')""")
                .param("year", year)
                .param("kind", kind)
                .param("prefix", prefix)
                .query(Integer.class)
                .single();
        return prefix + "%05d".formatted(last + 1);
    }

    void grant(
            UUID id,
            UUID line,
            Grant kind,
            Source source,
            long amount,
            LocalDate day,
            String basis,
            Instant at,
            String by) {
        db.sql("""
                insert into office.appropriation (id, line_id, kind, source, amount, on_date, basis, entered_at, entered_by)
                values (:id, :line, :kind, :source, :amount, :day, :basis, :at, :by)""")
                .param("id", id)
                .param("line", line)
                .param("kind", kind)
                .param("source", source)
                .param("amount", amount)
                .param("day", day)
                .param("basis", basis)
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** Line items of a year as an import names them. */
    List<NamedLine> namedLines(int year) {
        return db.sql("""
                select l.id, o.name as policy, u.name as unit, p.name as project, l.name as line
                from office.budget_node l
                join office.budget_node p on p.id = l.parent_id
                join office.budget_node u on u.id = p.parent_id
                join office.budget_node o on o.id = u.parent_id
                where l.fiscal_year = :year and l.level = 'LINE'
                order by o.position, u.position, p.position, l.position""").param("year", year).query(NamedLine.class).list();
    }
}
