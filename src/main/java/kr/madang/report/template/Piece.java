package kr.madang.report.template;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A run inside a line or a cell of a template. */
public sealed interface Piece {
    /** Words typed by a person. */
    record Words(String value, boolean strong, int line, int column) implements Piece {}

    /** A number bound to figures. */
    record Bound(Expr expr, Format format, int line, int column) implements Piece {}

    /**
     * How a bound number is printed.
     *
     * @param unit money only: 원, 천원, 백만원, 억원; null prints the figure's own unit
     * @param decimals places; −1 leaves it to the figure
     * @param dash whether nothing is printed as {@code -}, as staffing tables do
     * @param minus whether a shortfall is printed with {@code -} instead of △
     */
    record Format(@Nullable String unit, int decimals, boolean dash, boolean minus) {
        public static final Format PLAIN = new Format(null, -1, false, false);
    }

    /** Won in one of the printed unit of money; null for a unit that is not money. */
    static @Nullable BigDecimal won(String unit) {
        return switch (unit) {
            case "원" -> BigDecimal.ONE;
            case "천원" -> BigDecimal.valueOf(1_000);
            case "백만원" -> BigDecimal.valueOf(1_000_000);
            case "억원" -> BigDecimal.valueOf(100_000_000);
            default -> null;
        };
    }
}
