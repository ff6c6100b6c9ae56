package kr.madang.notices.carriers;

import java.time.Instant;
import java.util.List;

/**
 * Where a carrier brings what it learns after handing over (수신 결과). Each carrier is made with its own, so nobody need name the carrier.
 * What it throws is understood as "could not keep them": the carrier lets the other side repeat them.
 */
public interface Receipts {
    /** What became of a message on its way to the phone. */
    enum Fate {
        DELIVERED,
        FAILED,
        EXPIRED
    }

    /** @param id by which the carrier knows the message, as in {@link Answer.Handed} */
    record Receipt(String id, Fate fate, Instant at, String code) {
        public Receipt {
            if (id.isEmpty()) throw new IllegalArgumentException("a receipt names its message");
        }
    }

    /** Returns when they are kept; only then the carrier confirms them. They come in any order, and repeatedly. */
    void received(List<Receipt> receipts);

    /** The answer for a parcel that was said to be unknown came after all. */
    void late(Parcel.Reference reference, Answer answer);
}
