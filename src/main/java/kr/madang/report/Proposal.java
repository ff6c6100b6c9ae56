package kr.madang.report;

import java.util.UUID;

/**
 * What is asked to be frozen (확정안): every value as it was when somebody asked, so that exactly what people approve is what is frozen.
 *
 * @param paper the paper on which people decide
 * @param content {@code by} and {@code at} are those of the asking
 */
public record Proposal(UUID id, UUID paper, FrozenReport content) {
    enum Outcome {
        APPROVED,
        RETURNED,
        /** Taken back by the room. */
        WITHDRAWN
    }
}
