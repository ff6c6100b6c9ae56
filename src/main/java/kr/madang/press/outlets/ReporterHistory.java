package kr.madang.press.outlets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was: where a reporter wrote, what he agreed to and withdrew, which mail came back (기자 이력). */
@Repository
public class ReporterHistory {
    public record Post(
            UUID outlet,
            String outletName,
            LocalDate fromOn,
            @Nullable LocalDate toOn) {}

    /** @param withdrawnAt null while it stands */
    public record Consent(
            String version,
            Reporter.Source source,
            LocalDate givenOn,
            String notedBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            String withdrawnWhy) {}

    public record Bounce(Instant at, String why) {}

    /** The words somebody agrees to (동의 문구). */
    public record Wording(String version, String words, LocalDate since) {}

    private final JdbcClient db;

    ReporterHistory(JdbcClient db) {
        this.db = db;
    }

    /** Newest first. */
    public List<Post> posts(UUID reporter) {
        return db.sql("""
                select p.outlet, o.name as outlet_name, p.from_on, p.to_on from press.reporter_post p
                join press.outlet o on o.id = p.outlet where p.reporter = :id order by p.from_on desc""").param("id", reporter).query(Post.class).list();
    }

    public List<Consent> consents(UUID reporter) {
        return db.sql("""
                select version, source, given_on, noted_by, withdrawn_at, withdrawn_by, withdrawn_why
                from press.reporter_consent where reporter = :id order by noted_at desc""").param("id", reporter).query(Consent.class).list();
    }

    public List<Bounce> bounces(UUID reporter) {
        return db.sql("select at, why from press.reporter_bounce where reporter = :id order by at desc")
                .param("id", reporter)
                .query(Bounce.class)
                .list();
    }

    /** The newest first. */
    public List<Wording> wordings() {
        return db.sql("select version, words, since from press.consent_wording order by since desc, version desc")
                .query(Wording.class)
                .list();
    }

    void consented(UUID reporter, String version, Reporter.Source source, LocalDate on, String by, Instant at) {
        db.sql("""
                insert into press.reporter_consent (id, reporter, version, source, given_on, noted_at, noted_by)
                values (:id, :reporter, :version, :source, :on, :at, :by)""")
                .param("id", Id.next(at))
                .param("reporter", reporter)
                .param("version", version)
                .param("source", source)
                .param("on", on)
                .param("at", at)
                .param("by", by)
                .update();
    }

    int withdrawn(UUID reporter, String why, String by, Instant at) {
        return db.sql("""
                update press.reporter_consent set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
                where reporter = :reporter and withdrawn_at is null""")
                .param("at", at)
                .param("by", by)
                .param("why", why)
                .param("reporter", reporter)
                .update();
    }

    void bounced(UUID reporter, String why, Instant at) {
        db.sql("insert into press.reporter_bounce (id, reporter, at, why) values (:id, :reporter, :at, :why)")
                .param("id", Id.next(at))
                .param("reporter", reporter)
                .param("at", at)
                .param("why", why)
                .update();
    }
}
