package kr.madang.press.subscriptions;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import kr.madang.kernel.Won;

/**
 * What a paper comes to in a month (월별 집계): every copy costs its price of each day divided by the days of the month, and what is left
 * of a won is dropped once, at the end.
 *
 * @param first copies on the first day
 * @param last copies on the last day
 * @param changes what began or ended in between, in order; the first and these give the last
 */
public record Month(YearMonth month, int first, int last, List<Change> changes, Won due) {
    /** @param copies more; fewer when negative */
    public record Change(LocalDate day, String recipient, int copies, String why) {}

    /** Counts one paper's rows. @param prices by the day from which they hold */
    public static Month of(YearMonth month, List<Subscription> rows, NavigableMap<LocalDate, Won> prices) {
        var begin = month.atDay(1);
        var end = month.atEndOfMonth();
        var changes = new java.util.ArrayList<Change>();
        for (var row : rows) {
            if (row.from().isAfter(begin) && !row.from().isAfter(end))
                changes.add(new Change(row.from(), row.recipient(), row.copies(), row.why()));
            var after = row.to() == null ? null : row.to().plusDays(1);
            if (after != null && after.isAfter(begin) && !after.isAfter(end))
                changes.add(new Change(after, row.recipient(), -row.copies(), row.endedWhy()));
        }
        changes.sort(Comparator.comparing(Change::day)
                .thenComparing(Change::recipient)
                .thenComparing(Change::copies));
        return new Month(month, copies(rows, begin), copies(rows, end), List.copyOf(changes), due(month, rows, prices));
    }

    public static int copies(List<Subscription> rows, LocalDate day) {
        return rows.stream()
                .filter(r -> r.holds(day))
                .mapToInt(Subscription::copies)
                .sum();
    }

    private static Won due(YearMonth month, List<Subscription> rows, NavigableMap<LocalDate, Won> prices) {
        var parts = BigInteger.ZERO;
        var known = new TreeMap<>(prices);
        for (var day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            var price = known.floorEntry(day);
            if (price == null) continue;
            parts = parts.add(BigInteger.valueOf(copies(rows, day))
                    .multiply(BigInteger.valueOf(price.getValue().amount())));
        }
        return new Won(parts.divide(BigInteger.valueOf(month.lengthOfMonth())).longValueExact());
    }
}
