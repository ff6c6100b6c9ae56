package kr.madang.notices.lines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;

/**
 * A line open on this node (열린 연결): keeps to the rate of its contract, and when it is taken away lets those who are handing over finish
 * first.
 */
final class OpenLine implements Carrier {
    /** What our own rate held back is no fault of the carrier. */
    static final Answer.Unsent HELD_BACK = new Answer.Unsent("held back by our own rate");

    static final Answer.Unsent TAKEN_AWAY = new Answer.Unsent("the line was taken away");
    private static final Duration STEP = Duration.ofMillis(50);

    private final StoredLine stored;
    private final Carrier carrier;
    private final Rate rate;
    private final Clock clock;
    private final AtomicInteger handing = new AtomicInteger();
    private volatile boolean retired;

    OpenLine(StoredLine stored, Carrier carrier, Clock clock) {
        this.stored = stored;
        this.carrier = carrier;
        this.clock = clock;
        rate = new Rate(stored.rate());
    }

    StoredLine stored() {
        return stored;
    }

    /** Whether it could not be opened as it is set. */
    boolean shut() {
        return carrier instanceof Shut;
    }

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        handing.incrementAndGet();
        try {
            return rate.free() ? taken(parcels, until) : slowly(parcels, until);
        } finally {
            handing.decrementAndGet();
        }
    }

    private List<Answer> taken(List<Parcel> parcels, Instant until) {
        return retired ? Collections.nCopies(parcels.size(), TAKEN_AWAY) : carrier.hand(parcels, until);
    }

    private List<Answer> slowly(List<Parcel> parcels, Instant until) {
        var answers = new ArrayList<Answer>(parcels.size());
        while (answers.size() < parcels.size()) {
            int now = rate.take(parcels.size() - answers.size(), System.nanoTime());
            if (now > 0) answers.addAll(taken(parcels.subList(answers.size(), answers.size() + now), until));
            else if (retired || !rest(until))
                answers.addAll(Collections.nCopies(parcels.size() - answers.size(), HELD_BACK));
        }
        return answers;
    }

    private boolean rest(Instant until) {
        try {
            Thread.sleep(STEP);
            return clock.instant().isBefore(until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Optional<Answer> ask(Parcel.Reference reference) {
        return carrier.ask(reference);
    }

    @Override
    public Optional<Receipts.Receipt> look(String id, String from) {
        return carrier.look(id, from);
    }

    @Override
    public boolean authoritative() {
        return carrier.authoritative();
    }

    @Override
    public Optional<String> trouble() {
        return retired ? Optional.of("closed") : carrier.trouble();
    }

    /** Nobody hands over here any more. */
    void retire() {
        retired = true;
    }

    /** Waits for those who are handing over, but not for ever, and closes the line. */
    void close(Duration patience) {
        retire();
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (handing.get() > 0 && System.nanoTime() < end) Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        carrier.close();
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
