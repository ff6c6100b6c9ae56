package kr.madang.notices.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the texts of a send differ from each other (문안 분포), so that a page can say “12 of 86,289 become LMS”.
 *
 * @param sizes how many rows of each size; together with the blocked they are all rows
 * @param blocked rows that get nothing because a value is missing, empty or too long
 * @param reasons the first of them
 * @param marked rows with something phones cannot show
 * @param shortest null when there is no text at all
 */
public record Spread(
        int rows,
        Map<Size, Integer> sizes,
        int blocked,
        List<Reason> reasons,
        int marked,
        @Nullable Sample shortest,
        @Nullable Sample longest) {
    private static final int TOLD = 50;

    /** A text of the send; rows count from 1. */
    public record Sample(int row, String text, int bytes) {}

    /** Why a row gets nothing. */
    public record Reason(int row, List<Gap> gaps) {}

    public Spread {
        sizes = Map.copyOf(sizes);
        reasons = List.copyOf(reasons);
    }

    public int of(Size size) {
        return sizes.getOrDefault(size, 0);
    }

    /** Rows that will be sent: short, long or with pictures. */
    public int sent() {
        return of(Size.SMS) + of(Size.LMS) + of(Size.MMS);
    }

    /** The same text for everybody. */
    static Spread same(Letter letter, Measure measure, int rows) {
        var sample = new Sample(1, letter.text(), measure.bytes());
        return new Spread(
                rows,
                rows == 0 ? Map.of() : Map.of(measure.size(), rows),
                0,
                List.of(),
                measure.marked() > 0 ? rows : 0,
                sample,
                sample);
    }

    static Spread of(
            Letter letter, Template template, Iterable<Map<String, String>> rows, Encoding encoding, Limits limits) {
        var count = new Count(letter, encoding, limits);
        for (var row : rows) count.add(template.fill(row));
        return count.spread();
    }

    private static final class Count {
        private final Letter letter;
        private final Encoding encoding;
        private final Limits limits;
        private final Map<Size, Integer> sizes = new EnumMap<>(Size.class);
        private final List<Reason> reasons = new ArrayList<>();
        private int rows;
        private int blocked;
        private int marked;
        private @Nullable Sample shortest;
        private @Nullable Sample longest;

        private Count(Letter letter, Encoding encoding, Limits limits) {
            this.letter = letter;
            this.encoding = encoding;
            this.limits = limits;
        }

        private void add(Filled filled) {
            rows++;
            switch (filled) {
                case Filled.Blocked none -> block(none.gaps());
                case Filled.Text text -> take(text.text());
            }
        }

        private void block(List<Gap> gaps) {
            if (blocked++ < TOLD) reasons.add(new Reason(rows, gaps));
        }

        private void take(String text) {
            int bytes = encoding.bytes(text);
            sizes.merge(limits.size(bytes, letter.titled(), letter.pictured()), 1, Integer::sum);
            if (!encoding.shows(text)) marked++;
            var low = shortest;
            var high = longest;
            if (low == null || bytes < low.bytes()) shortest = new Sample(rows, text, bytes);
            if (high == null || bytes > high.bytes()) longest = new Sample(rows, text, bytes);
        }

        private Spread spread() {
            return new Spread(rows, sizes, blocked, reasons, marked, shortest, longest);
        }
    }
}
