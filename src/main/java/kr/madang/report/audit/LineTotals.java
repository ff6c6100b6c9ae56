package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Total rows of a table (합계 행): tries every sensible reading of what a 계, 합계 or 소계 row adds up, keeps the one that most columns
 * confirm, and only then holds the other columns to it. Serves total columns too, on the turned table.
 */
final class LineTotals {
    private static final int MANY_TOTALS = 300;

    private final Grid grid;
    private final String axis;
    private final List<Meaning> sides;
    private final List<Integer> columns = new ArrayList<>();
    private final List<Integer> totals = new ArrayList<>();

    private LineTotals(Grid grid, String axis) {
        this.grid = grid;
        this.axis = axis;
        this.sides = grid.sideMeanings();
        for (int column = 0; column < grid.columns(); column++) {
            if (grid.top(column).additive()) {
                columns.add(column);
            }
        }
        for (int row = 0; row < sides.size(); row++) {
            if (sides.get(row).totaling()) {
                totals.add(row);
            }
        }
    }

    static List<Relation> of(Grid grid, String axis) {
        return new LineTotals(grid, axis).relations();
    }

    private List<Relation> relations() {
        List<Relation> found = new ArrayList<>();
        for (int total : totals) {
            List<List<Integer>> readings = readings(total);
            Reading best = null;
            for (List<Integer> parts : readings) {
                Reading reading = read(total, parts);
                if (best == null || reading.hits > best.hits) {
                    best = reading;
                }
            }
            if (best != null && trusted(best, readings)) {
                best.sums.stream().filter(sum -> sum.holds() || !averaged(sum)).forEach(found::add);
            }
        }
        return found;
    }

    private boolean trusted(Reading reading, List<List<Integer>> readings) {
        int misses = reading.sums.size() - reading.hits;
        if (misses == 0) {
            return true;
        }
        if (reading.hits > 0) {
            return reading.hits >= misses;
        }
        // nothing confirms the reading: only a plain table with one total and one doubtful number is held to it
        return misses == 1
                && readings.size() == 1
                && totals.size() == 1
                && !outlined()
                && Doubt.mistyped(reading.sums.getFirst());
    }

    /** A 계 row may print the average of a column that cannot be added up. */
    private static boolean averaged(Sum sum) {
        BigDecimal least =
                sum.inputs().stream().map(Amount::value).reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
        BigDecimal most =
                sum.inputs().stream().map(Amount::value).reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
        BigDecimal shown = sum.target().value();
        return sum.inputs().size() > 1
                && shown.compareTo(least) >= 0
                && shown.compareTo(most) <= 0
                && !Doubt.mistyped(sum);
    }

    /** Whether the side headings show levels (1. 가. ○ -), so that some rows are inside others. */
    private boolean outlined() {
        Set<String> marks = new HashSet<>();
        for (int row = 0; row < sides.size(); row++) {
            if (!sides.get(row).totaling()) {
                marks.add(Outline.mark(grid.sides().get(row)));
            }
        }
        return marks.size() > 1;
    }

    private record Reading(List<Sum> sums, int hits) {}

    /** Amounts in 백만원 may be off by rounding, but not a single one where all the others agree to the digit. */
    private Reading read(int total, List<Integer> parts) {
        Reading strict = read(total, parts, false);
        boolean exact = strict.hits >= 2 && strict.hits >= strict.sums.size() - 1;
        return exact || !grid.coarse() ? strict : read(total, parts, true);
    }

    private Reading read(int total, List<Integer> parts, boolean rounded) {
        List<Sum> sums = new ArrayList<>();
        int hits = 0;
        for (int column : columns) {
            Sum sum = sum(total, parts, column, rounded);
            if (sum != null) {
                sums.add(sum);
                hits += sum.holds() ? 1 : 0;
            }
        }
        return new Reading(sums, hits);
    }

