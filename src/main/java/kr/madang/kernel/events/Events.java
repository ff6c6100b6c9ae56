package kr.madang.kernel.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Delivers again what did not arrive, and lets the operator decide about what never will (우편함 관리). */
@Component
public class Events {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    /** Younger ones are simply on their way. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private static final int BATCH = 100;

    private final EventStore store;
    private final IncompleteEventPublications incomplete;
    private final FailedEventPublications failed;
    private final Trail trail;
    private final Clock clock;

    Events(
            EventStore store,
            IncompleteEventPublications incomplete,
            FailedEventPublications failed,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.incomplete = incomplete;
        this.failed = failed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Events that should have arrived and have not, oldest first. */
    public Slice<Letter> page(@Nullable String cursor, int size) {
        return store.page(clock.instant().minus(ON_ITS_WAY), cursor, size);
    }

    /** @throws Refused {@code kernel.event.gone} when it has arrived or been discarded meanwhile */
    public Letter get(UUID id) {
        return store.find(id).orElseThrow(Events::gone);
    }

    /** How many have been tried the last time. */
    public long countStuck() {
        return store.countStuck();
    }

    /** Delivers now, whatever the number of attempts. */
    public void retry(Actor by, UUID id) {
        var letter = get(id);
        trail.record(by, "kernel", "event.retried", "event:" + id, Map.of("event", letter.event()));
        incomplete.resubmitIncompletePublications(p -> p.getIdentifier().equals(id));
    }

    /** Gives the event up. @param reason told in the audit trail */
    @Transactional
    public void discard(Actor by, UUID id, String reason) {
        if (reason.isBlank()) throw Refused.invalid("kernel.event.reason");
        var letter = get(id);
        if (!store.delete(id)) throw gone();
        trail.record(
                by,
                "kernel",
                "event.discarded",
                "event:" + id,
                Map.of("event", letter.event(), "listener", letter.listener(), "reason", reason.strip()));
    }

    /** Delivers again what failed and whose pause is over. */
    void resubmitDue() {
        var now = clock.instant();
        failed.resubmit(ResubmissionOptions.defaults()
                .withBatchSize(BATCH)
                .withMaxInFlight(BATCH)
                .withFilter(p -> isDue(p.getCompletionAttempts(), last(p), now)));
    }

    /** Delivers what a node that is gone left behind: everything open that is older than {@code age}. */
    void resubmitLeftBehind(Duration age) {
        var before = clock.instant().minus(age);
        incomplete.resubmitIncompletePublications(
                p -> last(p).isBefore(before) && p.getCompletionAttempts() < Letter.ATTEMPTS);
    }

    private static Instant last(EventPublication publication) {
        @Nullable Instant again = publication.getLastResubmissionDate();
        return again == null ? publication.getPublicationDate() : again;
    }

    /** One minute after the first failure, then twice as long each time, at most six hours; never after the last attempt. */
    static boolean isDue(int attempts, Instant last, Instant now) {
        if (attempts >= Letter.ATTEMPTS) return false;
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.max(0, attempts - 1));
        return !last.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
                .isAfter(now);
    }

    private static Refused gone() {
        return Refused.missing("kernel.event.gone");
    }
}
