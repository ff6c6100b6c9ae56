package kr.madang.approvals.delegation;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The table of delegation (위임전결규정) as the office can ask it: task, amount and day give the position that decides. A task without
 * rows of its own follows the more general task; what no row delegates, the head of the office decides.
 */
public final class DelegationTable {
    private final Map<String, List<Entry>> byTask;

    /** @throws Refused when two rows answer for the same task, amount and day */
    public DelegationTable(List<Entry> entries) {
        byTask = entries.stream().collect(groupingBy(Entry::task));
        for (var rows : byTask.values())
            for (int i = 0; i < rows.size(); i++)
                for (int j = 0; j < i; j++)
                    if (rows.get(i).clashes(rows.get(j)))
                        throw Refused.conflict(
                                "approvals.table.overlap", rows.get(i).title());
    }

    /**
     * @param amount in won; null when the matter has none
     * @throws Refused when the rows of the task ask for an amount and none is given, or it is negative
     */
    public Decision decide(String task, @Nullable Long amount, LocalDate day) {
        if (amount != null && amount < 0) throw Refused.invalid("approvals.delegation.negative");
        var why = new ArrayList<Reason>();
        for (Optional<String> at = Optional.of(task); at.isPresent(); at = general(at.get())) {
            var rows = byTask.getOrDefault(at.get(), List.of()).stream()
                    .filter(row -> row.inForce(day))
                    .toList();
            if (!rows.isEmpty()) return decide(rows, amount, why);
            general(at.get())
                    .flatMap(this::title)
                    .ifPresent(title -> why.add(Reason.of("approvals.why.general", title)));
        }
        why.add(Reason.of("approvals.why.none", Position.HEAD.title()));
        return new Decision(Position.HEAD, null, why);
    }

    private static Decision decide(List<Entry> rows, @Nullable Long amount, List<Reason> why) {
        var title = rows.getFirst().title();
        if (amount == null && rows.stream().anyMatch(row -> row.amounts().bounded()))
            throw Refused.invalid("approvals.delegation.amount", title);
        long won = amount == null ? 0 : amount;
        var found = rows.stream().filter(row -> row.amounts().contains(won)).findFirst();
        if (found.isEmpty()) {
            why.add(Reason.of("approvals.why.gap", title, Korean.number(won), Position.HEAD.title()));
            return new Decision(Position.HEAD, null, why);
        }
        why.addAll(reasons(found.get(), won));
        return new Decision(found.get().position(), found.get(), why);
    }

    private static List<Reason> reasons(Entry row, long won) {
        var why = new ArrayList<Reason>();
        if (row.amounts().bounded()) why.add(span(row.amounts(), won));
        var code = row.position().delegated() ? "approvals.why.delegated" : "approvals.why.kept";
        why.add(Reason.of(code, row.title(), row.position().title(), row.basis(), Korean.date(row.from())));
        if (row.alone()) why.add(Reason.of("approvals.why.alone"));
        if (row.important()) why.add(Reason.of("approvals.why.important"));
        return why;
    }

    private static Reason span(Amounts amounts, long won) {
        var money = Korean.number(won);
        var from = Korean.number(amounts.from());
        if (amounts.below() == Long.MAX_VALUE) return Reason.of("approvals.why.least", money, from);
        var below = Korean.number(amounts.below());
        if (amounts.from() == 0) return Reason.of("approvals.why.below", money, below);
        return Reason.of("approvals.why.between", money, from, below);
    }

    private static Optional<String> general(String task) {
        int dot = task.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(task.substring(0, dot));
    }

    private Optional<String> title(String task) {
        return byTask.getOrDefault(task, List.of()).stream().map(Entry::title).findFirst();
    }
}
