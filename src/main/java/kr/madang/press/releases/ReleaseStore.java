package kr.madang.press.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.press.releases.writing.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of releases one by one; every change names what it saw, and its row count says whether it was still that. */
@Repository
class ReleaseStore {
    private record Head(
            UUID id, int serial, String number, @Nullable Instant withdrawnAt, String why) {}

    private final JdbcClient db;

    ReleaseStore(JdbcClient db) {
        this.db = db;
    }

    // ------------------------------------------------------------------ reading

    Optional<Release> find(int serial) {
        return head("serial = :key", serial).map(this::whole);
    }

    Optional<Release> find(UUID id) {
        return head("id = :key", id).map(this::whole);
    }

    /** Whoever has it locked is the only one who changes the release until his transaction ends. */
    Optional<Release> lock(int serial) {
        return head("serial = :key for update", serial).map(this::whole);
    }

    Optional<Release> lock(UUID id) {
        return head("id = :key for update", id).map(this::whole);
    }

    private Optional<Head> head(String where, Object key) {
        return db.sql("select id, serial, year, number, withdrawn_at, withdrawn_why from press.release where " + where)
                .param("key", key)
                .query((row, n) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getInt("serial"),
                        number(row),
                        instant(row, "withdrawn_at"),
                        row.getString("withdrawn_why")))
                .optional();
    }

    static String number(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return row.wasNull() ? "" : row.getInt("year") + "-" + number;
    }

    private Release whole(Head head) {
        var versions = db.sql("select * from press.release_version where release = :release order by version")
                .param("release", head.id())
                .query(ReleaseStore::version)
                .list();
        return new Release(head.id(), head.serial(), head.number(), head.withdrawnAt(), head.why(), versions);
    }

    List<Step> steps(UUID release) {
        return db.sql(
                        "select version, act, words, by_name, at from press.release_step where release = :release order by n")
                .param("release", release)
                .query((row, n) -> new Step(
                        row.getInt("version"),
                        row.getString("act"),
                        row.getString("words"),
                        row.getString("by_name"),
                        at(row, "at")))
                .list();
    }

    /** Approved ones whose hour has come, the oldest first. */
    List<UUID> due(Instant now, int limit) {
        return db.sql("""
                select release from press.release_version
                where state = 'APPROVED' and coalesce(embargo_at, approved_at) <= :now
                order by coalesce(embargo_at, approved_at) limit :limit""")
                .param("now", now)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    // ------------------------------------------------------------------ writing

    int insert(UUID id, Instant at) {
        return db.sql("insert into press.release (id, made_at) values (:id, :at) returning serial")
                .param("id", id)
                .param("at", at)
                .query(Integer.class)
                .single();
    }

    void version(UUID release, int number, Content content, Actor by, Instant at) {
        written(db.sql("""
                insert into press.release_version (release, version, state, edit, title, subtitle, text, facts, unit, contact,
                    embargo_at, mailing, change, author, author_name, made_at, changed_at)
                values (:release, :number, 'DRAFT', 1, :title, :subtitle, :text, :facts, :unit, :contact,
                    :embargo, :mailing, :change, :author, :name, :at, :at)"""), content)
                .param("release", release)
                .param("number", number)
                .param("author", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    /** @return false when somebody else was faster, or it may not be written in any more */
    boolean write(UUID release, int number, int edit, Content content, Instant at) {
        return written(db.sql("""
                        update press.release_version set edit = edit + 1, title = :title, subtitle = :subtitle, text = :text,
                            facts = :facts, unit = :unit, contact = :contact, embargo_at = :embargo, mailing = :mailing,
                            change = :change, changed_at = :at
                        where release = :release and version = :number and edit = :edit
                            and state in ('DRAFT', 'REVIEW', 'RETURNED')"""), content)
                        .param("release", release)
                        .param("number", number)
                        .param("edit", edit)
                        .param("at", at)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, Content content) {
        return statement
                .param("title", content.title())
                .param("subtitle", content.subtitle())
                .param("text", content.text())
                .param("facts", content.facts())
                .param("unit", content.unit())
                .param("contact", content.contact())
                .param("embargo", content.embargo())
                .param("mailing", content.mailing())
                .param("change", content.change());
    }

    /** Another pair of eyes, another picture: whoever read it before has read something else. */
    void touched(UUID release, int number, Instant at) {
        db.sql(
                        "update press.release_version set edit = edit + 1, changed_at = :at where release = :release and version = :number")
                .param("release", release)
                .param("number", number)
                .param("at", at)
                .update();
    }

    void move(Version version, Version.State to, Instant at) {
        int moved = db.sql("""
                update press.release_version set state = :to, edit = edit + 1, changed_at = :at
                where release = :release and version = :number and state = :from""")
                .param("to", to)
                .param("at", at)
                .param("release", version.release())
                .param("number", version.number())
                .param("from", version.state())
                .update();
        if (moved != 1) throw new IllegalStateException("a release moved under its lock");
    }

    void asked(Version version, String seal, UUID paper, Instant at) {
        move(version, Version.State.APPROVAL, at);
        db.sql(
                        "update press.release_version set seal = :seal, paper = :paper where release = :release and version = :number")
                .param("seal", seal)
                .param("paper", paper)
                .param("release", version.release())
                .param("number", version.number())
                .update();
    }

    void approved(Version version, String approval, Instant at) {
        int moved = db.sql("""
                update press.release_version set state = 'APPROVED', edit = edit + 1, changed_at = :at, approved_at = :at,
                    approval = :approval
                where release = :release and version = :number and state = 'APPROVAL'""")
                .param("at", at)
                .param("approval", approval)
                .param("release", version.release())
                .param("number", version.number())
                .update();
        if (moved != 1) throw new IllegalStateException("a release moved under its lock");
    }

    /** In the transaction that lets it out. */
    void released(Version version, @Nullable UUID pdf, @Nullable UUID hwpx, Instant at) {
        int moved = db.sql("""
                update press.release_version set state = 'RELEASED', released_at = :at, changed_at = :at, pdf = :pdf, hwpx = :hwpx
                where release = :release and version = :number and state = 'APPROVED'""")
                .param("at", at)
                .param("pdf", pdf)
                .param("hwpx", hwpx)
                .param("release", version.release())
                .param("number", version.number())
                .update();
        if (moved != 1) throw new IllegalStateException("a release moved under its lock");
    }

    /** The next number of the year; rolled back, it is free again, so that none is missing. */
    String number(UUID release, int year) {
        int number = db.sql("""
                insert into press.release_number (year, number) values (:year, 1)
                on conflict (year) do update set number = press.release_number.number + 1 returning number""").param("year", year).query(Integer.class).single();
        db.sql("update press.release set year = :year, number = :number where id = :id")
                .param("year", year)
                .param("number", number)
                .param("id", release)
                .update();
        return year + "-" + number;
    }

    void withdraw(UUID release, String why, String by, Instant at) {
        db.sql("update press.release set withdrawn_at = :at, withdrawn_why = :why, withdrawn_by = :by where id = :id")
                .param("at", at)
                .param("why", why)
                .param("by", by)
                .param("id", release)
                .update();
    }

    void step(UUID release, int version, String act, String words, Actor by, Instant at) {
        db.sql("""
                insert into press.release_step (release, version, act, words, by_id, by_name, at)
                values (:release, :version, :act, :words, :by, :name, :at)""")
                .param("release", release)
                .param("version", version)
                .param("act", act)
                .param("words", words)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    // ------------------------------------------------------------------ rows

    static Version version(ResultSet row, int n) throws SQLException {
        return new Version(
                row.getObject("release", UUID.class),
                row.getInt("version"),
                Version.State.valueOf(row.getString("state")),
                row.getInt("edit"),
                content(row),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                at(row, "made_at"),
                at(row, "changed_at"),
                row.getString("seal"),
                row.getObject("paper", UUID.class),
                row.getString("approval"),
                instant(row, "approved_at"),
                instant(row, "released_at"),
                row.getObject("pdf", UUID.class),
                row.getObject("hwpx", UUID.class));
    }

    static Content content(ResultSet row) throws SQLException {
        return new Content(
                row.getString("title"),
                row.getString("subtitle"),
                row.getString("text"),
                row.getString("facts"),
                row.getString("unit"),
                row.getString("contact"),
                instant(row, "embargo_at"),
                row.getObject("mailing", UUID.class),
                row.getString("change"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }
}