    private @Nullable Sum sum(int total, List<Integer> parts, int column, boolean rounded) {
        Amount target = grid.firm(total, column);
        if (target == null || target.blank()) {
            return null;
        }
        List<Amount> inputs = new ArrayList<>();
        int printed = 0;
        for (int row : parts) {
            Amount part = grid.firm(row, column);
            if (part == null || part.unit().equals("%") != target.unit().equals("%")) {
                return null;
            }
            if (!part.blank()) {
                inputs.add(part);
                printed++;
            }
        }
        if (printed == 0 || target.unit().equals("%")) {
            return null;
        }
        BigDecimal slack = rounded ? grid.slack(printed) : BigDecimal.ZERO;
        String rule = "'" + Grid.words(grid.sides().get(total)) + "' " + axis + "은 부분의 합이므로";
        return Sum.of(rule, target, inputs, slack);
    }

    private List<List<Integer>> readings(int total) {
        List<List<Integer>> found = new ArrayList<>();
        boolean sub = sides.get(total) == Meaning.SUBTOTAL;
        int previous = neighbor(total, -1);
        int next = neighbor(total, 1);
        if (sub) {
            add(found, group(total));
        } else {
            boolean few = totals.size() <= MANY_TOTALS;
            boolean subtotals = sides.contains(Meaning.SUBTOTAL);
            if (few && subtotals) {
                add(found, subtotalsAndLoose(total));
            }
            if (few) {
                add(found, details(0, sides.size()));
                add(found, topLevel(total));
            }
            if (few && totals.size() > 1) {
                add(found, totals.stream().filter(row -> row != total).toList());
            }
        }
        add(found, details(previous + 1, total));
        add(found, details(total + 1, next));
        return found;
    }

    private int neighbor(int total, int step) {
        int at = totals.indexOf(total) + step;
        return at < 0 ? -1 : at >= totals.size() ? sides.size() : totals.get(at);
    }

    private static void add(List<List<Integer>> readings, List<Integer> parts) {
        if (parts.size() > 1 && !readings.contains(parts)) {
            readings.add(parts);
        } else if (parts.size() == 1 && readings.isEmpty()) {
            readings.add(parts);
        }
    }

    private List<Integer> details(int from, int to) {
        List<Integer> rows = new ArrayList<>();
        for (int row = Math.max(0, from); row < Math.min(to, sides.size()); row++) {
            if (part(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean part(int row) {
        return sides.get(row).additive()
                && !sides.get(row).totaling()
                && !Outline.aside(grid.sides().get(row));
    }

    /** Rows that share the outer heading of a subtotal. */
    private List<Integer> group(int total) {
        List<String> path = grid.sides().get(total);
        List<Integer> rows = new ArrayList<>();
        if (path.size() < 2) {
            return rows;
        }
        List<String> outer = path.subList(0, path.size() - 1);
        for (int row = 0; row < sides.size(); row++) {
            List<String> other = grid.sides().get(row);
            if (row != total
                    && part(row)
                    && other.size() >= path.size()
                    && other.subList(0, outer.size()).equals(outer)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Integer> subtotalsAndLoose(int total) {
        Set<Integer> inside = new HashSet<>();
        List<Integer> subs = new ArrayList<>();
        for (int row : totals) {
            if (sides.get(row) == Meaning.SUBTOTAL) {
                subs.add(row);
                inside.addAll(group(row));
            }
        }
        if (inside.isEmpty()) {
            return subs;
        }
        List<Integer> rows = new ArrayList<>(subs);
        for (int row : details(0, sides.size())) {
            if (row != total && !inside.contains(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Only the outermost rows of an outline: 1. or ○, without the - below them. */
    private List<Integer> topLevel(int total) {
        List<Integer> all = details(0, sides.size());
        if (all.isEmpty()) {
            return all;
        }
        String mark = Outline.mark(grid.sides().get(all.getFirst()));
        return all.stream()
                .filter(row ->
                        row != total && Outline.mark(grid.sides().get(row)).equals(mark))
                .toList();
    }
}
