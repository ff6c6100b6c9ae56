package kr.madang.report.assembly;

import java.math.BigDecimal;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureKey;
import org.jspecify.annotations.Nullable;

/**
 * A figure a report rests on, with the exact days it was asked for.
 *
 * @param written the key as the template writes it
 * @param kind word of the figure's kind; empty when its room is not built
 * @param value rounded as printed; null when no record can answer
 * @param unit the figure's own unit; empty when its room is not built
 */
public record FigureLine(
        String written,
        FigureKey key,
        String kind,
        Period period,
        @Nullable BigDecimal value,
        String unit) {

    /** {@code key|from|to}, what a reader clicks. */
    public String reference() {
        return key + "|" + period.from() + "|" + period.to();
    }
}
