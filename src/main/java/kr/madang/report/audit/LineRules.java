package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns that follow from other columns of the same row (열 사이 관계): 증감 = 올해 − 전년, 과부족 = 현원 − 정원, 잔액 = 예산 − 집행,
 * 집행률 = 집행 ÷ 예산, 금액 = 단가 × 수량. Which columns belong together is settled by how many rows confirm it.
 */
final class LineRules {
    private final Grid grid;
    private final Map<Meaning, List<Integer>> columns = new EnumMap<>(Meaning.class);
    private final List<Relation> found = new ArrayList<>();

    private LineRules(Grid grid) {
        this.grid = grid;
        for (int column = 0; column < grid.columns(); column++) {
            columns.computeIfAbsent(grid.top(column), meaning -> new ArrayList<>())
                    .add(column);
        }
    }

    static List<Relation> of(Grid grid) {
        LineRules rules = new LineRules(grid);
        rules.run();
        return rules.found;
    }

    private List<Integer> all(Meaning meaning) {
        return columns.getOrDefault(meaning, List.of());
    }

    private void run() {
        for (int gap : all(Meaning.STAFF_GAP)) {
            difference(gap, pairs(all(Meaning.ACTUAL), all(Meaning.AUTHORIZED), gap, true));
        }
        for (int left : all(Meaning.LEFT)) {
            List<Integer> spent = all(Meaning.SPENT);
            List<Pair> pairs = pairs(bases(), spent, left, false);
            difference(left, pairs.isEmpty() ? pairs(all(Meaning.QUANTITY), all(Meaning.RESULT), left, false) : pairs);
        }
        for (int change : all(Meaning.CHANGE)) {
            difference(change, changes(change));
        }
        for (int rate : all(Meaning.RATE)) {
            rate(rate, rates(rate));
        }
        for (int rate : all(Meaning.CHANGE_RATE)) {
            rate(rate, growths(rate));
        }
        for (int amount : all(Meaning.AMOUNT)) {
            Products.of(grid, amount, all(Meaning.PRICE), all(Meaning.QUANTITY), found);
        }
    }

    private List<Integer> bases() {
        List<Integer> bases = new ArrayList<>(all(Meaning.BUDGET));
        bases.addAll(all(Meaning.CURRENT));
        return bases;
    }

    private record Pair(int first, int second, boolean named) {}

    private List<Pair> pairs(List<Integer> firsts, List<Integer> seconds, int target, boolean both) {
        List<Pair> pairs = new ArrayList<>();
        for (int first : firsts) {
            for (int second : seconds) {
                if (first != second && sameGroup(first, target) && sameGroup(second, target)) {
                    pairs.add(new Pair(first, second, true));
                }
            }
        }
        if (pairs.isEmpty()) {
            for (int first : firsts) {
                for (int second : seconds) {
                    if (first != second) {
                        pairs.add(new Pair(first, second, true));
                    }
                }
            }
        }
        if (both) {
            pairs.addAll(pairs.stream()
                    .map(pair -> new Pair(pair.second, pair.first, true))
                    .toList());
        }
        return pairs;
    }

    private boolean sameGroup(int column, int other) {
        List<String> one = grid.tops().get(column);
        List<String> two = grid.tops().get(other);
        return one.size() < 2 || two.size() < 2 || one.getFirst().equals(two.getFirst());
    }

    private List<Pair> changes(int change) {
        List<Integer> now = new ArrayList<>(all(Meaning.CURRENT));
        now.addAll(all(Meaning.BUDGET));
        now.addAll(all(Meaning.RESULT));
        List<Pair> pairs = new ArrayList<>(pairs(now, all(Meaning.PRIOR), change, false));
        List<Integer> plain = new ArrayList<>();
        for (int column = change - 1; column >= 0 && plain.size() < 3; column--) {
            if (grid.top(column).additive() && grid.top(column) != Meaning.CHANGE) {
                plain.add(column);
            }
        }
        for (int i = 0; i + 1 < plain.size(); i++) {
            int right = plain.get(i);
            int left = plain.get(i + 1);
            boolean named = pairs.isEmpty() && i == 0 && years(left, right);
            pairs.add(new Pair(right, left, named));
            pairs.add(new Pair(left, right, false));
        }
        return pairs;
    }

    /** 증감률 = 증감 ÷ 전년; without a column called 전년 the rows decide which one is the base. */
    private List<Pair> growths(int rate) {
        List<Pair> pairs = new ArrayList<>(pairs(all(Meaning.CHANGE), all(Meaning.PRIOR), rate, false));
        for (int change : all(Meaning.CHANGE)) {
            for (int column = rate - 1; column >= 0; column--) {
                if (grid.top(column).additive() && column != change) {
                    pairs.add(new Pair(change, column, false));
                }
            }
        }
        return pairs;
    }

