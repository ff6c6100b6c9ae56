package kr.madang.notices.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs that messages are added to as they come (늘어나는 발송): the same ledger, the same truth, but no last row. A run that has closed goes
 * on with the next message.
 */
@Component
public class GrowingRuns {
    private final RunStore runs;
    private final Clock clock;

    GrowingRuns(RunStore runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Opens one, empty and running. */
    @Transactional
    public void open(int send, Lane lane) {
        runs.insert(send, lane, 0);
        runs.beginTally(send);
        runs.grows(send);
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
        runs.freeze(send, run.rows(), contacts);
        runs.rows(send, rows);
        runs.cut(send, run.rows(), rows, window);
        runs.move(send, List.of(Ledger.RunState.CLOSED), Ledger.RunState.RUNNING, now());
        return run.rows() + 1;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
