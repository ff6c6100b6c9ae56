package kr.madang.approvals.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.card.Link;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of single papers: rows, versions and events as they are read, and how a paper begins; an act is written by {@link ActStore}. */
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

    /** Locks the paper until the end of the transaction: two acts at once are judged one after the other. */
    Optional<Held> lock(Paper.Id id) {
        return held("select * from approvals.paper where id = :id for update", id);
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

    Optional<Version> newest(Paper.Id id) {
        return db.sql("select " + VERSION
                        + " from approvals.content_version where paper = :id order by version desc limit 1")
                .param("id", id)
                .query(PaperStore::version)
                .optional();
    }

    void insert(Held held, Paper paper, Content content) {
        var filing = held.filing();
        var origin = held.origin();
        db.sql("""
                insert into approvals.paper (id, kind, second, task, amount, title, summary, keywords, team, unit,
                    drafter, drafter_name, approver, status, version, links, head, disclosure, grounds, closed_parts,
                    unit_task, unit_task_title, retention, predecessor, subject_room, subject_ref, subject_link,
                    subject_seal, made_at, changed_at)
                values (:id, :kind, :second, :task, :amount, :title, :summary, :keywords, :team, :unit, :drafter,
                    :drafterName, :approver, :status, 1, 0, :head, :disclosure, :grounds, :closedParts, :unitTask,
                    :unitTaskTitle, :retention, :predecessor::uuid, :room, :ref, :link, :seal, :at, :at)""")
                .param("id", held.id())
                .param("kind", filing.kind())
                .param("second", filing.second())
                .param("task", filing.task())
                .param("amount", filing.amount())
                .param("title", content.title())
                .param("summary", content.summary())
                .param("keywords", content.keywords().toArray(String[]::new))
                .param("team", held.team())
                .param("unit", held.unit())
                .param("drafter", uuid(held.drafter()))
                .param("drafterName", held.drafterName())
                .param("approver", uuid(paper.line().approver()))
                .param("status", paper.status())
                .param("head", Link.ORIGIN)
                .param("disclosure", filing.disclosure().kind())
                .param("grounds", filing.disclosure().grounds().toArray(Integer[]::new))
                .param("closedParts", filing.disclosure().closedParts())
                .param("unitTask", filing.unitTask().code())
                .param("unitTaskTitle", filing.unitTask().title())
                .param("retention", filing.unitTask().retention())
                .param("predecessor", held.predecessor())
                .param("room", origin == null ? null : origin.subject().room())
                .param("ref", origin == null ? null : origin.subject().ref())
                .param("link", origin == null ? null : origin.link())
                .param("seal", origin == null ? null : origin.seal())
                .param("at", held.madeAt())
                .update();
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

    void insert(Paper.Id paper, Version version) {
        db.sql("""
                insert into approvals.content_version (paper, version, title, body, summary, keywords, attachments,
                    written_by, written_at, hash)
                values (:paper, :version, :title, :body, :summary, :keywords, :attachments::jsonb, :by, :at, :hash)""")
                .param("paper", paper)
                .param("version", version.number())
                .param("title", version.title())
                .param("body", version.text())
                .param("summary", version.summary())
                .param("keywords", version.keywords().toArray(String[]::new))
                .param("attachments", LineText.of(version.attachments()))
                .param("by", uuid(version.by()))
                .param("at", version.at())
                .param("hash", version.hash())
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
