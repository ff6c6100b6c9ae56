package kr.madang.press.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people read articles (논조·이슈 분류). A first reader says the tone; a second one may read it again by himself, and where they differ the
 * article's tone stays open until the first agrees or the second withdraws.
 */
@Component
public class Readings {
    private static final int TAG = 30;
    private static final int MOST_TAGS = 20;

    /** What a reader said. @param reader 1 or 2 */
    public record Reading(int reader, Tone tone, UUID by, String name, Instant at) {}

    private final JdbcClient db;
    private final Articles articles;
    private final Trail trail;
    private final Clock clock;

    Readings(JdbcClient db, Articles articles, Trail trail, Clock clock) {
        this.db = db;
        this.articles = articles;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Reading> list(UUID article) {
        return db.sql(
                        "select reader, tone, by, by_name, at from press.article_tone where article = :id order by reader")
                .param("id", article)
                .query((row, n) -> new Reading(
                        row.getInt("reader"),
                        Tone.valueOf(row.getString("tone")),
                        row.getObject("by", UUID.class),
                        row.getString("by_name"),
                        ArticleStore.instant(row, "at")))
                .list();
    }

    /** Whether two people read it differently. */
    public static boolean disputed(List<Reading> readings) {
        return readings.stream().map(Reading::tone).distinct().count() > 1;
    }

    /**
     * Says the tone: whoever comes first is the first reader, somebody else the second; saying it again changes one's own.
     *
     * @throws Refused conflict when two others have read it
     */
    @Transactional
    public void read(Actor by, UUID article, Tone tone) {
        Articles.writes(by);
        lock(article);
        var there = list(article);
        int reader = there.stream()
                .filter(r -> r.by().equals(by.id()))
                .findFirst()
                .map(Reading::reader)
                .orElse(
                        there.isEmpty()
                                ? 1
                                : there.size() == 1 ? 3 - there.getFirst().reader() : 0);
        if (reader == 0) throw Refused.conflict("press.coverage.tone.read");
        db.sql("""
                insert into press.article_tone (article, reader, tone, by, by_name, at) values (:id, :reader, :tone, :by, :name, :at)
                on conflict (article, reader) do update set tone = :tone, at = :at""")
                .param("id", article)
                .param("reader", reader)
                .param("tone", tone)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", now())
                .update();
        settle(article);
        trail.record(by, "press", "article.tone-read", "article:" + article, Map.of("tone", tone, "reader", reader));
    }

    @Transactional
    public void withdraw(Actor by, UUID article) {
        Articles.writes(by);
        lock(article);
        int gone = db.sql("delete from press.article_tone where article = :id and by = :by")
                .param("id", article)
                .param("by", by.id())
                .update();
        if (gone == 0) throw Refused.missing("press.coverage.tone.none");
        settle(article);
        trail.record(by, "press", "article.tone-withdrawn", "article:" + article, Map.of());
    }

    private void lock(UUID article) {
        articles.get(article);
        db.sql("select id from press.article where id = :id for update")
                .param("id", article)
                .query(UUID.class)
                .single();
    }

    private void settle(UUID article) {
        db.sql("""
                update press.article set tone = (select case when count(distinct tone) = 1 then max(tone) end
                    from press.article_tone where article = :id) where id = :id""").param("id", article).update();
    }

    public List<String> tags(UUID article) {
        return db.sql("select tag from press.article_tag where article = :id order by tag")
                .param("id", article)
                .query(String.class)
                .list();
    }

    /** Puts issue tags on an article, instead of those it has. */
    @Transactional
    public void tag(Actor by, UUID article, List<String> typed) {
        Articles.writes(by);
        var tags = typed.stream()
                .map(t -> t.replace("\0", "").strip().replaceFirst("^#+\\s*", ""))
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(t -> t.length() > TAG))
            throw Refused.invalid("press.coverage.tags", MOST_TAGS, TAG);
        lock(article);
        db.sql("delete from press.article_tag where article = :id")
                .param("id", article)
                .update();
        db.sql(
                        "insert into press.article_tag (article, tag, by_name, at) select :id, tag, :name, :at from unnest(:tags::text[]) as n (tag)")
                .param("id", article)
                .param("name", by.name())
                .param("at", now())
                .param("tags", tags.toArray(String[]::new))
                .update();
        trail.record(by, "press", "article.tagged", "article:" + article, Map.of("tags", tags));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
