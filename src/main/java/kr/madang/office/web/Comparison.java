package kr.madang.office.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetNode;
import kr.madang.office.budget.BudgetTree;

/**
 * This year's budget beside the year before (전년도 대비), unit by unit. The year before counts as it stood at its end; units are
 * matched by name.
 *
 * @param before whether there is a budget of the year before at all
 */
record Comparison(int year, boolean before, List<Row> rows, Row total) {
    /** @param isNew whether the unit was not there the year before; @param gone whether it is no longer */
    record Row(String name, long now, long then, boolean isNew, boolean gone) {
        long change() {
            return now - then;
        }
    }

    static Comparison of(Budget budget, LocalDate day) {
        int year = day.getYear();
        var now = units(budget.tree(year, day));
        var then = units(budget.tree(year - 1, LocalDate.of(year - 1, 12, 31)));
        var rows = new ArrayList<Row>();
        now.forEach((name, planned) ->
                rows.add(new Row(name, planned, then.getOrDefault(name, 0L), !then.containsKey(name), false)));
        then.forEach((name, planned) -> {
            if (!now.containsKey(name)) rows.add(new Row(name, 0, planned, false, true));
        });
        return new Comparison(
                year,
                !then.isEmpty(),
                List.copyOf(rows),
                new Row(
                        "",
                        rows.stream().mapToLong(Row::now).sum(),
                        rows.stream().mapToLong(Row::then).sum(),
                        false,
                        false));
    }

    private static Map<String, Long> units(BudgetTree tree) {
        var units = new LinkedHashMap<String, Long>();
        for (var unit : tree.at(BudgetNode.Level.UNIT))
            units.merge(unit.node().name(), unit.balance().planned(), Long::sum);
        return units;
    }
}
