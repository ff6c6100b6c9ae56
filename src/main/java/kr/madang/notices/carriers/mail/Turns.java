package kr.madang.notices.carriers.mail;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that several sessions carry together (발송 차례). Each letter is begun by one of them at most, and answered exactly once: what is
 * given back when time is over is never begun afterwards, and an answer that comes after that goes where late answers go.
 */
final class Turns {
    /** Where a letter stands. */
    private enum Stage {
        WAITING,
        BEGUN,
        ANSWERED
    }

    /** One letter. */
    static final class Turn {
        private final Letter letter;
        private final String recipient;
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
        private volatile @Nullable Answer answer;
        private boolean reset;
        private int again;

        private Turn(Letter letter, String recipient) {
            this.letter = letter;
            this.recipient = recipient;
        }

        Letter letter() {
            return letter;
        }

        String recipient() {
            return recipient;
        }

        /** Whether the command before its envelope takes back another. */
        boolean reset() {
            return reset;
        }

        void reset(boolean before) {
            reset = before;
        }
    }

    /** How often another session tries a letter whose session was gone before it began. */
    private static final int MOST_AGAIN = 3;

    private final List<Turn> turns = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Turn> again = new ConcurrentLinkedQueue<>();
    private final Receipts receipts;
    private final long end;

    /** @param end as {@link System#nanoTime} counts */
    Turns(MailSettings settings, List<Parcel> parcels, Receipts receipts, Instant at, long end) {
        this.receipts = receipts;
        this.end = end;
        for (var parcel : parcels) {
            var recipient = Letter.recipient(parcel);
            var turn = new Turn(new Letter(settings, parcel, at), recipient.orElse(""));
            turns.add(turn);
            if (recipient.isEmpty()) answer(turn, new Answer.Rejected("address", true));
        }
    }

    /** The next letter nobody has; null when there is none, or no time. */
    @Nullable
    Turn take() {
        if (over()) return null;
        var back = again.poll();
        if (back != null) return back;
        while (true) {
            int place = next.getAndIncrement();
            if (place >= turns.size()) return null;
            if (turns.get(place).stage.get() == Stage.WAITING) return turns.get(place);
        }
    }

    boolean over() {
        return System.nanoTime() - end >= 0;
    }

    /** How long to wait for an answer; at least a moment, since none at all means for ever. */
    int millisLeft(Duration patience) {
        long left = (end - System.nanoTime()) / 1_000_000;
        return (int) Math.clamp(left, 1, patience.toMillis());
    }

    /** From here on it may arrive. @return false when it was given back meanwhile */
    boolean begin(Turn turn) {
        return turn.stage.compareAndSet(Stage.WAITING, Stage.BEGUN);
    }

    void answer(Turn turn, Answer answer) {
        if (turn.stage.getAndSet(Stage.ANSWERED) != Stage.ANSWERED) turn.answer = answer;
        else receipts.late(turn.letter.parcel().reference(), answer);
    }

    /** Another session takes it. */
    void again(Turn turn) {
        again.add(turn);
    }

    /** The line was lost with this letter in hand. @param used whether the session had been of use, so that a new one may be too */
    void lost(Turn turn, IOException why, boolean used) {
        if (turn.stage.get() == Stage.ANSWERED) return;
        if (turn.stage.get() == Stage.BEGUN) unknown(turn, "line lost");
        else if (why instanceof SmtpSession.Unwilling unwilling && (!used || turn.again >= MOST_AGAIN))
            answer(turn, unwilling.answer());
        else if (used && turn.again < MOST_AGAIN) {
            turn.again++;
            again(turn);
        } else answer(turn, new Answer.Unsent("line lost"));
    }

    private static void unknown(Turn turn, String why) {
        if (turn.stage.compareAndSet(Stage.BEGUN, Stage.ANSWERED)) turn.answer = new Answer.Unknown(why);
    }

    boolean left() {
        return !again.isEmpty() || next.get() < turns.size();
    }

    /** All answers in order; whatever has none by now gets the one that is true. */
    List<Answer> answers(String why) {
        var answers = new ArrayList<Answer>(turns.size());
        for (var turn : turns) {
            if (turn.stage.compareAndSet(Stage.WAITING, Stage.ANSWERED)) turn.answer = new Answer.Unsent(why);
            unknown(turn, "no answer in time");
            var answer = turn.answer;
            // between its stage and its answer another thread may stand for a moment
            while (answer == null) {
                Thread.onSpinWait();
                answer = turn.answer;
            }
            answers.add(answer);
        }
        return answers;
    }
}
