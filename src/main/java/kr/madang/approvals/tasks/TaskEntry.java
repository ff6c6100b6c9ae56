package kr.madang.approvals.tasks;

import java.time.LocalDate;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of records (기록관리기준표 한 줄).
 *
 * @param unit code of the unit (처리과)
 * @param reason why its records are kept so long (보존기간 책정 사유)
 * @param last last day it is in use, included; null while nobody has closed it
 */
public record TaskEntry(
        String unit,
        UnitTask task,
        String reason,
        LocalDate first,
        @Nullable LocalDate last) {
    private static final int LONGEST_REASON = 500;

    public TaskEntry {
        reason = reason.replace('\0', '\uFFFD').strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON)
            throw Refused.invalid("approvals.tasks.reason", LONGEST_REASON);
        if (last != null && last.isBefore(first)) throw Refused.invalid("approvals.tasks.days", first, last);
        if (task.title().indexOf('\0') >= 0) throw Refused.invalid("approvals.task.title");
    }

    public boolean valid(LocalDate day) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    TaskEntry until(LocalDate day) {
        return new TaskEntry(unit, task, reason, first, day);
    }
}
