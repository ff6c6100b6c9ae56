package kr.madang.press.coverage;

import static kr.madang.press.coverage.ArticleStore.texts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.alike.Match;
import kr.madang.press.alike.Matching;
import kr.madang.press.alike.Original;
import kr.madang.press.alike.Piece;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which release earned which article (보도자료 일치): the program proposes, a person decides, and the decision stays. */
@Component
public class ReleaseMatches {
    /** What a person said. */
    public enum Decision {
        CONFIRMED,
        CORRECTED,
        NONE
    }

    /**
     * What is known of an article's release.
     *
     * @param proposed by the program; null when it found none
     * @param decision null while nobody has decided
     */
    public record Known(
            @Nullable UUID proposed,
            int confidence,
            int percent,
            int quotes,
            boolean early,
            @Nullable Decision decision,
            @Nullable UUID decided,
            String by,
            @Nullable Instant at) {}

    private final JdbcClient db;
    private final ObjectProvider<Originals> originals;
    private final Trail trail;
    private final Clock clock;

    ReleaseMatches(JdbcClient db, ObjectProvider<Originals> originals, Trail trail, Clock clock) {
        this.db = db;
        this.originals = originals;
        this.trail = trail;
        this.clock = clock;
    }

    private record Proposal(UUID article, Match match) {}

    /** Looks for the releases of these articles. */
    void propose(Collection<Piece> pieces) {
        if (pieces.isEmpty() || originals.stream().findAny().isEmpty()) return;
        var first = pieces.stream().map(Piece::at).min(Instant::compareTo).orElseThrow();
        var last = pieces.stream().map(Piece::at).max(Instant::compareTo).orElseThrow();
        var matching = new Matching(
                all(first.minus(Matching.LATEST), last.plus(Matching.EARLIEST).plusSeconds(1)));
        var found = new ArrayList<Proposal>();
        for (var piece : pieces)
            matching.of(piece.sketch(), piece.at()).ifPresent(match -> found.add(new Proposal(piece.id(), match)));
        save(List.copyOf(pieces), found);
    }

    private List<Original> all(Instant from, Instant to) {
        return originals.stream().flatMap(o -> o.between(from, to).stream()).toList();
    }

    private void save(List<Piece> looked, List<Proposal> found) {
        db.sql("""
                insert into press.article_release as r (article, proposed, confidence, percent, quotes, early)
                select * from unnest(:ids::uuid[], :releases::uuid[], :sures::smallint[], :percents::smallint[], :quotes::smallint[], :earlies::boolean[])
                on conflict (article) do update set proposed = excluded.proposed, confidence = excluded.confidence,
                    percent = excluded.percent, quotes = excluded.quotes, early = excluded.early""")
                .param("ids", texts(found, Proposal::article))
                .param("releases", texts(found, p -> p.match().release()))
                .param("sures", texts(found, p -> p.match().confidence()))
                .param("percents", texts(found, p -> p.match().percent()))
                .param("quotes", texts(found, p -> Math.min(100, p.match().quotes())))
                .param("earlies", texts(found, p -> p.match().early()))
                .update();
        var hit = java.util.Set.copyOf(found.stream().map(Proposal::article).toList());
        var lost =
                looked.stream().map(Piece::id).filter(id -> !hit.contains(id)).toList();
        db.sql("""
                update press.article_release set proposed = null, confidence = null, percent = null, quotes = null, early = false
                where article in (select unnest(:ids::uuid[])) and proposed is not null""").param("ids", texts(lost, id -> id)).update();
        settle(looked.stream().map(Piece::id).toList());
    }

    /** A person's word goes before the program's. */
    void settle(List<UUID> articles) {
        db.sql("""
                update press.article a set release = n.release from (
                    select b.id, case when r.decision is not null then r.decided
                        when r.confidence >= :sure then r.proposed end as release
                    from press.article b left join press.article_release r on r.article = b.id where b.id in (select unnest(:ids::uuid[]))) n
                where a.id = n.id and a.release is distinct from n.release""")
                .param("sure", Match.SURE)
                .param("ids", texts(articles, id -> id))
                .update();
    }

    public Optional<Known> of(UUID article) {
        return db.sql("select * from press.article_release where article = :id")
                .param("id", article)
                .query((row, n) -> new Known(
                        row.getObject("proposed", UUID.class),
                        row.getInt("confidence"),
                        row.getInt("percent"),
                        row.getInt("quotes"),
                        row.getBoolean("early"),
                        Optional.ofNullable(row.getString("decision"))
                                .map(Decision::valueOf)
                                .orElse(null),
                        row.getObject("decided", UUID.class),
                        Optional.ofNullable(row.getString("by_name")).orElse(""),
                        ArticleStore.maybe(row, "at")))
                .optional();
    }

    /** What the office gave out around a moment, the nearest first, for choosing. */
    public List<Original> around(Instant at) {
        return all(at.minus(Matching.LATEST), at.plus(Matching.EARLIEST)).stream()
                .sorted(java.util.Comparator.comparing(
                        o -> java.time.Duration.between(o.distributedAt(), at).abs()))
                .toList();
    }

    /** All that went out in a span, by id. */
    public Map<UUID, Original> between(Instant from, Instant to) {
        var all = new java.util.HashMap<UUID, Original>();
        all(from, to).forEach(o -> all.put(o.id(), o));
        return all;
    }

    /** A release that earned coverage: it is looked for around its articles. */
    public Optional<Original> find(UUID release) {
        return db.sql("""
                select min(a.published_at) as first from press.article a where a.release = :id having min(a.published_at) is not null
                union all select min(a.published_at) from press.article a join press.article_release r on r.article = a.id
                where r.proposed = :id having min(a.published_at) is not null""").param("id", release).query((row, n) -> ArticleStore.instant(row, "first")).list().stream()
                .flatMap(at -> original(release, at).stream())
                .findFirst();
    }

    public Optional<Original> original(UUID release, Instant around) {
        return around(around).stream().filter(o -> o.id().equals(release)).findFirst();
    }

    /** Where a release can be opened. */
    public String page(UUID release) {
        return originals.stream().map(o -> o.page(release)).findFirst().orElse("");
    }

    /**
     * Says which release an article goes back to.
     *
     * @param release null: to none of the office's
     */
    @Transactional
    public void decide(Actor by, UUID article, Instant published, @Nullable UUID release) {
        Articles.writes(by);
        if (release != null && original(release, published).isEmpty())
            throw Refused.missing("press.coverage.release.missing");
        var proposed = of(article).map(Known::proposed).orElse(null);
        var decision =
                release == null ? Decision.NONE : release.equals(proposed) ? Decision.CONFIRMED : Decision.CORRECTED;
        db.sql("""
                insert into press.article_release (article, decision, decided, by_name, at) values (:id, :decision, :decided, :by, :at)
                on conflict (article) do update set decision = :decision, decided = :decided, by_name = :by, at = :at""")
                .param("id", article)
                .param("decision", decision.name())
                .param("decided", release)
                .param("by", by.name())
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .update();
        settle(List.of(article));
        trail.record(
                by,
                "press",
                "article.release-decided",
                "article:" + article,
                Map.of("decision", decision, "release", release == null ? "" : release));
    }
}
