package kr.madang.report.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A run inside a line or a cell. */
public sealed interface Inline {

    /** Words typed by a person. */
    record Text(String value, boolean strong) implements Inline {
        public static Text of(String value) {
            return new Text(value, false);
        }
    }

    /**
     * A number that came out of records.
     *
     * @param reference what a reader clicks to see the rows behind it, opaque to the writers (HTML turns it into a link); null when there is nothing to open
     * @param value the exact value in the printed unit, after rounding
     * @param printed the value as it is printed, e.g. {@code 6,547} or {@code △449,172} or {@code 40.9}
     */
    record Number(@Nullable String reference, BigDecimal value, String printed) implements Inline {}

    /** A figure whose room has no records (yet): printed as a visible gap, never as a made-up value. */
    record Gap(String key, String reason) implements Inline {}
}
