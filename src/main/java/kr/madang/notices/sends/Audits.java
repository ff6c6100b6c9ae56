package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.ledger.Finding;
import kr.madang.notices.ledger.LedgerAudit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has the ledger counted over every night, and keeps what was found (발송 점검). */
@Component
public class Audits {
    /** One counting. @param findings how many */
    public record Run(UUID id, Instant at, long millis, int sends, long messages, int findings) {}

    private final LedgerAudit audit;
    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Trail trail;
    private final Clock clock;

    Audits(LedgerAudit audit, JdbcClient db, TransactionOperations transaction, Trail trail, Clock clock) {
        this.audit = audit;
        this.db = db;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    public Run run(Actor by) {
        Sends.require(by, Level.WORK);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long began = System.nanoTime();
        var report = audit.check();
        var run = new Run(
                Id.next(at),
                at,
                (System.nanoTime() - began) / 1_000_000,
                report.sends(),
                report.messages(),
                report.findings().size());
        transaction.executeWithoutResult(_ -> keep(by, run, report.findings()));
        return run;
    }

    private void keep(Actor by, Run run, List<Finding> findings) {
        db.sql("""
                insert into notices.audit_run (id, at, millis, sends, messages)
                values (:id, :at, :millis, :sends, :messages)""")
                .param("id", run.id())
                .param("at", run.at())
                .param("millis", run.millis())
                .param("sends", run.sends())
                .param("messages", run.messages())
                .update();
        int number = 0;
        for (var finding : findings)
            db.sql("""
                    insert into notices.audit_finding (run, number, send, what, expected, found)
                    values (:run, :number, :send, :what, :expected, :found)""")
                    .param("run", run.id())
                    .param("number", ++number)
                    .param("send", finding.send())
                    .param("what", finding.what())
                    .param("expected", finding.expected())
                    .param("found", finding.found())
                    .update();
        trail.record(by, "notices", "ledger.audited", "audit:" + run.id(), Map.of("findings", run.findings()));
    }

    /** Newest first. */
    public List<Run> list(int most) {
        return db.sql("""
                select r.*, (select count(*)::int from notices.audit_finding f where f.run = r.id) as findings
                from notices.audit_run r order by r.at desc limit :most""")
                .param("most", most)
                .query((row, n) -> new Run(
                        row.getObject("id", UUID.class),
                        SendStore.instant(row, "at"),
                        row.getLong("millis"),
                        row.getInt("sends"),
                        row.getLong("messages"),
                        row.getInt("findings")))
                .list();
    }

    public Optional<Run> last() {
        return list(1).stream().findFirst();
    }

    public List<Finding> findings(UUID run) {
        return db.sql("select send, what, expected, found from notices.audit_finding where run = :run order by number")
                .param("run", run)
                .query(Finding.class)
                .list();
    }
}
