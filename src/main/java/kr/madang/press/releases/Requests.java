package kr.madang.press.releases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.releases.writing.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What departments ask the press desk to tell (보도자료 요청), and what became of it. */
@Component
public class Requests {
    private static final int MOST = 200;
    private static final int ANSWER = 300;

    /**
     * Something a department wants told.
     *
     * @param release serial of what was made of it; 0 while nothing was
     */
    public record Request(
            UUID id,
            String unit,
            String contact,
            String subject,
            String facts,
            @Nullable LocalDate wantedOn,
            State state,
            int release,
            String answer,
            String byName,
            Instant at,
            String doneBy) {}

    /** Where a request stands. */
    public enum State {
        OPEN,
        TAKEN,
        DECLINED;

        public String code() {
            return "press.request." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SELECT = """
            select q.id, q.unit, q.contact, q.subject, q.facts, q.wanted_on, q.state,
                coalesce((select r.serial from press.release r where r.id = q.release), 0) as release, q.answer, q.by_name, q.at,
                q.done_by
            from press.release_request q
            """;
    private static final String OWN = "where (:all or q.by_id = :by) ";

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Requests(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that wait first, the oldest of them first; then what was done lately. Who does not see the room sees their own. */
    public List<Request> of(Actor by) {
        return db.sql(
                        SELECT
                                + OWN
                                + "order by q.state <> 'OPEN', case when q.state = 'OPEN' then q.at end, q.done_at desc limit :most")
                .param("most", MOST)
                .param("all", by.may("press", Level.VIEW))
                .param("by", by.id())
                .query(Request.class)
                .list();
    }

    /** @throws Refused missing also when it is somebody else's and {@code by} does not see the room */
    public Request get(Actor by, UUID id) {
        return db.sql(SELECT + OWN + "and q.id = :id")
                .param("id", id)
                .param("all", by.may("press", Level.VIEW))
                .param("by", by.id())
                .query(Request.class)
                .optional()
                .orElseThrow(() -> Refused.missing("press.request.missing"));
    }

    public long waiting() {
        return db.sql("select count(*) from press.release_request where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** Anybody of the office may ask. */
    @Transactional
    public UUID ask(Actor by, String unit, String contact, String subject, String facts, @Nullable LocalDate wantedOn) {
        var at = now();
        var id = Id.next(at);
        db.sql("""
                insert into press.release_request (id, unit, contact, subject, facts, wanted_on, state, by_id, by_name, at)
                values (:id, :unit, :contact, :subject, :facts, :wanted, 'OPEN', :by, :name, :at)""")
                .param("id", id)
                .param("unit", line(unit, "press.release.unit", Content.SHORT))
                .param("contact", line(contact, "press.release.contact", Content.SHORT))
                .param("subject", line(subject, "press.release.title", Content.TITLE))
                .param("facts", text(facts))
                .param("wanted", wantedOn)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at)
                .update();
        trail.record(by, "press", "request.asked", "request:" + id, Map.of());
        return id;
    }

    /** A release was begun with it. */
    @Transactional
    public void take(Actor by, UUID id, Release release) {
        Releases.require(by, Level.WORK);
        done(by, id, State.TAKEN, release.id(), "");
    }

    @Transactional
    public void decline(Actor by, UUID id, String why) {
        Releases.require(by, Level.WORK);
        done(by, id, State.DECLINED, null, line(why, "press.release.reason", ANSWER));
    }

    private void done(Actor by, UUID id, State state, @Nullable UUID release, String answer) {
        get(by, id);
        int done = db.sql("""
                update press.release_request set state = :state, release = :release, answer = :answer, done_by = :by, done_at = :at
                where id = :id and state = 'OPEN'""")
                .param("state", state)
                .param("release", release)
                .param("answer", answer)
                .param("by", by.name())
                .param("at", now())
                .param("id", id)
                .update();
        if (done == 0) throw Refused.conflict("press.request.done");
        trail.record(by, "press", "request." + state.name().toLowerCase(Locale.ROOT), "request:" + id, Map.of());
    }

    private static String line(String typed, String code, int most) {
        var line = PlainText.oneLine(typed);
        if (line.isBlank() || line.length() > most) throw Refused.invalid(code, most);
        return line;
    }

    private static String text(String typed) {
        var text =
                PlainText.clean(typed.replace("\r\n", "\n").replace('\r', '\n')).strip();
        if (text.isEmpty() || text.length() > Content.TEXT) throw Refused.invalid("press.release.text", Content.TEXT);
        return text;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
