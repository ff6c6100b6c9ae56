package kr.madang.press.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one release earned (보도자료별 보도): who carried it how soon, and who of those who usually do did not. */
@Component
public class Earned {
    /** An outlet is expected to carry releases when it carried at least one in these days before. */
    private static final Duration USUAL = Duration.ofDays(90);

    private final JdbcClient db;
    private final Outlets outlets;

    Earned(JdbcClient db, Outlets outlets) {
        this.db = db;
        this.outlets = outlets;
    }

    /**
     * The coverage of a release.
     *
     * @param carried articles by time
     * @param missed outlets that carried another release in the three months before, and not this one
     * @param usual outlets that carried any in that time, or this one
     */
    public record Of(List<Article> carried, List<Outlet> missed, int usual, Instant distributedAt) {
        /** From the release to the first article. */
        public Duration lead() {
            return carried.isEmpty()
                    ? Duration.ZERO
                    : Duration.between(distributedAt, carried.getFirst().publishedAt());
        }

        /** From the release until half of the articles were out. */
        public Duration half() {
            return carried.isEmpty()
                    ? Duration.ZERO
                    : Duration.between(
                            distributedAt, carried.get((carried.size() - 1) / 2).publishedAt());
        }

        public int outlets() {
            return (int) carried.stream().map(Article::outletName).distinct().count();
        }

        /** Of the outlets that usually carry releases, the part that carried this one, in percent. */
        public int pickUp() {
            return usual == 0 ? 0 : Math.round(100f * (usual - missed.size()) / usual);
        }

        public Map<Tier, Long> byTier() {
            var counts = new LinkedHashMap<Tier, Long>();
            for (var tier : Tier.values())
                counts.put(tier, carried.stream().filter(a -> a.tier() == tier).count());
            return counts;
        }
    }

    public Of of(UUID release, Instant distributedAt) {
        var carried = db.sql(
                        ArticleStore.SELECT
                                + "where a.release = :release and a.left_out_at is null order by a.published_at, a.id limit 2000")
                .param("release", release)
                .query(ArticleStore::article)
                .list();
        var usual = new java.util.HashSet<>(db.sql("""
                select distinct outlet from press.article where release is not null and outlet is not null and left_out_at is null
                    and published_at >= :from and published_at < :to""")
                .param("from", distributedAt.minus(USUAL))
                .param("to", distributedAt)
                .query(UUID.class)
                .list());
        var these = carried.stream().map(Article::outlet).collect(java.util.stream.Collectors.toSet());
        var missed = outlets.all().stream()
                .filter(o -> !o.retired() && usual.contains(o.id()) && !these.contains(o.id()))
                .sorted(Comparator.comparing(Outlet::tier).thenComparing(Outlet::name))
                .toList();
        these.remove(null);
        usual.addAll(these);
        return new Of(carried, missed, usual.size(), distributedAt);
    }
}
