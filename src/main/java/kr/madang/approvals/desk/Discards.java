package kr.madang.approvals.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.line.Paper;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts that were thrown away (버린 기안): their drafter sees them for thirty days and can bring them back; then they are gone for good,
 * unless another paper or another room knows of them. The audit trail keeps that they were there.
 */
@Component
public class Discards implements Job {
    public static final Duration KEPT = Duration.ofDays(30);

    /** How the trail tells the verification that a card is gone rightly. */
    static final String PURGED = "paper.purged";

    private static final Logger log = LoggerFactory.getLogger(Discards.class);
    private static final int MOST = 1_000;

    /** @param goes when it is gone for good; null when it is kept */
    public record Item(
            Paper.Id paper,
            String title,
            Instant at,
            @Nullable Instant goes) {}

    private final DiscardStore store;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Discards(DiscardStore store, Trail trail, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the person threw away, newest first. */
    public Slice<Item> of(Actor by, @Nullable String cursor, int size) {
        return store.of(by.id(), cursor, size);
    }

    @Override
    public String name() {
        return "approvals.discarded";
    }

    @Override
    public Timing timing() {
        return Timing.daily(3, 20);
    }

    @Override
    public String run() {
        return "버린 지 30일이 지난 기안 " + purge() + "건 지움";
    }

    /** @return how many are gone */
    int purge() {
        var before = clock.instant().minus(KEPT);
        return (int) store.old(before, MOST).stream()
                .filter(paper -> gone(paper, before))
                .count();
    }

    /** Each for itself: one that something still hangs on keeps no other. */
    private boolean gone(Paper.Id paper, Instant before) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                if (!store.lock(paper, before)) return false;
                store.purge(paper);
                trail.record(Actor.SYSTEM, "approvals", List.of(new Trail.Note(PURGED, "paper:" + paper, Map.of())));
                return true;
            }));
        } catch (DataAccessException e) {
            log.warn("버린 기안 {}을(를) 지우지 못했습니다.", paper, e);
            return false;
        }
    }
}
