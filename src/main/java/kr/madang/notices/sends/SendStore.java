package kr.madang.notices.sends;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of sends one by one; every change names the version it saw, and its row count says whether it was still that. */
@Repository
class SendStore {
    /** Where a started send stands is for its run to say; a run whose rows were deleted is over. */
    static final String STATE = "case when s.state = 'STARTED' then coalesce(r.state, 'CLOSED') else s.state end";

    private static final String SELECT = "select s.*, " + STATE + """
             as stands, r.closed_at
            from notices.send s left join notices.run r on r.send = s.serial and s.state = 'STARTED' """;

    private final JdbcClient db;

    SendStore(JdbcClient db) {
        this.db = db;
    }

    int insert(Content content, Actor by, Instant at) {
        return written(db.sql("""
                insert into notices.send (state, version, title, kind, reason, channel, subject, text, sender, audience,
                    audience_words, budget, override, due_at, template, template_number, author, author_name, made_at, changed_at)
                values ('DRAFT', 1, :title, :kind, :reason, :channel, :subject, :text, :sender, :audience,
                    :audienceWords, :budget, :override, :due, :template, :templateNumber, :author, :name, :at, :at)
                returning serial"""), content)
                .param("author", by.id())
                .param("name", by.name())
                .param("at", at)
                .query(Integer.class)
                .single();
    }

    /** @return false when somebody else was faster, or it is no draft any more */
    boolean write(int serial, int version, Content content, Instant at) {
        return written(db.sql("""
                        update notices.send set version = version + 1, title = :title, kind = :kind, reason = :reason,
                            channel = :channel, subject = :subject, text = :text, sender = :sender, audience = :audience,
                            audience_words = :audienceWords, budget = :budget, override = :override, due_at = :due,
                            template = :template, template_number = :templateNumber, changed_at = :at
                        where serial = :serial and version = :version and state in ('DRAFT', 'RETURNED')"""), content)
                        .param("serial", serial)
                        .param("version", version)
                        .param("at", at)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec sql, Content content) {
        var template = content.template();
        return sql.param("title", content.title())
                .param("kind", content.kind())
                .param("reason", content.reason())
                .param("channel", content.channel())
                .param("subject", content.subject())
                .param("text", content.text())
                .param("sender", content.sender())
                .param("audience", content.audience())
                .param("audienceWords", content.audienceWords())
                .param("budget", content.budget())
                .param("override", content.override())
                .param("due", content.due())
                .param("template", template == null ? null : template.template())
                .param("templateNumber", template == null ? null : template.number());
    }

    Optional<Send> find(int serial) {
        return db.sql(SELECT + "where s.serial = :serial")
                .param("serial", serial)
                .query(SendStore::send)
                .optional();
    }

    /** In the order in which they were drawn up. */
    List<Send> ofBundle(UUID bundle) {
        return db.sql(SELECT + "where s.bundle = :bundle order by s.serial")
                .param("bundle", bundle)
                .query(SendStore::send)
                .list();
    }

    /** So that two who act on it do so one after the other. */
    Optional<Send> lock(int serial) {
        db.sql("select serial from notices.send where serial = :serial for update")
                .param("serial", serial)
                .query(Integer.class)
                .optional();
        return find(serial);
    }

    void ask(int serial, String seal, UUID paper, Instant at) {
        db.sql("""
                update notices.send set state = 'APPROVAL', version = version + 1, changed_at = :at, seal = :seal,
                    paper = :paper, number = '' where serial = :serial""")
                .param("serial", serial)
                .param("seal", seal)
                .param("paper", paper)
                .param("at", at)
                .update();
    }

    /** Locked rows only: the caller knows where it stands. */
    void move(int serial, String state, Instant at) {
        db.sql("""
                update notices.send set state = :state, version = version + 1, changed_at = :at,
                    seal = case when :state in ('DRAFT', 'RETURNED') then '' else seal end
                where serial = :serial""")
                .param("serial", serial)
                .param("state", state)
                .param("at", at)
                .update();
    }

    void approve(int serial, String number, Instant at) {
        move(serial, "SCHEDULED", at);
        db.sql("update notices.send set number = :number where serial = :serial")
                .param("serial", serial)
                .param("number", number)
                .update();
    }

    void confirm(int serial, Instant at) {
        move(serial, "SCHEDULED", at);
        db.sql("update notices.send set confirmed_at = :at where serial = :serial")
                .param("serial", serial)
                .param("at", at)
                .update();
    }

    void start(int serial, Instant at) {
        db.sql("""
                update notices.send set state = 'STARTED', version = version + 1, started_at = :at, changed_at = :at
                where serial = :serial""").param("serial", serial).param("at", at).update();
    }

    void tried(int serial, String seal) {
        db.sql("update notices.send set tried = :seal where serial = :serial")
                .param("serial", serial)
                .param("seal", seal)
                .update();
    }

    /** Approved sends whose hour has come, the most urgent first. */
    List<Integer> due(Instant now) {
        return db.sql("""
                select serial from notices.send where state = 'SCHEDULED' and coalesce(due_at, changed_at) <= :now
                order by (kind = 'DISASTER') desc, due_at nulls first, serial""").param("now", now).query(Integer.class).list();
    }

    /** Takes it for starting, unless somebody else just does. */
    boolean take(int serial) {
        return db.sql("""
                        select serial from notices.send where serial = :serial and state = 'SCHEDULED'
                        for update skip locked""")
                .param("serial", serial)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void step(int serial, String act, String words, Actor by, Instant at) {
        db.sql("""
                insert into notices.send_step (send, number, act, words, by_id, by_name, at)
                select :serial, coalesce(max(number), 0) + 1, :act, :words, :by, :name, :at
                from notices.send_step where send = :serial""")
                .param("serial", serial)
                .param("act", act)
                .param("words", words)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
    }

    List<Step> steps(int serial) {
        return db.sql("select act, words, by_name, at from notices.send_step where send = :serial order by number")
                .param("serial", serial)
                .query((row, n) -> new Step(
                        row.getString("act"), row.getString("words"), row.getString("by_name"), instant(row, "at")))
                .list();
    }

    static Send send(ResultSet row, int index) throws SQLException {
        return new Send(
                row.getInt("serial"),
                Send.State.valueOf(row.getString("stands")),
                content(row),
                row.getInt("version"),
                row.getString("seal"),
                row.getString("tried"),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                instant(row, "made_at"),
                instant(row, "changed_at"),
                row.getObject("paper", UUID.class),
                row.getString("number"),
                maybe(row, "confirmed_at"),
                maybe(row, "started_at"),
                maybe(row, "closed_at"));
    }

    private static Content content(ResultSet row) throws SQLException {
        var template = row.getObject("template", UUID.class);
        return new Content(
                row.getString("title"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                Channel.valueOf(row.getString("channel")),
                row.getString("subject"),
                row.getString("text"),
                row.getString("sender"),
                row.getString("audience"),
                row.getString("audience_words"),
                row.getString("budget"),
                row.getString("override"),
                maybe(row, "due_at"),
                template == null ? null : new Content.TemplateUse(template, row.getInt("template_number")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
