package kr.madang.approvals.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The unit tasks of the units (단위과제). Drafts choose from those in use; a change concerns files opened later, those already open keep
 * their own period.
 */
@Component
@Transactional
public class UnitTasks {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int OFFERED = 200;

    private final TaskStore store;
    private final Trail trail;
    private final Clock clock;

    UnitTasks(TaskStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a draft of the unit may be filed under today, by title; at most 200.
     *
     * @param unitCode code of the unit; empty for all units
     * @param search part of a title or of a code; empty for all
     */
    @Transactional(readOnly = true)
    public List<UnitTask> of(String unitCode, String search) {
        return store.offered(unitCode, search, today(), OFFERED);
    }

    /** @param closed also those closed before today or not yet in use */
    @Transactional(readOnly = true)
    public Slice<TaskEntry> page(String unit, String search, boolean closed, @Nullable String cursor, int size) {
        return store.page(unit, search, closed ? null : today(), cursor, size);
    }

    /** @throws Refused missing when the unit has no such task */
    @Transactional(readOnly = true)
    public TaskEntry get(String unit, String code) {
        return store.find(unit, code).orElseThrow(UnitTasks::missing);
    }

    /** All of a unit, or of all units when none is named. */
    @Transactional(readOnly = true)
    public void each(String unit, Consumer<TaskEntry> taker) {
        store.each(unit, taker);
    }

    public void add(Actor by, TaskEntry entry) {
        mayManage(by);
        if (!store.unitExists(entry.unit())) throw Refused.invalid("approvals.tasks.unit", entry.unit());
        if (!store.insert(entry, clock.instant(), by.login()))
            throw Refused.conflict("approvals.tasks.taken", entry.task().code());
        told(by, "task.added", entry);
    }

    public void change(Actor by, TaskEntry entry) {
        mayManage(by);
        if (!store.update(entry, clock.instant(), by.login())) throw missing();
        told(by, "task.changed", entry);
    }

    /** @param last last day it is in use */
    public void close(Actor by, String unit, String code, LocalDate last) {
        mayManage(by);
        var closed = get(unit, code).until(last);
        store.update(closed, clock.instant(), by.login());
        told(by, "task.closed", closed);
    }

    /**
     * Takes a whole table in; tasks that are there already are changed. All rows or none.
     *
     * @return how many were added or changed
     */
    public int take(Actor by, List<TaskEntry> entries) {
        mayManage(by);
        int taken = 0;
        for (var entry : entries) {
            var before = store.find(entry.unit(), entry.task().code());
            if (before.filter(entry::equals).isPresent()) continue;
            if (before.isEmpty()) add(by, entry);
            else change(by, entry);
            taken++;
        }
        return taken;
    }

    private void told(Actor by, String act, TaskEntry entry) {
        var details = new LinkedHashMap<String, Object>(Map.of(
                "title", entry.task().title(),
                "retention", entry.task().retention().title(),
                "reason", entry.reason(),
                "first", entry.first().toString()));
        details.put("last", Objects.toString(entry.last(), ""));
        trail.record(
                by,
                "approvals",
                act,
                "task:" + entry.unit() + "-" + entry.task().code(),
                details);
    }

    private static void mayManage(Actor by) {
        if (!by.may("approvals", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "approvals.may.manage");
    }

    private static Refused missing() {
        return Refused.missing("approvals.tasks.missing");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SEOUL);
    }
}
