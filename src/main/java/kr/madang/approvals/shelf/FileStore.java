package kr.madang.approvals.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.approvals.records.FileCode;
import kr.madang.approvals.records.Retention;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of single files and of their lists. */
@Repository
class FileStore {
    private static final Keyset<FileItem> NEWEST = Keyset.<FileItem>of("files")
            .descending("f.year", Integer.class, i -> i.code().year())
            .descending("f.unit", String.class, i -> i.code().unitCode())
            .descending("f.task", String.class, i -> i.code().taskCode())
            .descending("f.serial", Integer.class, i -> i.code().serial())
            .descending("f.volume", Integer.class, i -> i.code().volume());
    static final String ITEM = """
            select f.id, f.unit, f.task, f.year, f.serial, f.volume, f.title, f.retention, f.opened_at, f.closed_on,
                u.name as unit_name, (select count(*) from approvals.filed d where d.file = f.id) as papers
            from approvals.file f join approvals.unit u on u.code = f.unit
            """;
    private static final String MATCHING = """
            where (:unit = '' or f.unit = :unit) and (:year = 0 or f.year = :year)
                and (:like = '%%' or lower(f.title) like :like or lower(f.task) like :like)
                and (:state = 'ANY' or (f.closed_on is null) = (:state = 'OPEN'))
                and (:paper = '%%' or exists (
                    select from approvals.filed d join approvals.paper p on p.id = d.paper
                    where d.file = f.id and lower(p.title) like :paper and p.disclosure <> 'CLOSED'))
                and\s""";

    private final JdbcClient db;

    FileStore(JdbcClient db) {
        this.db = db;
    }

    Slice<FileItem> page(FileQuery query, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> asked(ITEM + MATCHING + where + tail, query)
                .params(keys)
                .query(FileStore::item)
                .list());
    }

    void each(FileQuery query, Consumer<FileItem> taker) {
        var all = asked(ITEM + MATCHING + "true order by f.year, f.unit, f.task, f.serial, f.volume", query)
                .withFetchSize(500)
                .query(FileStore::item);
        try (var rows = all.stream()) {
            rows.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec asked(String sql, FileQuery query) {
        return db.sql(sql)
                .param("unit", query.unit())
                .param("year", query.year())
                .param("like", FileQuery.like(query.text()))
                .param("paper", FileQuery.like(query.paper()))
                .param("state", query.state().name());
    }

    Optional<FileItem> find(UUID id) {
        return db.sql(ITEM + "where f.id = :id")
                .param("id", id)
                .query(FileStore::item)
                .optional();
    }

    /** Until the end of the transaction nobody files into it, closes it or changes it. */
    Optional<FileItem> lock(UUID id) {
        return db.sql(ITEM + "where f.id = :id for update of f")
                .param("id", id)
                .query(FileStore::item)
                .optional();
    }

    /** Open files of a unit and year, for a paper that moves. */
    List<FileItem> open(String unit, int year, int most) {
        return db.sql(ITEM + "where f.unit = :unit and f.year = :year and f.closed_on is null order by f.title, f.task"
                        + ", f.serial, f.volume limit " + most)
                .param("unit", unit)
                .param("year", year)
                .query(FileStore::item)
                .list();
    }

    /** A file with the next serial of its task and year. @return whether nobody else took the number meanwhile */
    boolean insert(UUID id, FileItem file, String by) {
        return 1
                == db.sql("""
                insert into approvals.file (id, unit, task, year, serial, volume, title, retention, opened_at, opened_by)
                values (:id, :unit, :task, :year, :serial, :volume, :title, :retention, :at, :by) on conflict do nothing""")
                        .param("id", id)
                        .param("unit", file.code().unitCode())
                        .param("task", file.code().taskCode())
                        .param("year", file.code().year())
                        .param("serial", file.code().serial())
                        .param("volume", file.code().volume())
                        .param("title", file.title())
                        .param("retention", file.retention())
                        .param("at", file.openedAt())
                        .param("by", by)
                        .update();
    }

    int lastSerial(String unit, String task, int year) {
        return db.sql("""
                select coalesce(max(serial), 0) from approvals.file
                where unit = :unit and task = :task and year = :year""")
                .param("unit", unit)
                .param("task", task)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    static FileItem item(ResultSet row, int n) throws SQLException {
        return new FileItem(
                row.getObject("id", UUID.class),
                new FileCode(
                        row.getString("unit"),
                        row.getString("task"),
                        row.getInt("year"),
                        row.getInt("serial"),
                        row.getInt("volume")),
                row.getString("unit_name"),
                row.getString("title"),
                Retention.valueOf(row.getString("retention")),
                row.getLong("papers"),
                instant(row, "opened_at"),
                row.getObject("closed_on", LocalDate.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
