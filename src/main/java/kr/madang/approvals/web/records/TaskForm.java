package kr.madang.approvals.web.records;

import java.util.Arrays;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.approvals.tasks.TaskEntry;
import kr.madang.kernel.Refused;
import kr.madang.kernel.web.Form;

/** Reads the form of a unit task (단위과제 양식). */
final class TaskForm {
    private TaskForm() {}

    /** @throws Refused when a day cannot be read; the form says which */
    static TaskEntry entry(Form form, String unit, String code) {
        var first = form.day("first");
        if (first.isEmpty() && form.ok()) form.refuse("first", "approvals.tasks.first");
        var last = form.day("last");
        form.check();
        var retention = Arrays.stream(Retention.values())
                .filter(r -> r.word().equals(form.value("retention")))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("approvals.retention.unknown", form.value("retention")));
        var task = new UnitTask(code, form.value("title"), retention);
        return new TaskEntry(unit, task, form.value("reason"), first.orElseThrow(), last.orElse(null));
    }

    static String field(String code) {
        return switch (code) {
            case "approvals.task.title" -> "title";
            case "approvals.tasks.reason" -> "reason";
            case "approvals.tasks.days" -> "last";
            case "approvals.tasks.unit" -> "unit";
            case "approvals.retention.unknown" -> "retention";
            case String other -> "code";
        };
    }
}
