package kr.madang.press.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words the office watches (이슈 감시어), and which of them is suddenly written about. */
@Component
public class Issues {
    /** Looked at at once; a stretch ends now. */
    public static final Duration STRETCH = Duration.ofHours(6);

    static final int WEEKS = 8;
    private static final int LONGEST = 30;
    private static final int MOST = 100;
    private static final int SHOWN = 200;

    /** A watched word now. @param past counts of the same hours, the newest week first */
    public record Watched(String word, Spikes.Verdict verdict, List<Integer> past) {}

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Issues(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** All watched words at a moment, spikes and the rarest first. */
    public List<Watched> at(Instant moment) {
        return words().stream()
                .map(word -> watched(word, moment))
                .sorted(Comparator.comparing((Watched w) -> !w.verdict().spike())
                        .thenComparingDouble(w -> w.verdict().chance())
                        .thenComparing(Watched::word))
                .toList();
    }

    /** Starts of the stretch now and of the same hours in past weeks; Seoul has no summer time, so a week is always as long. */
    private Watched watched(String word, Instant moment) {
        var counts = db.sql("""
                select n.week, count(a.id)::int as count from generate_series(0, :weeks) as n (week)
                left join press.article a on a.left_out_at is null
                    and a.published_at > :moment - make_interval(days => 7 * n.week, hours => :hours)
                    and a.published_at <= :moment - make_interval(days => 7 * n.week)
                    and strpos(lower(a.title || ' ' || a.lead), lower(:word)) > 0
                group by n.week order by n.week""")
                .param("weeks", WEEKS)
                .param("moment", moment)
                .param("hours", (int) STRETCH.toHours())
                .param("word", word)
                .query((row, n) -> row.getInt("count"))
                .list();
        var past = counts.subList(1, counts.size());
        var verdict =
                Spikes.judge(counts.getFirst(), past.stream().mapToInt(n -> n).toArray());
        return new Watched(word, verdict, List.copyOf(past));
    }

    /** The articles of the stretch that have the word, newest first. */
    public List<Article> articles(String word, Instant moment) {
        return db.sql(ArticleStore.SELECT + """
                where a.left_out_at is null and a.published_at > :from and a.published_at <= :moment
                    and strpos(lower(a.title || ' ' || a.lead), lower(:word)) > 0
                order by a.published_at desc, a.id desc limit :most""")
                .param("from", moment.minus(STRETCH))
                .param("moment", moment)
                .param("word", word)
                .param("most", SHOWN)
                .query(ArticleStore::article)
                .list();
    }

    /** When the newest article was out; an office that gathers nothing today looks at its last day. */
    public Instant newest() {
        return db.sql("select coalesce(max(published_at), now()) as at from press.article where left_out_at is null")
                .query((row, n) -> ArticleStore.instant(row, "at"))
                .single();
    }

    public List<String> words() {
        return db.sql("select word from press.watch order by word")
                .query(String.class)
                .list();
    }

    @Transactional
    public void watch(Actor by, String typed) {
        Articles.writes(by);
        var word = typed.replace("\0", "").strip();
        if (word.length() < 2 || word.length() > LONGEST) throw Refused.invalid("press.issues.word", LONGEST);
        if (words().size() >= MOST) throw Refused.invalid("press.issues.most", MOST);
        int added = db.sql(
                        "insert into press.watch (word, added_at, by_name) values (:word, :at, :name) on conflict do nothing")
                .param("word", word)
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .param("name", by.name())
                .update();
        if (added == 0) throw Refused.conflict("press.issues.there", word);
        trail.record(by, "press", "word.watched", "word:" + word, Map.of());
    }

    @Transactional
    public void forget(Actor by, String word) {
        Articles.writes(by);
        if (db.sql("delete from press.watch where word = :word")
                        .param("word", word)
                        .update()
                == 0) throw Refused.missing("press.issues.missing");
        trail.record(by, "press", "word.forgotten", "word:" + word, Map.of());
    }
}
