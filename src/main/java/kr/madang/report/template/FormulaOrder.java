package kr.madang.report.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders the formulas of a table so that each follows the cells it rests on; circles are refused, long chains are not recursion. */
final class FormulaOrder {
    private FormulaOrder() {}

    static List<Expr.Cell> of(List<List<Node.Cell>> rows, Problems problems) {
        var places = new LinkedHashMap<Expr.Cell, Node.Cell>();
        rows.forEach(row -> row.forEach(cell -> places.put(new Expr.Cell(cell.row(), cell.column()), cell)));
        var waiting = new LinkedHashMap<Expr.Cell, Integer>();
        var followers = new HashMap<Expr.Cell, List<Expr.Cell>>();
        places.forEach((place, cell) -> {
            if (cell.formula() != null) waiting.put(place, needs(place, cell, places, followers, problems));
        });
        return order(waiting, followers, places, problems);
    }

    private static int needs(
            Expr.Cell place,
            Node.Cell cell,
            Map<Expr.Cell, Node.Cell> places,
            Map<Expr.Cell, List<Expr.Cell>> followers,
            Problems problems) {
        int count = 0;
        var formula = java.util.Objects.requireNonNull(cell.formula());
        for (var needed : (Iterable<Expr.Cell>) formula.cells().limit(5_000)::iterator) {
            var there = places.get(needed);
            if (there == null) {
                problems.error(cell.line(), 1, "formula.nowhere", address(needed));
            } else if (there.formula() != null) {
                followers.computeIfAbsent(needed, k -> new ArrayList<>()).add(place);
                count++;
            }
        }
        return count;
    }

    private static List<Expr.Cell> order(
            Map<Expr.Cell, Integer> waiting,
            Map<Expr.Cell, List<Expr.Cell>> followers,
            Map<Expr.Cell, Node.Cell> places,
            Problems problems) {
        var ready = new ArrayDeque<Expr.Cell>();
        waiting.forEach((place, count) -> {
            if (count == 0) ready.add(place);
        });
        var order = new ArrayList<Expr.Cell>();
        while (!ready.isEmpty()) {
            var place = ready.remove();
            order.add(place);
            for (var follower : followers.getOrDefault(place, List.of()))
                if (waiting.merge(follower, -1, Integer::sum) == 0) ready.add(follower);
        }
        for (var place : waiting.keySet())
            if (!order.contains(place)) {
                var cell = java.util.Objects.requireNonNull(places.get(place));
                problems.error(cell.line(), 1, "formula.circle", address(place));
                break;
            }
        return List.copyOf(order);
    }

    static String address(Expr.Cell cell) {
        var letters = new StringBuilder();
        for (int c = cell.column() + 1; c > 0; c = (c - 1) / 26) letters.insert(0, (char) ('A' + (c - 1) % 26));
        return letters.toString() + (cell.row() + 1);
    }
}
