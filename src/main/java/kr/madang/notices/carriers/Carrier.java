package kr.madang.notices.carriers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A way out of the office (발송 연결). Any number of threads may hand over at once. What it learns afterwards, receipts and late answers,
 * goes to the {@link Receipts} it was made with.
 */
public interface Carrier extends AutoCloseable {
    /** How often a trial looks whether the line is up. */
    Duration STEP = Duration.ofMillis(50);

    /**
     * Hands parcels over and answers each exactly once, in the same order. Returns when all are answered or {@code until} has passed: what
     * was written by then and not answered is {@link Answer.Unknown}, what was not written is {@link Answer.Unsent} and never will be.
     */
    List<Answer> hand(List<Parcel> parcels, Instant until);

    /** What became of a parcel nobody answered for. Empty when this carrier cannot be asked, or does not answer now. */
    default Optional<Answer> ask(Parcel.Reference reference) {
        return Optional.empty();
    }

    /**
     * What became of a message whose id is known, for when its receipt was lost. Empty when it is still on its way or cannot be asked.
     *
     * @param from the sender number it went out with
     */
    default Optional<Receipts.Receipt> look(String id, String from) {
        return Optional.empty();
    }

    /** Whether {@link Answer.NotReceived} of {@link #ask} means that it never had the parcel and never will. */
    default boolean authoritative() {
        return false;
    }

    /** Why it cannot carry just now; empty when it can. */
    Optional<String> trouble();

    /**
     * Tries whether it could carry, without sending anything.
     *
     * @return why it could not; empty when it could
     */
    default Optional<String> tryOut(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (trouble().isPresent() && System.nanoTime() < end) Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return trouble();
    }

    @Override
    void close();
}
