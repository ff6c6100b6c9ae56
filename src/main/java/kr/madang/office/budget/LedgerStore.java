package kr.madang.office.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.office.ledger.Balance;
import kr.madang.office.ledger.Basis;
import kr.madang.office.ledger.Headroom;
import kr.madang.office.ledger.Move;
import kr.madang.office.ledger.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the execution ledger. Sums come from the daily roll-up that a trigger keeps. */
@Repository
class LedgerStore {
    /** Executed per line and source up to a day, from the daily roll-up. */
    private static final String EXECUTED = """
            select line_id, source, sum(obligated)::bigint as obligated, sum(paid)::bigint as paid,
                   sum(returned)::bigint as returned
            from office.ledger_day
            where fiscal_year = :year and on_date <= :day
            group by line_id, source
            """;

    private static final String NAMED = """
            select e.*, l.name as line, p.name as project, u.name as unit
            from office.ledger_entry e
            join office.budget_node l on l.id = e.line_id
            join office.budget_node p on p.id = l.parent_id
            join office.budget_node u on u.id = p.parent_id
            """;

    private final JdbcClient db;

    LedgerStore(JdbcClient db) {
        this.db = db;
    }

    private JdbcClient.StatementSpec asOf(String sql, int year, LocalDate day) {
        return db.sql(sql).param("year", year).param("day", day);
    }

    /** What was executed up to the day, per line item. */
    Map<UUID, Balance> executed(int year, LocalDate day) {
        var executed = new HashMap<UUID, Balance>();
        asOf(EXECUTED, year, day)
                .query((row, n) -> executed.merge(
                        row.getObject("line_id", UUID.class),
                        Balance.executed(row.getLong("obligated"), row.getLong("paid"), row.getLong("returned")),
                        Balance::plus))
                .list();
        return executed;
    }

    /** Executed up to the day in the slice, in won. */
    Balance executed(Slice slice, LocalDate day) {
        var sql = """
                select coalesce(sum(obligated), 0)::bigint as obligated, coalesce(sum(paid), 0)::bigint as paid,
                       coalesce(sum(returned), 0)::bigint as returned
                from (%s) x join (%s) l on l.id = x.line_id
                where (:source::text is null or x.source = :source)""".formatted(EXECUTED, BudgetStore.LINES);
        return BudgetStore.bind(asOf(sql, slice.fiscalYear(), day), slice)
                .query((row, n) ->
                        Balance.executed(row.getLong("obligated"), row.getLong("paid"), row.getLong("returned")))
                .single();
    }

    private static final String OF_SLICE = """
            from office.ledger_entry e join (%s) l on l.id = e.line_id
            where e.fiscal_year = :year and e.on_date between :from and :to
              and (e.kind = 'OBLIGATION') = :obligated and (:source::text is null or e.source = :source)
            """.formatted(BudgetStore.LINES);

    long count(Slice slice, Period period, Basis basis) {
        return ofSlice("select count(*) " + OF_SLICE, slice, period, basis)
                .query(Long.class)
                .single();
    }

    /** The entries behind an executed sum, oldest first. */
    List<Entry> list(Slice slice, Period period, Basis basis, long offset, int limit) {
        return ofSlice(
                        "select e.*, l.line, l.project, l.unit " + OF_SLICE
                                + " order by e.on_date, e.id offset :offset limit :limit",
                        slice,
                        period,
                        basis)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    private JdbcClient.StatementSpec ofSlice(String sql, Slice slice, Period period, Basis basis) {
        return BudgetStore.bind(db.sql(sql), slice)
                .param("from", period.from())
                .param("to", period.to())
                .param("obligated", basis == Basis.OBLIGATED);
    }

    Optional<Entry> find(UUID id) {
        return db.sql(NAMED + " where e.id = :id")
                .param("id", id)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Payments and returns of a commitment and counter entries to it, oldest first. */
    List<Entry> ofObligation(UUID obligation) {
        return db.sql(NAMED + " where e.obligation_id = :id order by e.on_date, e.id")
                .param("id", obligation)
                .query((row, n) -> entry(row))
                .list();
    }

    Optional<Entry> counterOf(UUID entry) {
        return db.sql(NAMED + " where e.reverses = :id")
                .param("id", entry)
                .query((row, n) -> entry(row))
                .optional();
    }

    Optional<Entry> byDocument(int year, Move kind, String documentNo) {
        return db.sql(NAMED + " where e.fiscal_year = :year and e.kind = :kind and e.document_no = :no")
                .param("year", year)
                .param("kind", kind)
                .param("no", documentNo)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Net payments per month of a fiscal year, per detailed project. */
    SortedMap<YearMonth, Map<UUID, Long>> spentByMonth(int year, LocalDate day) {
        var months = new TreeMap<YearMonth, Map<UUID, Long>>();
        db.sql("""
                select l.parent_id as project, date_trunc('month', d.on_date)::date as month,
                       sum(d.paid - d.returned)::bigint as spent
                from office.ledger_day d join office.budget_node l on l.id = d.line_id
                where d.fiscal_year = :year and d.on_date <= :day
                group by 1, 2""")
                .param("year", year)
                .param("day", day)
                .query((row, n) -> months.computeIfAbsent(
                                YearMonth.from(row.getObject("month", LocalDate.class)), m -> new HashMap<>())
                        .put(row.getObject("project", UUID.class), row.getLong("spent")))
                .list();
        return months;
    }

    /** Locks the line item until the end of the transaction: two entries at once are checked one after the other. */
    void lockLine(UUID line) {
        db.sql("select id from office.budget_node where id = :line for update")
                .param("line", line)
                .query()
                .listOfRows();
    }

    /** Every day on which the committable money of a line and source changed. */
    List<Headroom.Change> committable(UUID line, Source source) {
        return changes("""
                select on_date as day, sum(amount)::bigint as amount from (
                    select on_date, case kind when 'CARRIED_OUT' then -amount else amount end as amount
                    from office.appropriation where line_id = :id and source = :source
                    union all
                    select on_date, -amount from office.ledger_entry
                    where line_id = :id and source = :source and kind = 'OBLIGATION') c
                group by on_date""", line, source);
    }

    /** Every day on which the payable money of a commitment changed. */
    List<Headroom.Change> payable(UUID obligation) {
        return changes("""
                select on_date as day, sum(case kind when 'PAYMENT' then -amount else amount end)::bigint as amount
                from office.ledger_entry where id = :id or obligation_id = :id
                group by on_date""", obligation, null);
    }

    /** Every day on which the returnable money of a commitment changed. */
    List<Headroom.Change> returnable(UUID obligation) {
        return changes("""
                select on_date as day, sum(case kind when 'PAYMENT' then amount else -amount end)::bigint as amount
                from office.ledger_entry where obligation_id = :id and kind <> 'OBLIGATION'
                group by on_date""", obligation, null);
    }

    private List<Headroom.Change> changes(String sql, UUID id, @Nullable Source source) {
        return db.sql(sql)
                .param("id", id)
                .param("source", source)
                .query((row, n) -> new Headroom.Change(row.getObject("day", LocalDate.class), row.getLong("amount")))
                .list();
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getInt("fiscal_year"),
                row.getObject("line_id", UUID.class),
                row.getString("unit"),
                row.getString("project"),
                row.getString("line"),
                Move.valueOf(row.getString("kind")),
                Source.valueOf(row.getString("source")),
                row.getLong("amount"),
                row.getObject("on_date", LocalDate.class),
                row.getString("document_no"),
                row.getString("payee"),
                row.getString("memo"),
                row.getObject("obligation_id", UUID.class),
                row.getObject("reverses", UUID.class));
    }
}
