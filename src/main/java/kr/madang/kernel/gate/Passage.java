package kr.madang.kernel.gate;

import java.util.UUID;

/**
 * How far a subject has come (결재 진행).
 *
 * @param seal of the face it was asked with
 * @param number register number; empty before the approval
 */
public record Passage(UUID paper, State state, String seal, String number) {
    public enum State {
        DRAFTING,
        UNDERWAY,
        RETURNED,
        APPROVED,
        /** The room took it back. */
        DROPPED
    }
}
