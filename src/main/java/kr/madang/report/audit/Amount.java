package kr.madang.report.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A number as a document prints it (수치).
 *
 * @param printed sign and digits without the unit, e.g. {@code △449,172}; {@code -} or empty for a blank cell
 * @param value in the base unit, e.g. 563795000 for 563,795천원
 * @param scale what one printed unit is worth, e.g. 1000 for 천원
 * @param decimals printed digits after the point
 * @param unit counting word, e.g. 원 or 명; empty when none is printed
 * @param vague printed with 약, 여, ~ or the like, so it cannot be held to account
 */
record Amount(
        Spot spot,
        int end,
        String printed,
        BigDecimal value,
        BigDecimal scale,
        int decimals,
        String unit,
        boolean vague) {

    boolean blank() {
        return printed.chars().noneMatch(Character::isDigit);
    }

    boolean zero() {
        return value.signum() == 0;
    }

    /** The worth of the last printed digit. */
    BigDecimal quantum() {
        return scale.movePointLeft(decimals);
    }

    Amount withoutScale() {
        return scale.compareTo(BigDecimal.ONE) == 0
                ? this
                : new Amount(spot, end, printed, value.divide(scale), BigDecimal.ONE, decimals, unit, vague);
    }

    /** Prints another value the way this one is printed. */
    String like(BigDecimal other) {
        if (printed.chars().anyMatch(c -> c == '억' || c == '만')
                && other.remainder(BigDecimal.valueOf(10_000)).signum() == 0) {
            return inWords(other.longValue());
        }
        BigDecimal shown = other.divide(scale, Math.max(decimals, 0) + 6, RoundingMode.HALF_UP);
        BigDecimal rounded = shown.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.compareTo(shown) != 0) {
            rounded = shown.stripTrailingZeros();
        }
        boolean grouped =
                printed.contains(",") || printed.replaceAll("\\D.*$", "").length() < 4;
        DecimalFormat format =
                new DecimalFormat(grouped ? "#,##0" : "0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(decimals, 0));
        format.setMaximumFractionDigits(Math.max(rounded.scale(), 0));
        String sign = rounded.signum() >= 0 ? "" : minus();
        return sign + format.format(rounded.abs());
    }

    /** 425,000,000 → 4억 2,500만. */
    private String inWords(long value) {
        long size = Math.abs(value);
        StringBuilder words = new StringBuilder();
        long[] worths = {1_000_000_000_000L, 100_000_000L, 10_000L};
        String[] names = {"조", "억", "만"};
        for (int i = 0; i < worths.length; i++) {
            if (size >= worths[i]) {
                words.append(words.isEmpty() ? "" : " ")
                        .append("%,d".formatted(size / worths[i]))
                        .append(names[i]);
                size %= worths[i];
            }
        }
        return (value < 0 ? minus() : "") + (words.isEmpty() ? "0" : words);
    }

    private String minus() {
        char first = printed.isEmpty() ? ' ' : printed.charAt(0);
        return Character.isDigit(first) || first == ' ' || first == '+' ? "△" : String.valueOf(first);
    }
}
