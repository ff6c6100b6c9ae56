package kr.madang.notices.carriers.smpp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import org.jsmpp.PDUStringException;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text messages over SMPP 3.4 (문자 발송 연결). It connects by itself and again when the line is lost; many messages are under way at once,
 * never more than the window, however slow the operator is. SMPP has no way to ask for a message by the office's own name, so
 * {@link #ask} is always empty and nothing it says is authoritative; a subject goes as the first line of the text.
 */
public final class SmppCarrier implements Carrier {
    private static final Logger log = LoggerFactory.getLogger(SmppCarrier.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration LONGEST_HAND = Duration.ofHours(1);
    private static final DefaultComposer COMPOSER = new DefaultComposer();
    private static final DefaultDecomposer DECOMPOSER = new DefaultDecomposer();

    private final SmppSettings settings;
    private final Clock clock;
    private final Inbox inbox;
    private final Pace pace = new Pace(System.nanoTime());
    private final Thread keeper;
    private volatile @Nullable SmppLink link;
    private volatile String trouble = "not connected yet";
    private volatile boolean closed;

    public SmppCarrier(SmppSettings settings, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        inbox = new Inbox(settings, receipts, clock);
        keeper = Thread.ofVirtual().name("smpp-keep-" + settings.systemId()).start(this::keep);
    }

    // ------------------------------------------------------------------ the line

    private void keep() {
        var backOff = new BackOff(settings.pause(), settings.longest());
        int failures = 0;
        try {
            while (!closed) {
                failures = live() ? 1 : failures + 1;
                Thread.sleep(backOff.pause(failures, ThreadLocalRandom.current().nextDouble()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One life of the line. @return whether it was of any use */
    private boolean live() {
        try {
            var next = SmppLink.open(settings, inbox);
            link = next;
            if (closed) next.end("closed");
            log.info("{} is bound", settings);
            trouble = next.awaitEnd();
            link = null;
            log.info("{} ended: {}", settings, trouble);
            return next.useful();
        } catch (IOException | RuntimeException e) {
            trouble = Optional.ofNullable(e.getMessage()).orElse("no connection");
            log.info("{} cannot be bound: {}", settings, trouble);
            return false;
        }
    }

    @Override
    public Optional<String> trouble() {
        var now = link;
        return now == null ? Optional.of(trouble) : now.ending();
    }

    /** Ends the line at once, as a dead computer would. */
    public void cut() {
        var now = link;
        if (now != null) now.end("cut");
    }

    @Override
    public void close() {
        closed = true;
        var now = link;
        if (now != null) now.unbind(FAREWELL);
        keeper.interrupt();
        inbox.close();
    }

    // ------------------------------------------------------------------ handing over

    @Override
    public List<Answer> hand(List<Parcel> parcels, Instant until) {
        var time = Duration.between(clock.instant(), until);
        long end = System.nanoTime() + (time.compareTo(LONGEST_HAND) > 0 ? LONGEST_HAND : time).toNanos();
        var submissions = parcels.stream().map(parcel -> start(parcel, end)).toList();
        return submissions.stream().map(s -> s.await(end - System.nanoTime())).toList();
    }

    private Submission start(Parcel parcel, long end) {
        var now = link;
        if (now == null) return Submission.settled(parcel, new Answer.Unsent(trouble));
        var text = parcel.subject().isBlank() ? parcel.text() : parcel.subject() + "\n" + parcel.text();
        var pieces = Texts.pieces(text, settings, parcel.reference().row());
        if (pieces.isEmpty()) return Submission.settled(parcel, new Answer.Rejected("unwritable", true));
        try {
            if (!paced(end) || !now.room(end - System.nanoTime()))
                return Submission.settled(parcel, new Answer.Unsent(now.ending().orElse("no room in time")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Submission.settled(parcel, new Answer.Unsent("interrupted"));
        }
        var submission = new Submission(parcel, pieces.get(), inbox::late);
        submission.holds(now::release);
        submission.then(answer -> pace.hear(answer, System.nanoTime()));
        now.submit(submission);
        return submission;
    }

    private boolean paced(long end) throws InterruptedException {
        for (long rest = pace.rest(System.nanoTime()); rest > 0; rest = pace.rest(System.nanoTime())) {
            long left = end - System.nanoTime();
            if (left <= 0) return false;
            Thread.sleep(Duration.ofNanos(Math.min(rest, left)));
        }
        return true;
    }

    // ------------------------------------------------------------------ asking

    @Override
    public Optional<Receipts.Receipt> look(String id, String from) {
        var now = link;
        if (now == null) return Optional.empty();
        return now.ask(question(id, from), settings.patience())
                .filter(pdu -> pdu.status() == 0)
                .flatMap(pdu -> told(pdu, id));
    }

    private static IntFunction<byte[]> question(String id, String from) {
        return number -> {
            try {
                return COMPOSER.querySm(number, id, (byte) 2, (byte) 1, from);
            } catch (PDUStringException e) {
                throw new IllegalArgumentException("no such id", e);
            }
        };
    }

    private Optional<Receipts.Receipt> told(Pdu pdu, String id) {
        try {
            var answer = DECOMPOSER.querySmResp(pdu.bytes());
            return ReceiptReader.fate(answer.getMessageState().value())
                    .map(fate -> new Receipts.Receipt(id, fate, clock.instant(), "query"));
        } catch (PDUStringException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
