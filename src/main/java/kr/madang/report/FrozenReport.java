package kr.madang.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was frozen (확정본).
 *
 * @param document the document as stored text
 * @param hash over all of it, see {@link Seal}
 */
public record FrozenReport(
        Report.Id report, LocalDate asOf, String document, List<Line> figures, String hash, String by, Instant at) {

    /**
     * A figure as it was.
     *
     * @param value rounded as printed; null when it was a gap
     * @param rowCount how many rows stood behind it
     * @param rowsDigest hash of those rows; empty when there were none to ask for
     */
    public record Line(
            String written,
            String key,
            String kind,
            String unit,
            Period period,
            @Nullable BigDecimal value,
            long rowCount,
            String rowsDigest) {}

    /** A figure that would be different now. */
    public record Difference(Line frozen, @Nullable BigDecimal now, long rowsNow) {
        public boolean valueChanged() {
            var then = frozen.value();
            return then == null || now == null ? then != now : then.compareTo(now) != 0;
        }
    }
}
