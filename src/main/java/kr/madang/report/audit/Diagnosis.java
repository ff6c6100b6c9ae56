package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the fewest wrong numbers that explain every broken relation (진단). One mistyped cell breaks its column total, its row total
 * and its rate at once; it is reported once, where it stands, and not as three alarms.
 */
final class Diagnosis {
    private static final int MANY = 400;

    private final Map<Spot, List<Relation>> uses = new HashMap<>();
    private final Map<Spot, Amount> amounts = new HashMap<>();
    // by identity: hashing a total of 100,000 parts again and again would cost more than the audit
    private final Set<Relation> broken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Relation> order = new ArrayList<>();
    private final Function<Amount, String> place;

    private Diagnosis(List<Relation> relations, Function<Amount, String> place) {
        this.place = place;
        for (Relation relation : relations) {
            if (!relation.holds()) {
                broken.add(relation);
                order.add(relation);
            }
            enter(relation.target(), relation);
            relation.inputs().forEach(input -> enter(input, relation));
        }
    }

    private void enter(Amount amount, Relation relation) {
        amounts.putIfAbsent(amount.spot(), amount);
        uses.computeIfAbsent(amount.spot(), spot -> new ArrayList<>(2)).add(relation);
    }

    static List<Finding> of(List<Relation> relations, Function<Amount, String> place) {
        return new Diagnosis(relations, place).run();
    }

    private List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        while (!broken.isEmpty()) {
            Repair repair = best();
            findings.add(repair.finding(this));
            for (Relation relation : uses.getOrDefault(repair.spot, List.of())) {
                broken.remove(relation);
            }
            broken.remove(repair.cause);
            order.removeIf(relation -> !broken.contains(relation));
        }
        findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::place));
        return findings;
    }

    private Repair best() {
        Relation first = order.getFirst();
        Repair best = Repair.ofTarget(first, 1, 0);
        int seen = 0;
        for (Relation relation : order) {
            if (seen++ > MANY) {
                break;
            }
            List<Repair> parts = new ArrayList<>();
            Repair own = weigh(relation, relation.target()).orElse(Repair.ofTarget(relation, 1, 0));
            for (Amount input : relation.inputs()) {
                if (listed(input).size() > 1 || relation.inputs().size() < MANY) {
                    weigh(relation, input).ifPresent(parts::add);
                }
            }
            best = better(best, local(own, parts));
        }
        return best;
    }

    /** Blames a part only when it explains more than the target does, and is the only part to do so. */
    private Repair local(Repair own, List<Repair> parts) {
        int top = parts.stream().mapToInt(Repair::score).max().orElse(Integer.MIN_VALUE);
        List<Repair> leading =
                parts.stream().filter(part -> part.score() == top).toList();
        if (leading.size() == 1 && top > own.score()) {
            return leading.getFirst();
        }
        return own;
    }

    private static Repair better(Repair one, Repair other) {
        return other.score() > one.score() ? other : one;
    }

    private Optional<Repair> weigh(Relation cause, Amount amount) {
        if (amount.blank()) {
            return Optional.empty();
        }
        BigDecimal value = cause.solve(amount.spot());
        if (value == null || value.remainder(amount.quantum()).signum() != 0) {
            return Optional.empty();
        }
        int fixed = 0;
        int spoiled = 0;
        for (Relation relation : listed(amount)) {
            boolean good = relation.holdsWith(amount.spot(), value);
            if (broken.contains(relation)) {
                fixed += good ? 1 : 0;
            } else {
                spoiled += good ? 0 : 1;
            }
        }
        return Optional.of(new Repair(cause, amount.spot(), value, fixed, spoiled));
    }

    private List<Relation> listed(Amount amount) {
        return uses.getOrDefault(amount.spot(), List.of());
    }

    private record Repair(Relation cause, Spot spot, BigDecimal value, int fixed, int spoiled) {
        static Repair ofTarget(Relation relation, int fixed, int spoiled) {
            return new Repair(relation, relation.target().spot(), BigDecimal.ZERO, fixed, spoiled);
        }

        int score() {
            return fixed - spoiled;
        }

        Finding finding(Diagnosis diagnosis) {
            Amount target = cause.target();
            if (target.spot().equals(spot)) {
                return new Finding(
                        spot.line(),
                        diagnosis.place.apply(target),
                        target.printed(),
                        cause.computed(),
                        cause.kind(),
                        cause.why());
            }
            Amount culprit = java.util.Objects.requireNonNull(diagnosis.amounts.get(spot));
            String computed = culprit.like(value);
            return new Finding(
                    spot.line(),
                    diagnosis.place.apply(culprit),
                    culprit.printed(),
                    computed,
                    Finding.Kind.WRONG,
                    "다른 수치와 맞으려면 " + computed + "이어야 하는데 " + culprit.printed() + "(으)로 적혀 있습니다. " + cause.why());
        }
    }
}
