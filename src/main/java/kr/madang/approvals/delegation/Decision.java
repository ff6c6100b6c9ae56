package kr.madang.approvals.delegation;

import java.util.List;
import java.util.Optional;
import kr.madang.approvals.line.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Whose approval a matter needs on a day, and why (결재권자 판단).
 *
 * @param entry the row that says so; null when no row does and the head of the office decides
 * @param why sentences in the order of thought, at least one
 */
public record Decision(Position position, @Nullable Entry entry, List<Reason> why) {
    public Decision {
        why = List.copyOf(why);
    }

    public Optional<Entry> row() {
        return Optional.ofNullable(entry);
    }

    /**
     * The terms of a line for this decision.
     *
     * @param reviewed whether there is anybody between drafter and approver who has to review
     */
    public Terms terms(boolean reviewed) {
        boolean alone = entry != null && entry.alone();
        boolean important = entry == null || entry.important();
        return new Terms(position.delegated(), alone, reviewed, important);
    }
}
