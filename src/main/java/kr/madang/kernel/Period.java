package kr.madang.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A span of office days, both ends included. The fiscal year (회계연도) of a Korean local government is the calendar year.
 *
 * @param from first day
 * @param to last day, never before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) throw Refused.invalid("kernel.period.reversed", from, to);
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    public static Period month(int year, int month) {
        var ym = YearMonth.of(year, month);
        return new Period(ym.atDay(1), ym.atEndOfMonth());
    }

    public static Period quarter(int year, int quarter) {
        return months(year, quarter * 3 - 2, quarter * 3);
    }

    public static Period half(int year, int half) {
        return months(year, half * 6 - 5, half * 6);
    }

    public static Period fiscalYear(int year) {
        return months(year, 1, 12);
    }

    public static Period months(int year, int first, int last) {
        return new Period(
                YearMonth.of(year, first).atDay(1), YearMonth.of(year, last).atEndOfMonth());
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The same span one year earlier; 29 February becomes 28 February. */
    public Period yearBefore() {
        return new Period(from.minusYears(1), endOfMonthKept(to));
    }

    private static LocalDate endOfMonthKept(LocalDate day) {
        var earlier = day.minusYears(1);
        boolean last = day.equals(YearMonth.from(day).atEndOfMonth());
        return last ? YearMonth.from(earlier).atEndOfMonth() : earlier;
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
