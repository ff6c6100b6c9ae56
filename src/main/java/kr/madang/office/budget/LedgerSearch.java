package kr.madang.office.budget;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds ledger entries. */
@Repository
class LedgerSearch {
    private static final String FOUND = """
            from office.ledger_entry e
            join office.budget_node l on l.id = e.line_id
            join office.budget_node p on p.id = l.parent_id
            join office.budget_node u on u.id = p.parent_id
            where e.fiscal_year = :year and e.on_date between :from and :to
              and (:kind::text is null or e.kind = :kind)
              and (:node::uuid is null or :node::uuid in (l.id, p.id, u.id, u.parent_id))
              and (:word = '' or e.document_no ilike :like escape '!' or e.payee ilike :like escape '!'
                   or e.memo ilike :like escape '!')
            """;

    private final JdbcClient db;

    LedgerSearch(JdbcClient db) {
        this.db = db;
    }

    private JdbcClient.StatementSpec bind(String sql, LedgerFilter filter) {
        return db.sql(sql)
                .param("year", filter.fiscalYear())
                .param("from", filter.period().from())
                .param("to", filter.period().to())
                .param("kind", filter.kind())
                .param("node", filter.node())
                .param("word", filter.word())
                .param("like", "%" + filter.word().replaceAll("([!%_])", "!$1") + "%");
    }

    LedgerPage page(LedgerFilter filter, long offset, int limit) {
        var entries = bind(
                        "select e.*, l.name as line, p.name as project, u.name as unit " + FOUND
                                + " order by e.on_date desc, e.id desc offset :offset limit :limit",
                        filter)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> LedgerStore.entry(row))
                .list();
        return bind("""
                select count(*) as total,
                       coalesce(sum(e.amount) filter (where e.kind = 'OBLIGATION'), 0)::bigint as obligated,
                       (coalesce(sum(e.amount) filter (where e.kind = 'PAYMENT'), 0)
                        - coalesce(sum(e.amount) filter (where e.kind = 'RETURN'), 0))::bigint as spent
                """ + FOUND, filter)
                .query((row, n) ->
                        new LedgerPage(entries, row.getLong("total"), row.getLong("obligated"), row.getLong("spent")))
                .single();
    }

    /** Reads everything found, oldest first, without holding it. */
    void each(LedgerFilter filter, Consumer<Entry> reader) {
        bind(
                        "select e.*, l.name as line, p.name as project, u.name as unit " + FOUND
                                + " order by e.on_date, e.id",
                        filter)
                .withFetchSize(1000)
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> reader.accept(LedgerStore.entry(row)));
    }
}
