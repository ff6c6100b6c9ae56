package kr.madang.notices.carriers.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters through a mail server (대량 전자우편 발송). Sessions are kept and shared; 4xx gives a letter back, 5xx ends it, a line lost after the
 * last dot leaves it unknown. A mail server cannot be asked for a letter, so {@link #ask} is always empty.
 */
public final class MailCarrier implements Carrier {
    private static final Logger log = LoggerFactory.getLogger(MailCarrier.class);
    private static final int LETTERS_A_SESSION = 4;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_HAND = Duration.ofHours(1);
    private static final Duration SUSPECT = Duration.ofSeconds(5);
    /** For sessions whose time is over to say so themselves. */
    private static final long GRACE = 250_000_000;

    /** Why the server cannot be used, believed for a while. */
    private record Trouble(String why, Instant until, Duration rest) {}

    private final MailSettings settings;
    private final Receipts receipts;
    private final Clock clock;
    private final Semaphore room;
    private final ConcurrentLinkedDeque<SmtpSession> idle = new ConcurrentLinkedDeque<>();
    private final @Nullable Bounces bounces;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private volatile boolean closed;

    public MailCarrier(MailSettings settings, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.receipts = receipts;
        this.clock = clock;
        room = new Semaphore(settings.sessions());
        bounces = settings.maildir().isEmpty()
                ? null
                : new Bounces(Path.of(settings.maildir()), settings.marks(), receipts, clock);
    }

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        var resting = trouble();
        if (resting.isPresent()) return Collections.nCopies(parcels.size(), new Answer.Unsent(resting.get()));
        var time = Duration.between(clock.instant(), until);
        long end = System.nanoTime() + (time.compareTo(LONGEST_HAND) > 0 ? LONGEST_HAND : time).toNanos();
        var turns = new Turns(settings, parcels, receipts, clock.instant(), end);
        Set<SmtpSession> busy = ConcurrentHashMap.newKeySet();
        var threads = new ArrayList<Thread>();
        int hands = Math.min(settings.sessions(), Math.ceilDiv(parcels.size(), LETTERS_A_SESSION));
        for (int i = 0; i < hands; i++)
            threads.add(Thread.ofVirtual().name("smtp").start(() -> work(turns, busy, end)));
        await(threads, busy, end);
        return turns.answers(trouble.map(Trouble::why).orElse("no time left"));
    }

    /** A server that reads nothing holds a writer for ever; when time is over its line is cut. */
    private static void await(List<Thread> threads, Set<SmtpSession> busy, long end) {
        try {
            for (var thread : threads) thread.join(Duration.ofNanos(Math.max(1, end + GRACE - System.nanoTime())));
            if (threads.stream().noneMatch(Thread::isAlive)) return;
            busy.forEach(SmtpSession::cut);
            for (var thread : threads) thread.join(Duration.ofNanos(Math.max(1, end + 2 * GRACE - System.nanoTime())));
        } catch (InterruptedException e) {
            busy.forEach(SmtpSession::cut);
            Thread.currentThread().interrupt();
        }
    }

    private void work(Turns turns, Set<SmtpSession> busy, long end) {
        boolean entered = false;
        try {
            entered = room.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            while (entered
                    && turns.left()
                    && !turns.over()
                    && !closed
                    && trouble().isEmpty()) session(turns, busy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (entered) room.release();
        }
    }

    /** One session as long as it lasts. */
    private void session(Turns turns, Set<SmtpSession> busy) {
        SmtpSession session = null;
        try {
            session = take();
            busy.add(session);
            session.carry(turns);
            trouble = Optional.empty();
            busy.remove(session);
            give(session);
        } catch (IOException e) {
            if (session != null) {
                busy.remove(session);
                session.cut();
                // if the server has ended this one, it has likely ended those that lay idle
                for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) kept.cut();
            }
            if (session == null || session.fresh() || e instanceof SmtpSession.Unwilling) rest(e);
        }
    }

    private SmtpSession take() throws IOException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.idle() < SUSPECT.toNanos() || kept.alive()) return kept;
            kept.cut();
        }
        return SmtpSession.open(settings);
    }

    private void give(SmtpSession session) {
        if (closed) session.close();
        else idle.addFirst(session);
    }

    private synchronized void rest(IOException e) {
        var now = clock.instant();
        if (trouble.filter(t -> now.isBefore(t.until())).isPresent()) return;
        var rest = trouble.map(t -> t.rest().multipliedBy(2)).orElse(SHORTEST_REST);
        if (rest.compareTo(LONGEST_REST) > 0) rest = LONGEST_REST;
        var why = e instanceof SmtpSession.Unwilling ? "refused: " + e.getMessage() : "cannot be reached";
        log.info("{} cannot be used: {}", settings, e.getMessage());
        trouble = Optional.of(new Trouble(why, now.plus(rest), rest));
    }

    @Override
    public Optional<String> trouble() {
        if (closed) return Optional.of("closed");
        return trouble.filter(t -> clock.instant().isBefore(t.until())).map(Trouble::why);
    }

    @Override
    public Optional<String> tryOut(Duration patience) {
        try (var session = SmtpSession.open(settings)) {
            return session.alive() ? Optional.empty() : Optional.of("no answer");
        } catch (SmtpSession.Unwilling e) {
            return Optional.of("refused: " + e.getMessage());
        } catch (IOException e) {
            return Optional.of("cannot be reached");
        }
    }

    /** Bytes its letter has on the line. */
    public int sizeOf(Parcel parcel) {
        return Letter.recipient(parcel)
                .map(to -> new Letter(settings, parcel, clock.instant()).bytes(to).length)
                .orElse(0);
    }

    @Override
    public void close() {
        closed = true;
        if (bounces != null) bounces.close();
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) kept.close();
    }
}
