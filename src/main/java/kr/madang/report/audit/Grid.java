package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one table (수치표) with the headings of their rows and columns; both directions read alike, so a detector written
 * for rows serves columns after {@link #turned()}.
 *
 * @param unit the remark (단위: 천원) without brackets; empty when there is none
 * @param tops heading path of every column, from the outside in
 * @param sides heading path of every row
 * @param values null where words stand
 * @param exact whether every number surely stands in its own column (real cells or tabs), unlike a table flattened to text
 */
record Grid(
        String unit,
        List<List<String>> tops,
        List<List<String>> sides,
        List<List<@Nullable Amount>> values,
        boolean exact,
        List<Meaning> topMeanings,
        List<Meaning> sideMeanings) {

    Grid(
            String unit,
            List<List<String>> tops,
            List<List<String>> sides,
            List<List<@Nullable Amount>> values,
            boolean exact) {
        this(
                unit,
                tops,
                sides,
                values,
                exact,
                tops.stream().map(Grid::meaning).toList(),
                sides.stream().map(Grid::meaning).toList());
    }

    int rows() {
        return sides.size();
    }

    int columns() {
        return tops.size();
    }

    @Nullable
    Amount at(int row, int column) {
        return values.get(row).get(column);
    }

    /** The number there if it can be reckoned with. */
    @Nullable
    Amount firm(int row, int column) {
        Amount amount = at(row, column);
        return amount == null || amount.vague() ? null : amount;
    }

    Grid turned() {
        List<List<@Nullable Amount>> turned = new ArrayList<>(columns());
        for (int column = 0; column < columns(); column++) {
            List<@Nullable Amount> line = new ArrayList<>(rows());
            for (int row = 0; row < rows(); row++) {
                line.add(at(row, column));
            }
            turned.add(line);
        }
        return new Grid(unit, sides, tops, turned, exact, sideMeanings, topMeanings);
    }

    Meaning top(int column) {
        return topMeanings.get(column);
    }

    Meaning side(int row) {
        return sideMeanings.get(row);
    }

    static Meaning meaning(List<String> path) {
        if (path.isEmpty()) {
            return Meaning.PLAIN;
        }
        Meaning last = Meaning.of(path.getLast());
        if (last == Meaning.TOTAL
                && path.size() > 1
                && !path.stream().allMatch(part -> Meaning.of(part).totaling())) {
            return Meaning.SUBTOTAL;
        }
        if (last != Meaning.PLAIN || path.size() == 1) {
            return last;
        }
        // a group called 집행률 or 전년도 gives its meaning to what stands below, a group called 계 does not
        for (int i = path.size() - 2; i >= 0; i--) {
            Meaning outer = Meaning.of(path.get(i));
            if (!outer.additive()) {
                return outer;
            }
        }
        return Meaning.PLAIN;
    }

    /** Amounts printed in 백만원 or 억원 have lost digits, so sums of them may be off by the rounding. */
    boolean coarse() {
        String tight = Plain.tight(unit);
        return tight.contains("백만") || tight.contains("억") || tight.contains("십만") || tight.contains("천만");
    }

    BigDecimal slack(int parts) {
        return coarse() ? BigDecimal.valueOf(parts + 1L).divide(BigDecimal.valueOf(2)) : BigDecimal.ZERO;
    }

    static String words(List<String> path) {
        return String.join(
                " ",
                path.stream()
                        .map(part -> part.strip().replaceAll("\\s+", " "))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
