package kr.madang.notices.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs that messages are added to as they come (늘어나는 발송): the same ledger, the same truth, but no last row. A run that has closed goes
 * on with the next message.
 */
@Component
public class GrowingRuns {
    private final RunStore runs;
    private final JdbcClient db;
    private final Clock clock;

    GrowingRuns(RunStore runs, JdbcClient db, Clock clock) {
        this.runs = runs;
        this.db = db;
        this.clock = clock;
    }

    /** Opens one, empty and running. */
    @Transactional
    public void open(int send, Lane lane) {
        runs.insert(send, lane, 0);
        runs.beginTally(send);
        db.sql("update notices.run set grows = true where send = :send")
                .param("send", send)
                .update();
        runs.move(send, List.of(Ledger.RunState.READY), Ledger.RunState.RUNNING, now());
    }

    /**
     * Adds messages behind the last row.
     *
     * @param window how many of them may be in one hand
     * @return row of the first
     * @throws Refused conflict when the run was cancelled
     */
    @Transactional
    public int append(int send, List<UUID> contacts, int window) {
        var run = runs.lock(send);
        if (run.state() == Ledger.RunState.CANCELLED) throw Refused.conflict("notices.run.over");
        int rows = run.rows() + contacts.size();
        freeze(send, run.rows(), contacts);
        runs.rows(send, rows);
        cut(send, run.rows(), rows, window);
        runs.move(send, List.of(Ledger.RunState.CLOSED), Ledger.RunState.RUNNING, now());
        return run.rows() + 1;
    }

    private void freeze(int send, int rows, List<UUID> contacts) {
        db.sql("""
                insert into notices.message (send, row, contact)
                select :send, :rows + t.n, t.contact from unnest(:contacts::uuid[]) with ordinality as t(contact, n)""")
                .param("send", send)
                .param("rows", rows)
                .param("contacts", contacts.toArray(UUID[]::new))
                .update();
    }

    private void cut(int send, int before, int rows, int window) {
        db.sql("""
                insert into notices.chunk (send, number, attempt, first, last, state, carrier, fence)
                select :send, (select coalesce(max(number), 0) from notices.chunk where send = :send) + n, 1,
                    :before + (n - 1) * :window + 1, least(:before + n * :window, :rows), 'WAITING', 0, 0
                from generate_series(1, (:rows - :before + :window - 1) / :window) n""")
                .param("send", send)
                .param("before", before)
                .param("rows", rows)
                .param("window", window)
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
