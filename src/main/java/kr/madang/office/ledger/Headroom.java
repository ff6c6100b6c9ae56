package kr.madang.office.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much may still be taken from an account on a day so that it is never overdrawn, neither on that day nor on any later one
 * already written (한도). An entry dated back must not take money that a later entry has already used.
 */
public final class Headroom {
    /** Money that comes in (positive) or goes out (negative) on a day, in won. */
    public record Change(LocalDate day, long amount) {}

    private Headroom() {}

    /** @return the least running balance on {@code from} or any later day */
    public static long from(LocalDate from, List<Change> changes) {
        var byDay = new TreeMap<LocalDate, Long>();
        for (var change : changes) byDay.merge(change.day, change.amount, Math::addExact);
        long running = byDay.headMap(from, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long least = running;
        for (Map.Entry<LocalDate, Long> later : byDay.tailMap(from, false).entrySet()) {
            running = Math.addExact(running, later.getValue());
            least = Math.min(least, running);
        }
        return least;
    }
}
