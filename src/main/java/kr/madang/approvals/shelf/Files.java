package kr.madang.approvals.shelf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.approvals.records.FileCode;
import kr.madang.approvals.tasks.UnitTasks;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Slice;
import kr.madang.kernel.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of the office (기록물철): looked for, opened by hand, closed one by one or with their year. */
@Component("recordFiles")
@Transactional
public class Files {
    private static final int LONGEST_TITLE = 100;
    private static final int TRIES = 10;

    private final FileStore store;
    private final CloseStore closing;
    private final UnitTasks tasks;
    private final Trail trail;
    private final Clock clock;

    Files(FileStore store, CloseStore closing, UnitTasks tasks, Trail trail, Clock clock) {
        this.store = store;
        this.closing = closing;
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Slice<FileItem> page(FileQuery query, @Nullable String cursor, int size) {
        return store.page(query, cursor, size);
    }

    @Transactional(readOnly = true)
    public void each(FileQuery query, Consumer<FileItem> taker) {
        store.each(query, taker);
    }

    @Transactional(readOnly = true)
    public FileItem get(UUID id) {
        return store.find(id).orElseThrow(Files::missing);
    }

    /**
     * Opens a further file of a unit task for this year.
     *
     * @param title what the file is called; empty for the title of the task
     */
    public UUID open(Actor by, String unit, String task, String title) {
        Filings.mayManage(by);
        var today = today();
        var entry = tasks.get(unit, task);
        if (!entry.valid(today))
            throw Refused.invalid("approvals.files.task", entry.task().title());
        var name = title.replace("\0", "").strip();
        if (name.length() > LONGEST_TITLE) throw Refused.invalid("approvals.files.title", LONGEST_TITLE);
        if (name.isEmpty()) name = entry.task().title();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Id.next(now);
        for (int i = 0; i < TRIES; i++) {
            int serial = store.lastSerial(unit, task, today.getYear()) + 1;
            var code = new FileCode(unit, task, today.getYear(), serial, 1);
            var file = new FileItem(id, code, "", name, entry.task().retention(), 0, now, null);
            if (!store.insert(id, file, by.login())) continue;
            trail.record(by, "approvals", "file.opened", "file:" + id, Map.of("code", code.text(), "title", name));
            return id;
        }
        throw Refused.conflict("approvals.files.busy");
    }

    /** Closes one file because its task is done; what is approved later goes into the next volume. */
    public void close(Actor by, UUID id) {
        Filings.mayManage(by);
        var file = store.lock(id).orElseThrow(Files::missing);
        if (!file.open()) throw Refused.conflict("approvals.files.closed");
        var day = Year.closes(file.code().year(), today());
        closing.close(List.of(id), day, clock.instant(), by.login());
        trail.record(
                by,
                "approvals",
                "file.closed",
                "file:" + id,
                Map.of("code", file.code().text(), "on", day.toString()));
    }

    static Refused missing() {
        return Refused.missing("approvals.files.missing");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Filings.SEOUL);
    }
}
