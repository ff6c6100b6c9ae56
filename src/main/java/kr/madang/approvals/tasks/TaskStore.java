package kr.madang.approvals.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of unit tasks. */
@Repository
class TaskStore {
    private static final Keyset<TaskEntry> CODED = Keyset.<TaskEntry>of("unit-tasks")
            .ascending("unit", String.class, TaskEntry::unit)
            .ascending("code", String.class, t -> t.task().code());
    private static final String COLUMNS =
            "select unit, code, title, retention, reason, first_day, last_day from approvals.unit_task\n";
    private static final String MATCHING = """
             where (:unit = '' or unit = :unit) and (:like = '%%' or lower(title) like :like or lower(code) like :like)
                and (:day::date is null or (first_day <= :day and (last_day is null or last_day >= :day)))
                and\s""";

    private final JdbcClient db;

    TaskStore(JdbcClient db) {
        this.db = db;
    }

    /** @param day only tasks in use on it; null for all */
    Slice<TaskEntry> page(String unit, String search, @Nullable LocalDate day, @Nullable String cursor, int size) {
        return CODED.slice(
                cursor, size, (where, tail, keys) -> asked(COLUMNS + MATCHING + where + tail, unit, search, day)
                        .params(keys)
                        .query(TaskStore::entry)
                        .list());
    }

    /** By title, in use on the day. */
    List<UnitTask> offered(String unit, String search, LocalDate day, int most) {
        return asked(COLUMNS + MATCHING + "true order by title, code limit " + most, unit, search, day)
                .query(TaskStore::entry)
                .list()
                .stream()
                .map(TaskEntry::task)
                .toList();
    }

    void each(String unit, Consumer<TaskEntry> taker) {
        var all = asked(COLUMNS + MATCHING + "true order by unit, code", unit, "", null)
                .withFetchSize(500)
                .query(TaskStore::entry);
        try (var rows = all.stream()) {
            rows.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec asked(String sql, String unit, String search, @Nullable LocalDate day) {
        var like = search.replace("\0", "").strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return db.sql(sql)
                .param("unit", unit.replace("\0", ""))
                .param("like", "%" + like + "%")
                .param("day", day);
    }

    Optional<TaskEntry> find(String unit, String code) {
        return db.sql(COLUMNS + "where unit = :unit and code = :code")
                .param("unit", unit)
                .param("code", code)
                .query(TaskStore::entry)
                .optional();
    }

    /** @return false when the unit has a task of this code already */
    boolean insert(TaskEntry entry, Instant at, String by) {
        return 1 == write("""
                insert into approvals.unit_task (unit, code, title, retention, reason, first_day, last_day, changed_at,
                    changed_by)
                values (:unit, :code, :title, :retention, :reason, :first, :last, :at, :by) on conflict do nothing""", entry, at, by);
    }

    /** @return false when there is no such task */
    boolean update(TaskEntry entry, Instant at, String by) {
        return 1 == write("""
                update approvals.unit_task set title = :title, retention = :retention, reason = :reason,
                    first_day = :first, last_day = :last, changed_at = :at, changed_by = :by
                where unit = :unit and code = :code""", entry, at, by);
    }

    private int write(String sql, TaskEntry entry, Instant at, String by) {
        return db.sql(sql)
                .param("unit", entry.unit())
                .param("code", entry.task().code())
                .param("title", entry.task().title())
                .param("retention", entry.task().retention())
                .param("reason", entry.reason())
                .param("first", entry.first())
                .param("last", entry.last())
                .param("at", at)
                .param("by", by)
                .update();
    }

    boolean unitExists(String unit) {
        return db.sql("select exists (select from approvals.unit where code = :unit)")
                .param("unit", unit.replace("\0", ""))
                .query(Boolean.class)
                .single();
    }

    private static TaskEntry entry(ResultSet row, int n) throws SQLException {
        return new TaskEntry(
                row.getString("unit"),
                new UnitTask(
                        row.getString("code"), row.getString("title"), Retention.valueOf(row.getString("retention"))),
                row.getString("reason"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
