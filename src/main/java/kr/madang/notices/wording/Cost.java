package kr.madang.notices.wording;

import java.util.List;
import kr.madang.kernel.Won;

/**
 * What a send costs (예상 비용).
 *
 * @param unpriced sizes for which no price is agreed on that day; they are missing from the sum
 */
public record Cost(List<Line> lines, List<Size> unpriced) {
    /** So many messages at one price. */
    public record Line(Price price, int count) {
        long jeon() {
            return Math.multiplyExact(price.jeon(), (long) count);
        }

        public Won won() {
            return rounded(jeon());
        }
    }

    public Cost {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
    }

    /** Rounded once, half up, over all lines, as the carrier's bill does. */
    public Won won() {
        return rounded(lines.stream().mapToLong(Line::jeon).reduce(0, Math::addExact));
    }

    private static Won rounded(long jeon) {
        return new Won((jeon + Price.JEON / 2) / Price.JEON);
    }
}
