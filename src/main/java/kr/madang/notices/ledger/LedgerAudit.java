package kr.madang.notices.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts the ledger over (원장 점검): the rows of every run, its frozen messages, what became of them and the tally must be the same. */
@Component
public class LedgerAudit {
    /** @param messages how many were counted */
    public record Report(int sends, long messages, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    /** Each gives {@code send}, {@code expected} and {@code found} of runs that are not as they should be. */
    private enum Rule {
        ROWS("""
                select r.send, r.rows::bigint as expected, count(m.row) as found
                from notices.run r left join notices.message m on m.send = r.send
                group by r.send having count(m.row) <> r.rows or count(m.row) > 0 and max(m.row) <> r.rows"""),
        CHUNKS("""
                select r.send, r.rows::bigint as expected, coalesce(sum(c.last - c.first + 1), 0) as found
                from notices.run r left join notices.chunk c on c.send = r.send and c.attempt = 1
                group by r.send having coalesce(sum(c.last - c.first + 1), 0) <> r.rows"""),
        TALLY("""
                with stands as (
                    select send, state, count(*) as n from (
                        select distinct on (send, row) send, row, state from notices.outcome
                        order by send, row, attempt desc, stage desc) last
                    where state <> 0 group by send, state)
                select send, coalesce(s.n, 0) as expected, coalesce(t.count, 0)::bigint as found
                from stands s full join notices.tally t using (send, state)
                where coalesce(s.n, 0) <> coalesce(t.count, 0)"""),
        /** A run that is over owes nobody an answer about who was never tried. */
        CLOSED("""
                select r.send, 0::bigint as expected, (r.rows - coalesce(sum(t.count), 0))::bigint as found
                from notices.run r left join notices.tally t on t.send = r.send where r.state = 'CLOSED'
                group by r.send having r.rows <> coalesce(sum(t.count), 0)"""),
        /** Handed twice is what must never be. */
        TWICE("""
                select send, 0::bigint as expected, count(*) as found from (
                    select o.send, o.row from notices.outcome o where o.state in (1, 2)
                    group by o.send, o.row having count(distinct o.attempt) > 1) twice group by send""");

        private final String sql;

        Rule(String sql) {
            this.sql = sql;
        }
    }

    private final JdbcClient db;

    LedgerAudit(JdbcClient db) {
        this.db = db;
    }

    /** In one view of the records, so that what runs meanwhile does not look wrong. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Report check() {
        var findings = new ArrayList<Finding>();
        for (var rule : Rule.values())
            findings.addAll(db.sql(rule.sql + " order by 1")
                    .query((row, n) ->
                            new Finding(row.getInt("send"), rule.name(), row.getLong("expected"), row.getLong("found")))
                    .list());
        int sends =
                db.sql("select count(*) from notices.run").query(Integer.class).single();
        long messages = db.sql("select coalesce(sum(rows), 0) from notices.run")
                .query(Long.class)
                .single();
        return new Report(sends, messages, findings);
    }
}
