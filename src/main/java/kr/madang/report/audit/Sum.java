package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A total of parts, or a difference (합계·증감): target = Σ sign × part, within the slack that printed rounding explains. */
record Sum(
        String rule,
        Amount target,
        List<Amount> inputs,
        List<Integer> signs,
        BigDecimal slack,
        BigDecimal rest,
        Map<Spot, Integer> where)
        implements Relation {

    static Sum of(String rule, Amount target, List<Amount> parts) {
        return of(rule, target, parts, parts.stream().map(part -> 1).toList(), BigDecimal.ZERO);
    }

    static Sum of(String rule, Amount target, List<Amount> parts, BigDecimal slack) {
        return of(rule, target, parts, parts.stream().map(part -> 1).toList(), slack);
    }

    static Sum difference(String rule, Amount target, Amount from, Amount less) {
        return of(rule, target, List.of(from, less), List.of(1, -1), BigDecimal.ZERO);
    }

    private static Sum of(String rule, Amount target, List<Amount> parts, List<Integer> signs, BigDecimal slack) {
        BigDecimal rest = target.value();
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal part = parts.get(i).value();
            rest = signs.get(i) > 0 ? rest.subtract(part) : rest.add(part);
        }
        Map<Spot, Integer> where = HashMap.newHashMap(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            where.putIfAbsent(parts.get(i).spot(), i);
        }
        return new Sum(rule, target, parts, signs, slack, rest, where);
    }

    @Override
    public boolean holds() {
        return rest.abs().compareTo(slack) <= 0;
    }

    @Override
    public boolean holdsWith(Spot spot, BigDecimal value) {
        BigDecimal moved = rest;
        if (target.spot().equals(spot)) {
            moved = moved.add(value.subtract(target.value()));
        }
        int at = index(spot);
        if (at >= 0) {
            BigDecimal delta = value.subtract(inputs.get(at).value());
            moved = signs.get(at) > 0 ? moved.subtract(delta) : moved.add(delta);
        }
        return moved.abs().compareTo(slack) <= 0;
    }

    @Override
    public @Nullable BigDecimal solve(Spot spot) {
        if (target.spot().equals(spot)) {
            return target.value().subtract(rest);
        }
        int at = index(spot);
        if (at < 0) {
            return null;
        }
        BigDecimal value = inputs.get(at).value();
        return signs.get(at) > 0 ? value.add(rest) : value.subtract(rest);
    }

    private int index(Spot spot) {
        return where.getOrDefault(spot, -1);
    }

    @Override
    public String computed() {
        return target.like(target.value().subtract(rest));
    }

    @Override
    public Finding.Kind kind() {
        return Finding.Kind.WRONG;
    }

    @Override
    public String why() {
        return rule + " 계산하면 " + computed() + "인데 " + target.printed() + "(으)로 적혀 있습니다.";
    }
}
