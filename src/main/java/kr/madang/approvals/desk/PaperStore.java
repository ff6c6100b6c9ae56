package kr.madang.approvals.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Version;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Role;
import kr.madang.approvals.records.Disclosure;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.gate.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of single papers: rows, versions and events as they are read; what begins is written by {@link RowStore}, an act by {@link ActStore}. */
@Repository
class PaperStore {
    static final String EVENT =
            "number, kind, who, for_whom, role, at, version, hash, words, line::text as line, other";
    static final String VERSION =
            "version, title, body, summary, keywords, attachments::text as attachments, written_by, written_at, hash";

    private final JdbcClient db;

    PaperStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Held> find(Paper.Id id) {
        return held("select * from approvals.paper where id = :id", id);
    }

    private Optional<Held> held(String sql, Paper.Id id) {
        return db.sql(sql).param("id", id).query(PaperStore::held).optional();
    }

    List<Event> events(Paper.Id id) {
        return db.sql("select " + EVENT + " from approvals.event where paper = :id order by number")
                .param("id", id)
                .query(PaperStore::event)
                .list();
    }

    List<Version> versions(Paper.Id id) {
        return db.sql("select " + VERSION + " from approvals.content_version where paper = :id order by version")
                .param("id", id)
                .query(PaperStore::version)
                .list();
    }

    /**
     * Locks papers until the end of the transaction, so that two acts at once are judged one after the other; in the order of their ids,
     * so that two who lock several never wait for each other in a circle.
     */
    Map<Paper.Id, Opened> open(Collection<Paper.Id> ids) {
        var rows = db.sql("select * from approvals.paper where id = any(:ids) order by id for update")
                .param("ids", uuids(ids))
                .query(PaperStore::held)
                .list();
        // asked only now: whoever held the lock before may have written more
        var events = events(ids);
        var open = new HashMap<Paper.Id, Opened>();
        for (var held : rows)
            open.put(held.id(), new Opened(held, Paper.replay(held.id(), events.getOrDefault(held.id(), List.of()))));
        return open;
    }

    private Map<Paper.Id, List<Event>> events(Collection<Paper.Id> ids) {
        return byPaper(
                "select paper, " + EVENT + " from approvals.event where paper = any(:ids) order by paper, number",
                ids,
                PaperStore::event);
    }

    /** The newest content of each. */
    Map<Paper.Id, Version> newest(Collection<Paper.Id> ids) {
        var newest = new HashMap<Paper.Id, Version>();
        byPaper(
                        "select distinct on (paper) paper, " + VERSION
                                + " from approvals.content_version where paper = any(:ids) order by paper, version desc",
                        ids,
                        PaperStore::version)
                .forEach((id, versions) -> newest.put(id, versions.getFirst()));
        return newest;
    }

    private <T> Map<Paper.Id, List<T>> byPaper(String sql, Collection<Paper.Id> ids, RowMapper<T> mapper) {
        var found = new HashMap<Paper.Id, List<T>>();
        db.sql(sql).param("ids", uuids(ids)).query(row -> {
            var id = new Paper.Id(row.getObject("paper", UUID.class));
            found.computeIfAbsent(id, any -> new ArrayList<>()).add(mapper.mapRow(row, 0));
        });
        return found;
    }

    private static UUID[] uuids(Collection<Paper.Id> ids) {
        return ids.stream().map(Paper.Id::value).toArray(UUID[]::new);
    }

    /** What another room asked with the paper it no longer asks. */
    void drop(Paper.Id id, Instant at) {
        db.sql("update approvals.paper set subject_dropped = :at where id = :id and subject_dropped is null")
                .param("id", id)
                .param("at", at)
                .update();
    }

    void refile(Paper.Id id, Filing filing, Instant at) {
        db.sql("""
                update approvals.paper set kind = :kind, second = :second, task = :task, amount = :amount,
                    disclosure = :disclosure, grounds = :grounds, closed_parts = :closedParts, unit_task = :unitTask,
                    unit_task_title = :unitTaskTitle, retention = :retention, changed_at = :at
                where id = :id""")
                .param("id", id)
                .param("kind", filing.kind())
                .param("second", filing.second())
                .param("task", filing.task())
                .param("amount", filing.amount())
                .param("disclosure", filing.disclosure().kind())
                .param("grounds", filing.disclosure().grounds().toArray(Integer[]::new))
                .param("closedParts", filing.disclosure().closedParts())
                .param("unitTask", filing.unitTask().code())
                .param("unitTaskTitle", filing.unitTask().title())
                .param("retention", filing.unitTask().retention())
                .param("at", at)
                .update();
    }

    static UUID uuid(Person person) {
        return UUID.fromString(person.key());
    }

    static Version version(ResultSet row, int n) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                row.getString("summary"),
                Arrays.asList((String[]) row.getArray("keywords").getArray()),
                LineText.attachments(row.getString("attachments")),
                Person.of(row.getObject("written_by", UUID.class)),
                instant(row, "written_at"));
    }

    static Event event(ResultSet row, int n) throws SQLException {
        var absent = row.getObject("for_whom", UUID.class);
        var other = row.getObject("other", UUID.class);
        var line = row.getString("line");
        return new Event(
                row.getInt("number"),
                Event.Kind.valueOf(row.getString("kind")),
                Person.of(row.getObject("who", UUID.class)),
                absent == null ? null : Person.of(absent),
                Role.valueOf(row.getString("role")),
                instant(row, "at"),
                row.getInt("version"),
                row.getString("hash"),
                row.getString("words"),
                line == null ? null : LineText.line(line),
                other == null ? null : new Paper.Id(other));
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        var before = row.getObject("predecessor", UUID.class);
        return new Held(
                new Paper.Id(row.getObject("id", UUID.class)),
                filing(row),
                row.getString("team"),
                row.getString("unit"),
                Person.of(row.getObject("drafter", UUID.class)),
                row.getString("drafter_name"),
                new Card.Head(row.getInt("links"), row.getString("head")),
                before == null ? null : new Paper.Id(before),
                origin(row),
                instant(row, "made_at"));
    }

    private static Filing filing(ResultSet row) throws SQLException {
        var second = row.getString("second");
        var grounds = Arrays.asList((Integer[]) row.getArray("grounds").getArray());
        return new Filing(
                DocumentKind.valueOf(row.getString("kind")),
                second == null ? null : SecondNumber.Kind.valueOf(second),
                row.getString("task"),
                row.getObject("amount", Long.class),
                new Disclosure(
                        Disclosure.Kind.valueOf(row.getString("disclosure")),
                        new java.util.TreeSet<>(grounds),
                        row.getString("closed_parts")),
                new UnitTask(
                        row.getString("unit_task"),
                        row.getString("unit_task_title"),
                        Retention.valueOf(row.getString("retention"))));
    }

    private static PaperView.@Nullable Origin origin(ResultSet row) throws SQLException {
        var room = row.getString("subject_room");
        if (room == null) return null;
        return new PaperView.Origin(
                new Subject(room, row.getString("subject_ref")),
                row.getString("subject_link"),
                row.getString("subject_seal"),
                row.getObject("subject_dropped") != null);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
