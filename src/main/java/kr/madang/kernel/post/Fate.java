package kr.madang.kernel.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter (발송 결과).
 *
 * @param at when that was known; null while it waits
 * @param why the other side's word for it; empty when there is none
 */
public record Fate(State state, @Nullable Instant at, String why) {
    public static final Fate WAITING = new Fate(State.WAITING, null, "");

    public enum State {
        WAITING,
        /** The other server has it. */
        HANDED,
        /** Refused, or came back. */
        FAILED,
        /** Never left the house. */
        KEPT,
        /** Perhaps handed over: nobody can say. */
        UNKNOWN;

        /** Message key of its name. */
        public String code() {
            return "kernel.post." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
