package kr.madang.kernel.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import kr.madang.kernel.Korean;

/**
 * The definition of a figure (지표), as the catalogue shows it.
 *
 * @param name room and figure, e.g. {@code office.staffing.actual}
 * @param title Korean name, e.g. {@code 현원}
 * @param kind how the period is read
 * @param unit printed unit, e.g. {@code 명}, {@code 천원}, {@code %}
 * @param decimals places printed, half-up
 * @param dimensions the dimensions a key of this figure may carry
 * @param definition one Korean sentence: what is counted, from which records, on which basis
 */
public record Figure(
        String name, String title, Kind kind, String unit, int decimals, Set<String> dimensions, String definition) {

    public enum Kind {
        /** What happened from the first to the last day of the period. */
        FLOW,
        /** What there is on the last day of the period. */
        STOCK,
        /** Money; budgeted amounts stand on the last day, executed ones run through the period. */
        AMOUNT,
        /** A quotient in percent, by the one rounding rule. */
        RATE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The value as printed and compared: rounded half-up to {@link #decimals}. */
    public BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }

    public String print(BigDecimal exact) {
        return Korean.number(exact, decimals);
    }
}
