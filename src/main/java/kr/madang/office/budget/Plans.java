package kr.madang.office.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the year's money is meant to be spent (월별 집행계획·신속집행 목표). Whoever changes a plan hands in what they saw before; if
 * somebody else has changed it meanwhile, nothing is written.
 */
@Service
@Transactional
public class Plans {
    public static final int MONTHS = 12;
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private final PlanStore store;
    private final BudgetStore budget;
    private final Trail trail;

    Plans(PlanStore store, BudgetStore budget, Trail trail) {
        this.store = store;
        this.budget = budget;
        this.trail = trail;
    }

    /** Planned payments of a detailed project from January to December, in won. */
    @Transactional(readOnly = true)
    public List<Long> months(UUID project) {
        return months(project(project));
    }

    /** @param seen the twelve months the editor had before them */
    public void planMonths(Actor by, UUID id, List<Long> seen, List<Long> wanted) {
        if (wanted.size() != MONTHS) throw new IllegalArgumentException("months: " + wanted.size());
        for (long amount : wanted)
            if (amount < 0 || amount > Ledger.LARGEST)
                throw Refused.invalid("office.plan.amount", Korean.number(amount));
        var project = project(id);
        holdOpen(project.fiscalYear());
        store.lock(id);
        var stored = months(project);
        if (!stored.equals(seen)) throw Refused.conflict("office.plan.changed");
        for (int m = 0; m < MONTHS; m++)
            if (!stored.get(m).equals(wanted.get(m)))
                store.put(id, YearMonth.of(project.fiscalYear(), m + 1), wanted.get(m));
        trail.record(by, "office", "plan.changed", "node:" + id, Map.of("before", stored, "after", wanted));
    }

    /** Sets how much of the money subject to early execution is to be spent by which day, in percent. */
    public void aim(
            Actor by, int year, SortedMap<LocalDate, BigDecimal> seen, SortedMap<LocalDate, BigDecimal> wanted) {
        check(year, wanted);
        holdOpen(year);
        store.lockYear(year);
        var stored = budget.targets(year);
        if (!same(stored, seen)) throw Refused.conflict("office.plan.changed");
        store.clearTargets(year);
        wanted.forEach((day, percent) -> store.target(year, day, percent));
        trail.record(by, "office", "target.changed", "year:" + year, Map.of("before", stored, "after", wanted));
    }

    private static void check(int year, SortedMap<LocalDate, BigDecimal> wanted) {
        var before = BigDecimal.ZERO;
        for (var target : wanted.entrySet()) {
            var percent = target.getValue();
            if (!Period.fiscalYear(year).contains(target.getKey()))
                throw Refused.invalid("office.year.outside", target.getKey(), Integer.toString(year));
            if (percent.signum() <= 0
                    || percent.compareTo(WHOLE) > 0
                    || percent.stripTrailingZeros().scale() > 1)
                throw Refused.invalid("office.target.percent", percent.toPlainString());
            if (percent.compareTo(before) < 0) throw Refused.invalid("office.target.falling", target.getKey());
            before = percent;
        }
    }

    /** 29 and 29.0 are the same target. */
    private static boolean same(SortedMap<LocalDate, BigDecimal> stored, SortedMap<LocalDate, BigDecimal> seen) {
        return stored.keySet().equals(seen.keySet())
                && stored.entrySet().stream()
                        .allMatch(t -> t.getValue().compareTo(seen.getOrDefault(t.getKey(), BigDecimal.ZERO)) == 0);
    }

    private List<Long> months(BudgetNode project) {
        var stored = store.months(project.id());
        return java.util.stream.IntStream.rangeClosed(1, MONTHS)
                .mapToObj(m -> stored.getOrDefault(YearMonth.of(project.fiscalYear(), m), 0L))
                .toList();
    }

    private BudgetNode project(UUID id) {
        return budget.node(id)
                .filter(n -> n.level() == BudgetNode.Level.PROJECT)
                .orElseThrow(() -> Refused.missing("office.project.none"));
    }

    private void holdOpen(int year) {
        var word = Integer.toString(year);
        var held = budget.hold(year).orElseThrow(() -> Refused.missing("office.year.none", word));
        if (held.closed()) throw Refused.conflict("office.year.closed", word);
    }
}
