package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;

/** Shares of a whole (구성비): each row's amount ÷ the total row's amount, when most rows of the table confirm it. */
final class Shares {
    private Shares() {}

    static List<Relation> of(Grid grid) {
        List<Relation> found = new ArrayList<>();
        for (int column = 0; column < grid.columns(); column++) {
            if (grid.top(column) == Meaning.SHARE) {
                found.addAll(best(grid, column));
            }
        }
        return found;
    }

    private static List<Relation> best(Grid grid, int share) {
        List<Relation> best = List.of();
        long top = 0;
        for (int total = 0; total < grid.rows(); total++) {
            if (grid.side(total) != Meaning.TOTAL) {
                continue;
            }
            for (int column = share - 1; column >= Math.max(0, share - 6); column--) {
                if (!grid.top(column).additive()) {
                    continue;
                }
                List<Relation> relations = read(grid, share, column, total);
                long hits = relations.stream().filter(Relation::holds).count();
                if (hits > top) {
                    top = hits;
                    best = relations;
                }
            }
        }
        return top >= 2 && top > best.size() - top ? best : List.of();
    }

    private static List<Relation> read(Grid grid, int share, int column, int total) {
        List<Relation> relations = new ArrayList<>();
        Amount base = grid.firm(total, column);
        if (base == null || base.zero()) {
            return relations;
        }
        for (int row = 0; row < grid.rows(); row++) {
            Amount shown = grid.firm(row, share);
            Amount part = grid.firm(row, column);
            // the last share is often trimmed so that the column ends at 100, so only a clear miss counts
            if (row != total && shown != null && part != null && !shown.blank()) {
                Rate rate = new Rate("'" + Grid.words(grid.tops().get(share)) + "'", shown, part, base, grid.coarse());
                if (rate.holds() || !trimmed(rate)) {
                    relations.add(rate);
                }
            }
        }
        return relations;
    }

    private static boolean trimmed(Rate rate) {
        java.math.BigDecimal right = rate.solve(rate.target().spot());
        return right != null
                && right.subtract(rate.target().value())
                                .abs()
                                .compareTo(rate.target().quantum())
                        <= 0;
    }
}
