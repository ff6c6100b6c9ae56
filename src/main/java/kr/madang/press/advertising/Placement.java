package kr.madang.press.advertising;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import kr.madang.kernel.Won;
import org.jspecify.annotations.Nullable;

/**
 * An advertisement or public notice in an outlet (게재).
 *
 * @param size as outlets sell it, e.g. {@code 5단 8cm}
 * @param day planned, and once it is placed the day it appeared
 * @param line of the budget; null while nobody has named one
 * @param proof the page or picture that shows it; null while there is none
 */
public record Placement(
        UUID id,
        UUID outlet,
        String outletName,
        Kind kind,
        String title,
        String size,
        LocalDate day,
        Won fee,
        @Nullable UUID line,
        String lineName,
        State state,
        @Nullable UUID proof,
        String proofName,
        String note) {
    public enum Kind {
        /** 광고. */
        ADVERTISEMENT,
        /** 공고. */
        NOTICE;

        public String code() {
            return "press.placement.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        PLANNED,
        PLACED,
        PROVED,
        PAID,
        CANCELLED;

        public String code() {
            return "press.placement.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether title, size, day and fee may still be corrected. */
    public boolean open() {
        return state == State.PLANNED || state == State.PLACED;
    }
}
