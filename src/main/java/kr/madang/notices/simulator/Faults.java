package kr.madang.notices.simulator;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * How the simulator misbehaves (모의 장애). Counts begin when it is told.
 *
 * @param delay before each answer
 * @param perSecond messages it takes in a second, the rest is throttled (0x58); 0 for as many as come
 * @param refused numbers it calls invalid (0x0B)
 * @param dropAfter drops the line after so many messages, the last answered; 0 for never
 * @param dieAfter takes so many messages, and the last without an answer: the line is dead; 0 for never
 * @param muteEvery every so many messages one is taken and never answered; 0 for none
 */
public record Faults(
        Duration delay,
        int perSecond,
        Predicate<String> refused,
        int dropAfter,
        int dieAfter,
        int muteEvery,
        ReceiptFaults receipts) {
    public static final Faults NONE = new Faults(Duration.ZERO, 0, _ -> false, 0, 0, 0, ReceiptFaults.NONE);

    /**
     * How it misbehaves with receipts.
     *
     * @param copies how often each receipt comes
     * @param before whether it comes before the answer
     * @param lossPercent how many never come
     * @param undeliverable numbers that cannot be reached
     */
    public record ReceiptFaults(
            int copies, boolean shuffled, boolean before, int lossPercent, Predicate<String> undeliverable) {
        public static final ReceiptFaults NONE = new ReceiptFaults(1, false, false, 0, _ -> false);

        public ReceiptFaults copies(int copies) {
            return new ReceiptFaults(copies, shuffled, before, lossPercent, undeliverable);
        }

        public ReceiptFaults shuffle() {
            return new ReceiptFaults(copies, true, before, lossPercent, undeliverable);
        }

        public ReceiptFaults early() {
            return new ReceiptFaults(copies, shuffled, true, lossPercent, undeliverable);
        }

        public ReceiptFaults lose(int percent) {
            return new ReceiptFaults(copies, shuffled, before, percent, undeliverable);
        }

        public ReceiptFaults undeliverable(Predicate<String> numbers) {
            return new ReceiptFaults(copies, shuffled, before, lossPercent, numbers);
        }
    }

    public Faults delay(Duration delay) {
        return new Faults(delay, perSecond, refused, dropAfter, dieAfter, muteEvery, receipts);
    }

    public Faults throttle(int perSecond) {
        return new Faults(delay, perSecond, refused, dropAfter, dieAfter, muteEvery, receipts);
    }

    public Faults refuse(Predicate<String> numbers) {
        return new Faults(delay, perSecond, numbers, dropAfter, dieAfter, muteEvery, receipts);
    }

    public Faults dropAfter(int messages) {
        return new Faults(delay, perSecond, refused, messages, dieAfter, muteEvery, receipts);
    }

    public Faults dieAfter(int messages) {
        return new Faults(delay, perSecond, refused, dropAfter, messages, muteEvery, receipts);
    }

    public Faults muteEvery(int messages) {
        return new Faults(delay, perSecond, refused, dropAfter, dieAfter, messages, receipts);
    }

    public Faults receipts(ReceiptFaults receipts) {
        return new Faults(delay, perSecond, refused, dropAfter, dieAfter, muteEvery, receipts);
    }
}
