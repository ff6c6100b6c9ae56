package kr.madang.office.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.madang.office.ledger.Balance;

/**
 * A fiscal year's budget (예산) as of a day, every node with the balance of all that lies below it.
 *
 * @param total the whole section
 */
public record BudgetTree(int fiscalYear, LocalDate day, Balance total, List<Branch> policies) {
    /** A node with its balance and its children. */
    public record Branch(BudgetNode node, Balance balance, List<Branch> children) {
        public Stream<Branch> all() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Branch::all));
        }
    }

    /** @param lines the balance of each line item that has one */
    static BudgetTree of(int fiscalYear, LocalDate day, List<BudgetNode> nodes, Map<UUID, Balance> lines) {
        var below = new HashMap<UUID, List<BudgetNode>>();
        var roots = new ArrayList<BudgetNode>();
        for (var node : nodes) {
            var parent = node.parent();
            if (parent == null) roots.add(node);
            else below.computeIfAbsent(parent, p -> new ArrayList<>()).add(node);
        }
        var policies = branches(roots, below, lines);
        return new BudgetTree(fiscalYear, day, sum(policies), policies);
    }

    private static List<Branch> branches(
            List<BudgetNode> nodes, Map<UUID, List<BudgetNode>> below, Map<UUID, Balance> lines) {
        return nodes.stream()
                .sorted(Comparator.comparingInt(BudgetNode::position).thenComparing(BudgetNode::name))
                .map(node -> {
                    var children = branches(below.getOrDefault(node.id(), List.of()), below, lines);
                    var own = lines.getOrDefault(node.id(), Balance.ZERO);
                    return new Branch(node, own.plus(sum(children)), children);
                })
                .toList();
    }

    private static Balance sum(List<Branch> branches) {
        return branches.stream().map(Branch::balance).reduce(Balance.ZERO, Balance::plus);
    }

    public Stream<Branch> all() {
        return policies.stream().flatMap(Branch::all);
    }

    public List<Branch> at(BudgetNode.Level level) {
        return all().filter(b -> b.node().level() == level).toList();
    }

    public Optional<Branch> find(UUID id) {
        return all().filter(b -> b.node().id().equals(id)).findFirst();
    }

    /** From the policy down to the node itself. */
    public List<Branch> way(UUID id) {
        return all().filter(b -> b.all().anyMatch(c -> c.node().id().equals(id)))
                .toList();
    }
}
