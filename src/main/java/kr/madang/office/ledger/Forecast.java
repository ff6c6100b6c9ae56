package kr.madang.office.ledger;

import java.time.YearMonth;
import java.util.SortedMap;

/**
 * What will probably stay unspent at the end of the year (예상 불용액). The method is deliberately plain, and pages print it: what is
 * committed will be paid; of what is not committed yet, the months still to come will execute their plan as well as the months past
 * executed theirs (never better than planned); carried-over money is not unspent.
 *
 * @param achieved paid until now over planned until now, between 0 and 1; 1 when nothing was planned
 * @param expected expected payments from now to the end of the year
 * @param unspent what stays, never negative
 */
public record Forecast(double achieved, long expected, long unspent) {

    /**
     * @param plan planned payments per month of the year
     * @param now the month in which the balance stands; itself counted as past
     */
    public static Forecast of(Balance balance, SortedMap<YearMonth, Long> plan, YearMonth now) {
        long past = sum(plan.headMap(now.plusMonths(1)));
        long coming = sum(plan.tailMap(now.plusMonths(1)));
        double achieved = past == 0 ? 1 : Math.clamp(balance.spent() / (double) past, 0, 1);
        long committed = Math.max(0, balance.obligated() - balance.spent());
        long payable = Math.max(0, balance.current() - balance.carriedOut() - balance.spent());
        long expected = Math.min(payable, Math.max(committed, Math.round(coming * achieved)));
        return new Forecast(achieved, expected, payable - expected);
    }

    private static long sum(SortedMap<YearMonth, Long> months) {
        return months.values().stream().mapToLong(Long::longValue).sum();
    }
}
