package kr.madang.office.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetNode;
import kr.madang.office.budget.BudgetTree;

/** The monthly plans of a year (월별 집행계획) by quarter, each beside the money it divides. */
record Planned(List<Row> rows, Row total) {
    /** @param quarters planned payments of the four quarters, in won */
    record Row(String id, String name, long current, List<Long> quarters) {
        long sum() {
            return quarters.stream().mapToLong(Long::longValue).sum();
        }

        /** What no month has; negative where more is planned than there is. */
        long left() {
            return current - sum();
        }
    }

    static Planned of(Budget budget, LocalDate day) {
        var plans = budget.plans(day.getYear());
        var rows = budget.tree(day.getYear(), day).at(BudgetNode.Level.PROJECT).stream()
                .map(p -> new Row(
                        p.node().id().toString(), p.node().name(), p.balance().current(), quarters(plans, p)))
                .toList();
        var total = new Row(
                "",
                "",
                rows.stream().mapToLong(Row::current).sum(),
                IntStream.range(0, 4)
                        .mapToObj(q -> rows.stream()
                                .mapToLong(r -> r.quarters().get(q))
                                .sum())
                        .toList());
        return new Planned(rows, total);
    }

    private static List<Long> quarters(
            Map<java.time.YearMonth, Map<java.util.UUID, Long>> plans, BudgetTree.Branch project) {
        var quarters = new long[4];
        plans.forEach((month, amounts) -> quarters[(month.getMonthValue() - 1) / 3] +=
                amounts.getOrDefault(project.node().id(), 0L));
        return java.util.Arrays.stream(quarters).boxed().toList();
    }
}