    private boolean years(int left, int right) {
        String one = Plain.tight(Grid.words(grid.tops().get(left)));
        String two = Plain.tight(Grid.words(grid.tops().get(right)));
        return one.matches("'?(19|20)?\\d\\d년?도?.*") && two.matches("'?(19|20)?\\d\\d년?도?.*") && one.compareTo(two) < 0;
    }

    private List<Pair> rates(int rate) {
        String heading = Plain.tight(Grid.words(grid.tops().get(rate)));
        List<Pair> pairs = new ArrayList<>();
        if (heading.contains("집행") || heading.contains("지출")) {
            pairs.addAll(pairs(all(Meaning.SPENT), bases(), rate, false));
            return pairs;
        }
        pairs.addAll(pairs(all(Meaning.RESULT), all(Meaning.TARGET), rate, false));
        if (pairs.isEmpty()) {
            pairs.addAll(pairs(all(Meaning.SPENT), bases(), rate, false));
        }
        List<Integer> near = new ArrayList<>();
        for (int column = rate - 1; column >= 0 && near.size() < 4; column--) {
            if (grid.top(column).additive()) {
                near.add(column);
            }
        }
        for (int one : near) {
            for (int other : near) {
                if (one != other) {
                    pairs.add(new Pair(one, other, false));
                }
            }
        }
        return pairs;
    }

    private void difference(int target, List<Pair> pairs) {
        List<Relation> best = List.of();
        int top = -1;
        boolean named = false;
        for (Pair pair : pairs) {
            List<Relation> relations = new ArrayList<>();
            boolean signed = false;
            for (int row = 0; row < grid.rows(); row++) {
                Amount shown = grid.firm(row, target);
                Amount from = grid.firm(row, pair.first);
                Amount less = grid.firm(row, pair.second);
                if (shown == null || from == null || less == null || from.blank() && less.blank() && shown.blank()) {
                    continue;
                }
                signed |= shown.value().signum() < 0;
                if (shown.unit().equals("%")) {
                    continue;
                }
                relations.add(Sum.difference(
                        "'" + words(target) + "'은(는) '" + words(pair.first) + "'에서 '" + words(pair.second) + "'을(를) 빼서",
                        shown,
                        from,
                        less));
            }
            if (!signed) {
                relations.removeIf(relation -> !relation.holds() && mirrored((Sum) relation));
            }
            int hits = (int) relations.stream().filter(Relation::holds).count();
            if (hits > top) {
                top = hits;
                best = relations;
                named = pair.named;
            }
        }
        keep(best, named);
    }

    /** 증감 printed without a sign: the size is right. */
    private static boolean mirrored(Sum sum) {
        return sum.target().value().signum() > 0
                && sum.target()
                                .value()
                                .subtract(sum.rest())
                                .negate()
                                .compareTo(sum.target().value())
                        == 0;
    }

    private void rate(int target, List<Pair> pairs) {
        List<Relation> best = List.of();
        int top = -1;
        boolean named = false;
        for (Pair pair : pairs) {
            List<Relation> relations = new ArrayList<>();
            for (int row = 0; row < grid.rows(); row++) {
                Relation relation = basis(row, target, pair);
                if (relation != null) {
                    relations.add(relation);
                }
            }
            int hits = (int) relations.stream().filter(Relation::holds).count();
            if (hits > top) {
                top = hits;
                best = relations;
                named = pair.named;
            }
        }
        keep(best, named);
    }

    /** The rate of a row; one that fails but would follow from another column of the row says so. */
    private @Nullable Relation basis(int row, int target, Pair pair) {
        Rate rate = rate(row, target, pair);
        if (rate == null || rate.holds() || rate.target().decimals() == 0) {
            return rate;
        }
        for (int column = 0; column < target; column++) {
            Rate reading = grid.top(column).additive() ? rate(row, target, new Pair(column, pair.second, false)) : null;
            if (column != pair.second && reading != null && !reading.target().zero() && reading.holds()) {
                String words = "'" + words(column) + "' ÷ '" + words(pair.second) + "'";
                return new Rate(rate.rule(), rate.target(), rate.part(), rate.base(), rate.slack(), words);
            }
        }
        return rate;
    }

    private @Nullable Rate rate(int row, int target, Pair pair) {
        Amount shown = grid.firm(row, target);
        Amount part = grid.firm(row, pair.first);
        Amount base = grid.firm(row, pair.second);
        if (shown == null || part == null || base == null || shown.blank() || base.zero()) {
            return null;
        }
        return new Rate("'" + words(target) + "'", shown, part, base, grid.coarse());
    }

    private String words(int column) {
        return Grid.words(grid.tops().get(column));
    }

    /** A reading stands when most rows confirm it; the named columns of a single row stand by their names alone. */
    private void keep(List<Relation> relations, boolean named) {
        long hits = relations.stream().filter(Relation::holds).count();
        long misses = relations.size() - hits;
        if (misses == 0 || hits > misses || named && (hits == misses || relations.size() == 1)) {
            found.addAll(relations);
        }
    }
}
