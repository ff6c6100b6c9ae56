package kr.madang.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;

/** How numbers and days are written in a Korean official paper (공문서). */
public final class Korean {
    private Korean() {}

    /** {@code 6,547}; negatives with △ as budget papers print them; {@code decimals} places, half-up. */
    public static String number(BigDecimal value, int decimals) {
        var rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        var format = new DecimalFormat(
                decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals),
                DecimalFormatSymbols.getInstance(Locale.ROOT));
        var digits = format.format(rounded.abs());
        return rounded.signum() < 0 ? "△" + digits : digits;
    }

    public static String number(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /**
     * A rate in percent by the house's one rounding rule: half-up to one decimal; never 100.0 unless the part is the whole (99.9 at
     * most below it, 100.1 at least above it); never 0.0 unless there is nothing.
     *
     * @return percent with one decimal; null-free: 0.0 when the whole is zero and the part is zero
     * @throws ArithmeticException when the whole is zero but the part is not
     */
    public static BigDecimal rate(BigDecimal part, BigDecimal whole) {
        if (part.signum() == 0) return new BigDecimal("0.0");
        if (whole.signum() == 0) throw new ArithmeticException("a rate of nothing");
        var rate = part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
        var hundred = new BigDecimal("100.0");
        var step = new BigDecimal("0.1");
        if (rate.compareTo(hundred) == 0 && part.compareTo(whole) != 0)
            return part.compareTo(whole) < 0 ? hundred.subtract(step) : hundred.add(step);
        if (rate.signum() == 0) return part.signum() * whole.signum() > 0 ? step : step.negate();
        return rate;
    }

    /** {@code 2023. 5. 31.} */
    public static String date(LocalDate day) {
        return day.getYear() + ". " + day.getMonthValue() + ". " + day.getDayOfMonth() + ".";
    }
}
