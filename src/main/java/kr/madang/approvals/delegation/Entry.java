package kr.madang.approvals.delegation;

import java.time.LocalDate;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of delegation (전결 기준).
 *
 * @param task code of the task, parts joined by dots from the general to the special: {@code contract.goods}
 * @param title what the task is called in Korean
 * @param alone the drafter may be the approver when he holds the position
 * @param important an approval by a deputy has to be reported afterwards
 * @param basis rule and item the row comes from
 * @param from first day it is in force
 * @param to last day, or null while it is in force
 */
public record Entry(
        String task,
        String title,
        Amounts amounts,
        Position position,
        boolean alone,
        boolean important,
        String basis,
        LocalDate from,
        @Nullable LocalDate to) {
    private static final Pattern TASK = Pattern.compile("[a-z0-9-]{1,40}(\\.[a-z0-9-]{1,40}){0,7}");

    public Entry {
        if (!TASK.matcher(task).matches()) throw Refused.invalid("approvals.table.task", task);
        if (title.isBlank()) throw Refused.invalid("approvals.table.title");
        if (to != null && to.isBefore(from)) throw Refused.invalid("approvals.table.reversed");
    }

    public static Entry of(
            String task, String title, Amounts amounts, Position position, String basis, LocalDate from) {
        return new Entry(task, title, amounts, position, false, false, basis, from, null);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean clashes(Entry other) {
        return task.equals(other.task)
                && amounts.overlaps(other.amounts)
                && !endsBefore(other)
                && !other.endsBefore(this);
    }

    private boolean endsBefore(Entry other) {
        return to != null && to.isBefore(other.from);
    }
}
