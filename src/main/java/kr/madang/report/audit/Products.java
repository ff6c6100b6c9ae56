package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** 단가 × 수량 = 금액 in a table, whatever the amount is printed in (원, 천원, 백만원). */
final class Products {
    private static final List<BigDecimal> SCALES =
            List.of(BigDecimal.ONE, new BigDecimal("0.001"), new BigDecimal("0.000001"));

    private Products() {}

    static void of(Grid grid, int amount, List<Integer> prices, List<Integer> quantities, List<Relation> found) {
        if (prices.size() != 1 || quantities.isEmpty()) {
            return;
        }
        List<List<Integer>> sets = new ArrayList<>();
        sets.add(quantities);
        if (quantities.size() > 1) {
            quantities.forEach(quantity -> sets.add(List.of(quantity)));
        }
        List<Relation> best = List.of();
        long top = 0;
        for (List<Integer> set : sets) {
            for (BigDecimal scale : SCALES) {
                List<Relation> relations = read(grid, amount, prices.getFirst(), set, scale);
                long hits = relations.stream().filter(Relation::holds).count();
                if (hits > top) {
                    top = hits;
                    best = relations;
                }
            }
        }
        if (top > 0 && top >= best.size() - top) {
            found.addAll(best);
        }
    }

    private static List<Relation> read(Grid grid, int amount, int price, List<Integer> quantities, BigDecimal scale) {
        List<Relation> relations = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            if (grid.side(row).totaling()) {
                continue;
            }
            Amount target = grid.firm(row, amount);
            List<Amount> inputs = new ArrayList<>();
            Amount one = grid.firm(row, price);
            if (target == null || target.blank() || one == null || one.blank()) {
                continue;
            }
            inputs.add(one);
            for (int quantity : quantities) {
                Amount times = grid.firm(row, quantity);
                if (times != null && !times.blank()) {
                    inputs.add(times);
                }
            }
            if (inputs.size() == quantities.size() + 1) {
                relations.add(new Product("단가에 수량을 곱하여", target, inputs, scale));
            }
        }
        return relations;
    }
}
