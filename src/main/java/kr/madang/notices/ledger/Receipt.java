package kr.madang.notices.ledger;

import java.time.Instant;

/**
 * What a carrier says of a message it took (수신 결과); may come twice, late, or before the answer to the message itself.
 *
 * @param state delivered, failed or expired
 */
public record Receipt(int carrier, String carrierId, State state, Instant at, String code) {
    public Receipt {
        if (state != State.DELIVERED && state != State.FAILED && state != State.EXPIRED)
            throw new IllegalArgumentException("no receipt says " + state);
        if (carrierId.isEmpty()) throw new IllegalArgumentException("a receipt names its message");
    }
}
