package kr.madang.notices.alerts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.calls.Tree;
import kr.madang.notices.calls.TreeJson;
import kr.madang.notices.cap.CapWord;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.wording.disaster.Grade;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of alerts one by one; every change names the version or the stage it saw. */
@Repository
class AlertStore {
    private final JdbcClient db;

    AlertStore(JdbcClient db) {
        this.db = db;
    }

    int nextSerial() {
        return db.sql("select nextval('notices.alert_serial')::int")
                .query(Integer.class)
                .single();
    }

    void insert(
            UUID id,
            int serial,
            String identifier,
            Alert.Type type,
            @Nullable UUID previous,
            AlertContent content,
            Actor by,
            Instant at) {
        written(db.sql("""
                insert into notices.alert (id, serial, identifier, stage, version, drill, type, previous, headline, grade, hazard,
                    category, response, urgency, severity, certainty, text, detail, hours, sender, ways, tree, audience, staff,
                    author, author_name, made_at, changed_at)
                values (:id, :serial, :identifier, 'DRAFT', 1, :drill, :type, :previous, :headline, :grade, :hazard,
                    :category, :response, :urgency, :severity, :certainty, :text, :detail, :hours, :sender, :ways, :tree,
                    :audience, :staff, :author, :name, :at, :at)"""), content)
                .param("drill", content.drill())
                .param("id", id)
                .param("serial", serial)
                .param("identifier", identifier)
                .param("type", type)
                .param("previous", previous)
                .param("author", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    /** @return false when somebody else was faster, or it is no draft any more */
    boolean write(UUID id, int version, AlertContent content, Instant at) {
        return written(db.sql("""
                        update notices.alert set version = version + 1, headline = :headline, grade = :grade, hazard = :hazard,
                            category = :category, response = :response, urgency = :urgency, severity = :severity,
                            certainty = :certainty, text = :text, detail = :detail, hours = :hours, sender = :sender, ways = :ways,
                            tree = :tree, audience = :audience, staff = :staff, changed_at = :at
                        where id = :id and version = :version and stage in ('DRAFT', 'RETURNED')"""), content)
                        .param("id", id)
                        .param("version", version)
                        .param("at", at)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec sql, AlertContent content) {
        var terms = content.terms();
        var whom = content.whom();
        return sql.param("headline", content.headline())
                .param("grade", content.grade())
                .param("hazard", content.hazard())
                .param("category", terms.category())
                .param("response", terms.response())
                .param("urgency", terms.urgency())
                .param("severity", terms.severity())
                .param("certainty", terms.certainty())
                .param("text", content.text())
                .param("detail", content.detail())
                .param("hours", content.hours())
                .param("sender", content.sender())
                .param("ways", content.ways().stream().map(Enum::name).toArray(String[]::new))
                .param("tree", content.tree())
                .param(
                        "audience",
                        whom instanceof Whom.Residents r ? r.audience().json() : null)
                .param("staff", whom instanceof Whom.Staff s ? s.accounts().toArray(UUID[]::new) : null);
    }

    Optional<Alert> find(UUID id) {
        return db.sql("select * from notices.alert where id = :id")
                .param("id", id)
                .query(AlertStore::alert)
                .optional();
    }

    Optional<Alert> find(String identifier) {
        return db.sql("select * from notices.alert where identifier = :identifier")
                .param("identifier", identifier)
                .query(AlertStore::alert)
                .optional();
    }

    /** What it follows, the nearest first. */
    List<Alert> before(UUID id) {
        return db.sql("""
                with recursive chain (id, far) as (
                    select previous, 1 from notices.alert where id = :id
                    union all
                    select a.previous, c.far + 1 from chain c join notices.alert a on a.id = c.id)
                select a.* from chain c join notices.alert a on a.id = c.id order by c.far""").param("id", id).query(AlertStore::alert).list();
    }

    /** So that two who act on it do so one after the other. */
    Optional<Alert> lock(UUID id) {
        db.sql("select id from notices.alert where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    Optional<UUID> follower(UUID id) {
        return db.sql("select id from notices.alert where previous = :id and stage <> 'DROPPED'")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Locked rows only: the caller knows where it stands. */
    void move(UUID id, Alert.Stage stage, Instant at) {
        db.sql("""
                update notices.alert set stage = :stage, version = version + 1, changed_at = :at,
                    seal = case when :stage in ('DRAFT', 'RETURNED') then '' else seal end where id = :id""").param("id", id).param("stage", stage).param("at", at).update();
    }

    void ask(UUID id, String seal, UUID paper, Instant at) {
        db.sql("""
                update notices.alert set stage = 'APPROVAL', version = version + 1, changed_at = :at, seal = :seal,
                    paper = :paper, number = '' where id = :id""")
                .param("id", id)
                .param("seal", seal)
                .param("paper", paper)
                .param("at", at)
                .update();
    }

    /** Whom it calls out from now on, whatever becomes of the tree. */
    void freeze(UUID id, @Nullable Tree called) {
        db.sql("update notices.alert set called = :name, called_rungs = :rungs::jsonb where id = :id")
                .param("id", id)
                .param("name", called == null ? null : called.name())
                .param("rungs", called == null ? null : TreeJson.write(called))
                .update();
    }

    void number(UUID id, String number) {
        db.sql("update notices.alert set number = :number where id = :id")
                .param("id", id)
                .param("number", number)
                .update();
    }

    void raise(UUID id, Instant at, Instant ends) {
        db.sql("""
                update notices.alert set stage = 'OUT', version = version + 1, changed_at = :at, raised_at = :at, ends_at = :ends
                where id = :id""").param("id", id).param("at", at).param("ends", ends).update();
    }

    /** @return false when it had ended before */
    boolean end(UUID id, Alert.Ending ending, Instant at) {
        return db.sql("""
                        update notices.alert set stage = 'CLOSED', version = version + 1, changed_at = :at, ended_at = :at,
                            ending = :ending where id = :id and stage = 'OUT'""")
                        .param("id", id)
                        .param("ending", ending)
                        .param("at", at)
                        .update()
                == 1;
    }

    /** Those people were asked about since then and that are not decided as far as we were told. */
    List<UUID> askedSince(Instant since) {
        return db.sql(
                        "select id from notices.alert where stage = 'APPROVAL' and changed_at > :since order by changed_at")
                .param("since", since)
                .query(UUID.class)
                .list();
    }

    /** Takes one that has run out, unless somebody else just does. */
    Optional<Alert> takeExpired(Instant now) {
        return db.sql("""
                select * from notices.alert where stage = 'OUT' and ends_at <= :now order by ends_at limit 1
                for update skip locked""").param("now", now).query(AlertStore::alert).optional();
    }

    void step(UUID alert, String act, String words, Actor by, Instant at) {
        db.sql("""
                insert into notices.alert_step (alert, number, act, words, by_id, by_name, at)
                select :alert, coalesce(max(number), 0) + 1, :act, :words, :by, :name, :at
                from notices.alert_step where alert = :alert""")
                .param("alert", alert)
                .param("act", act)
                .param("words", words)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    List<AlertStep> steps(UUID alert) {
        return db.sql("select act, words, by_name, at from notices.alert_step where alert = :alert order by number")
                .param("alert", alert)
                .query((row, n) -> new AlertStep(
                        row.getString("act"), row.getString("words"), row.getString("by_name"), instant(row, "at")))
                .list();
    }

    static Alert alert(ResultSet row, int n) throws SQLException {
        var ending = row.getString("ending");
        return new Alert(
                row.getObject("id", UUID.class),
                row.getString("identifier"),
                Alert.Stage.valueOf(row.getString("stage")),
                row.getInt("version"),
                Alert.Type.valueOf(row.getString("type")),
                row.getObject("previous", UUID.class),
                content(row),
                called(row.getString("called"), row.getString("called_rungs")),
                row.getString("seal"),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                instant(row, "made_at"),
                instant(row, "changed_at"),
                row.getObject("paper", UUID.class),
                row.getString("number"),
                maybe(row, "raised_at"),
                maybe(row, "ends_at"),
                maybe(row, "ended_at"),
                ending == null ? null : Alert.Ending.valueOf(ending));
    }

    private static AlertContent content(ResultSet row) throws SQLException {
        var ways = EnumSet.noneOf(Way.class);
        for (var way : (String[]) row.getArray("ways").getArray()) ways.add(Way.valueOf(way));
        return new AlertContent(
                row.getString("headline"),
                Grade.valueOf(row.getString("grade")),
                row.getString("hazard"),
                new AlertContent.Terms(
                        CapWord.Category.valueOf(row.getString("category")),
                        CapWord.ResponseType.valueOf(row.getString("response")),
                        CapWord.Urgency.valueOf(row.getString("urgency")),
                        CapWord.Severity.valueOf(row.getString("severity")),
                        CapWord.Certainty.valueOf(row.getString("certainty"))),
                row.getString("text"),
                row.getString("detail"),
                row.getInt("hours"),
                row.getString("sender"),
                ways,
                row.getObject("tree", UUID.class),
                whom(row.getString("audience"), row.getArray("staff")));
    }

    private static @Nullable Tree called(@Nullable String name, @Nullable String rungs) {
        return name == null || rungs == null ? null : TreeJson.read(name, rungs);
    }

    private static Whom whom(@Nullable String audience, @Nullable Array staff) throws SQLException {
        if (audience != null) return new Whom.Residents(Audience.of(audience).dongs());
        return new Whom.Staff(staff == null ? Set.of() : Set.copyOf(Arrays.asList((UUID[]) staff.getArray())));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
