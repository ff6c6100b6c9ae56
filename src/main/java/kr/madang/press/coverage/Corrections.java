package kr.madang.press.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.coverage.Correction.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims for corrections (정정보도 청구 관리) with the periods of the act; the head of a local government may claim for it (제14조제3항). */
@Component
public class Corrections {
    private static final int LONG = 4_000;

    /** A step of a claim. @param day when it happened */
    public record Step(Instant at, String by, State state, LocalDate day, String words) {}

    private static final String SELECT = """
            select c.*, a.title as article_title, coalesce(o.name, a.host) as outlet_name
            from press.correction c join press.article a on a.id = c.article left join press.outlet o on o.id = a.outlet
            """;

    private final JdbcClient db;
    private final Articles articles;
    private final Trail trail;
    private final Clock clock;

    Corrections(JdbcClient db, Articles articles, Trail trail, Clock clock) {
        this.db = db;
        this.articles = articles;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those in work first, then by the day of the report. */
    public List<Correction> list() {
        return db.sql(SELECT + "order by c.state in ('PRINTED', 'DROPPED'), c.serial desc limit 500")
                .query(Corrections::correction)
                .list();
    }

    public List<Correction> of(UUID article) {
        return db.sql(SELECT + "where c.article = :article order by c.serial")
                .param("article", article)
                .query(Corrections::correction)
                .list();
    }

    public Correction get(int serial) {
        return db.sql(SELECT + "where c.serial = :serial")
                .param("serial", serial)
                .query(Corrections::correction)
                .optional()
                .orElseThrow(() -> Refused.missing("press.correction.missing"));
    }

    public List<Step> steps(int serial) {
        return db.sql("select * from press.correction_step where correction = :serial order by at")
                .param("serial", serial)
                .query((row, n) -> new Step(
                        ArticleStore.instant(row, "at"),
                        row.getString("by_name"),
                        State.valueOf(row.getString("state")),
                        row.getObject("day", LocalDate.class),
                        row.getString("words")))
                .list();
    }

    /** The periods that held when it was reported. */
    public Correction.Rule rule(Correction.Kind kind, LocalDate reported) {
        return db.sql("""
                select * from press.correction_rule where kind = :kind order by since <= :day desc, abs(since - :day) limit 1""")
                .param("kind", kind)
                .param("day", reported)
                .query((row, n) -> new Correction.Rule(
                        row.getInt("months_known"),
                        row.getObject("months_report", Integer.class),
                        row.getInt("answer_days"),
                        row.getInt("print_days"),
                        row.getString("article")))
                .single();
    }

    /**
     * Drafts a claim against an article.
     *
     * @throws Refused when the time for it is over
     */
    @Transactional
    public Correction draft(
            Actor by, UUID article, Correction.Kind kind, String wrong, String right, LocalDate knownOn) {
        Articles.writes(by);
        var reported = articles.get(article).day();
        var today = today();
        if (wrong.isBlank() || wrong.length() > LONG) throw Refused.invalid("press.correction.wrong", LONG);
        if (right.isBlank() || right.length() > LONG) throw Refused.invalid("press.correction.right", LONG);
        if (knownOn.isBefore(reported) || knownOn.isAfter(today)) throw Refused.invalid("press.correction.known");
        var last = rule(kind, reported).claimBy(knownOn, reported);
        if (today.isAfter(last)) throw Refused.invalid("press.correction.late", last);
        int serial = db.sql("""
                insert into press.correction (article, kind, wrong, right_text, reported_on, known_on, state, by, by_name, made_at)
                values (:article, :kind, :wrong, :right, :reported, :known, 'DRAFT', :by, :name, :at) returning serial""")
                .param("article", article)
                .param("kind", kind)
                .param("wrong", wrong.replace("\0", "").strip())
                .param("right", right.replace("\0", "").strip())
                .param("reported", reported)
                .param("known", knownOn)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", now())
                .query(Integer.class)
                .single();
        step(by, serial, State.DRAFT, today, "");
        return get(serial);
    }

    /**
     * Goes on to the next state.
     *
     * @param day when it happened: not before the step before, not in the future
     * @throws Refused conflict when somebody else moved it meanwhile, or the state does not follow
     */
    @Transactional
    public Correction move(Actor by, int serial, State from, State to, LocalDate day, String words) {
        Articles.writes(by);
        var here = get(serial);
        if (here.state() != from || !from.next().contains(to)) throw Refused.conflict("press.correction.moved");
        var last = steps(serial).getLast().day();
        if (day.isAfter(today()) || day.isBefore(last) && from != State.DRAFT || day.isBefore(here.reportedOn()))
            throw Refused.invalid("press.correction.day");
        if (words.length() > LONG) throw Refused.invalid("press.correction.words", LONG);
        int moved = db.sql("""
                update press.correction set state = :to,
                    received_on = case when :to = 'RECEIVED' then :day else received_on end,
                    answered_on = case when :to in ('ACCEPTED', 'REFUSED') then :day else answered_on end,
                    printed_on = case when :to = 'PRINTED' then :day else printed_on end
                where serial = :serial and state = :from""")
                .param("to", to.name())
                .param("from", from.name())
                .param("day", day)
                .param("serial", serial)
                .update();
        if (moved == 0) throw Refused.conflict("press.correction.moved");
        step(by, serial, to, day, words.replace("\0", "").strip());
        return get(serial);
    }

    private void step(Actor by, int serial, State state, LocalDate day, String words) {
        db.sql(
                        "insert into press.correction_step (correction, at, by_name, state, day, words) values (:serial, :at, :name, :state, :day, :words)")
                .param("serial", serial)
                .param("at", now())
                .param("name", by.name())
                .param("state", state)
                .param("day", day)
                .param("words", words)
                .update();
        trail.record(
                by,
                "press",
                "correction." + state.name().toLowerCase(java.util.Locale.ROOT),
                "correction:" + serial,
                Map.of("day", day));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Article.SEOUL);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Correction correction(ResultSet row, int n) throws SQLException {
        return new Correction(
                row.getInt("serial"),
                row.getObject("article", UUID.class),
                row.getString("article_title"),
                row.getString("outlet_name"),
                Correction.Kind.valueOf(row.getString("kind")),
                row.getString("wrong"),
                row.getString("right_text"),
                row.getObject("reported_on", LocalDate.class),
                row.getObject("known_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("printed_on", LocalDate.class),
                row.getString("by_name"),
                ArticleStore.instant(row, "made_at"));
    }
}
