package kr.madang.kernel.document;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run inside a line or a cell. */
public sealed interface Inline {

    /** The words as they stand on paper, the same in every format. */
    String printed();

    /** The words of several runs as they stand on paper. */
    static String printed(List<Inline> runs) {
        StringBuilder words = new StringBuilder();
        runs.forEach(run -> words.append(run.printed()));
        return words.toString();
    }

    /** Words typed by a person. */
    record Text(String value, boolean strong) implements Inline {
        public static Text of(String value) {
            return new Text(value, false);
        }

        @Override
        public String printed() {
            return PlainText.clean(value);
        }
    }

    /**
     * A number that came out of records.
     *
     * @param reference what a reader clicks to see the rows behind it, opaque to the writers (HTML turns it into a link); null when there is nothing to open
     * @param value the exact value in the printed unit, after rounding
     * @param printed the value as it is printed, e.g. {@code 6,547} or {@code △449,172} or {@code 40.9}
     */
    record Number(@Nullable String reference, BigDecimal value, String printed) implements Inline {

        /** Whether the printed form says the exact value; a spreadsheet may hold it as a number only then. */
        public boolean agrees() {
            return PrintedNumber.of(this).isPresent();
        }
    }

    /** A figure whose room has no records (yet): printed as a visible gap, never as a made-up value. */
    record Gap(String key, String reason) implements Inline {

        /** Says that the figure is missing; a reason that holds a digit is left out, because a gap must never look like a value. */
        @Override
        public String printed() {
            String why = PlainText.clean(reason).strip();
            boolean wordsOnly = why.codePoints().noneMatch(Character::isDigit);
            return why.isEmpty() || !wordsOnly ? "자료 준비 중" : "자료 준비 중(" + why + ")";
        }
    }
}
