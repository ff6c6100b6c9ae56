package kr.madang.office.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.web.Bar;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetNode;
import kr.madang.office.budget.BudgetTree;
import kr.madang.office.ledger.Forecast;

/**
 * A year in months: what was planned to be spent, what was, the targets of early execution (신속집행) and what will probably stay.
 *
 * @param fastCurrent 예산현액 of what is subject to early execution
 * @param fastSpent what of it is spent
 */
record Months(
        List<Row> rows,
        List<Projected> projects,
        long unspent,
        long fastCurrent,
        long fastSpent,
        List<Target> targets) {

    /** @param actual null for months still to come */
    record Row(
            YearMonth month,
            long planned,
            @org.jspecify.annotations.Nullable Long actual) {}

    record Projected(BudgetTree.Branch branch, Forecast forecast) {}

    /** @param needed won that had, or have, to be spent by the day */
    record Target(LocalDate by, BigDecimal percent, long needed) {}

    static Months of(Budget budget, LocalDate day) {
        int year = day.getYear();
        var now = YearMonth.from(day);
        var tree = budget.tree(year, day);
        var plans = budget.plans(year);
        var spent = budget.spentByMonth(year, day);
        var rows = new ArrayList<Row>();
        for (int m = 1; m <= 12 && !tree.policies().isEmpty(); m++) {
            var month = YearMonth.of(year, m);
            rows.add(new Row(month, sum(plans.get(month)), month.isAfter(now) ? null : sum(spent.get(month))));
        }
        var projects = tree.at(BudgetNode.Level.PROJECT).stream()
                .map(p -> new Projected(
                        p, Forecast.of(p.balance(), of(plans, p.node().id()), now)))
                .toList();
        var fast = tree.at(BudgetNode.Level.UNIT).stream()
                .filter(u -> u.node().fast())
                .toList();
        long current = fast.stream().mapToLong(u -> u.balance().current()).sum();
        return new Months(
                rows,
                projects,
                projects.stream().mapToLong(p -> p.forecast().unspent()).sum(),
                current,
                fast.stream().mapToLong(u -> u.balance().spent()).sum(),
                targets(budget, year, current));
    }

    private static List<Target> targets(Budget budget, int year, long current) {
        return budget.targets(year).entrySet().stream()
                .map(t -> new Target(
                        t.getKey(),
                        t.getValue(),
                        t.getValue()
                                .multiply(BigDecimal.valueOf(current))
                                .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                                .longValueExact()))
                .collect(Collectors.toList());
    }

    private static SortedMap<YearMonth, Long> of(SortedMap<YearMonth, Map<UUID, Long>> plans, UUID project) {
        var own = new TreeMap<YearMonth, Long>();
        plans.forEach((month, projects) -> own.put(month, projects.getOrDefault(project, 0L)));
        return own;
    }

    private static long sum(@org.jspecify.annotations.Nullable Map<UUID, Long> projects) {
        return projects == null
                ? 0
                : projects.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Bar> bars(kr.madang.kernel.web.Page page) {
        return rows.stream()
                .map(r -> {
                    var planned = new Bar.Part(page.t("office.months.planned"), r.planned, Show.thousands(r.planned));
                    var actual = r.actual;
                    return actual == null
                            ? Bar.of(month(page, r), planned)
                            : Bar.of(
                                    month(page, r),
                                    planned,
                                    new Bar.Part(page.t("office.months.actual"), actual, Show.thousands(actual)));
                })
                .toList();
    }

    private static String month(kr.madang.kernel.web.Page page, Row row) {
        return page.t("office.month", row.month.getMonthValue());
    }
}
