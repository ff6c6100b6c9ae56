package kr.madang.approvals.reminders;

import java.util.List;
import java.util.Optional;

/**
 * How one waiting item was urged (독촉 횟수), since it waits.
 *
 * @param all oldest first; never empty
 */
public record Urged(List<Reminder> all) {
    public Urged {
        all = List.copyOf(all);
        if (all.isEmpty()) throw new IllegalArgumentException("not urged");
    }

    public int times() {
        return all.size();
    }

    /** The last one that says something; the clock says nothing. */
    public Optional<Reminder> spoken() {
        return all.reversed().stream().filter(r -> !r.words().isEmpty()).findFirst();
    }
}
