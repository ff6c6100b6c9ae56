package kr.madang.press.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of articles (언론보도 목록), newest first. */
@Component
public class ArticleList {
    /** Which articles: those that count, those left out, those without an outlet. */
    public enum Which {
        COUNTED,
        LEFT_OUT,
        HOMELESS;

        public String code() {
            return "press.coverage.which." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What somebody looks for.
     *
     * @param leaders whether of each group only the leading article is shown
     */
    public record Query(
            String words,
            @Nullable Tier tier,
            @Nullable UUID outlet,
            @Nullable UUID release,
            @Nullable Tone tone,
            String tag,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Which which,
            boolean leaders) {
        public static final Query ALL = new Query("", null, null, null, null, "", null, null, Which.COUNTED, false);
        private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
        private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

        public Query {
            words = cut(words);
            tag = cut(tag);
        }

        private static String cut(String text) {
            var clean = text.replace("\0", "").strip();
            return clean.length() > 100 ? clean.substring(0, 100) : clean;
        }

        private static Instant start(LocalDate day) {
            var known = day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
            return known.atStartOfDay(Article.SEOUL).toInstant();
        }

        Instant since() {
            return start(from == null ? FIRST : from);
        }

        Instant until() {
            return start(to == null ? LAST : to.isBefore(LAST) ? to.plusDays(1) : LAST);
        }
    }

    private static final Keyset<Article> NEWEST = Keyset.<Article>of("coverage")
            .descending("a.published_at", Instant.class, Article::publishedAt)
            .descending("a.id", UUID.class, Article::id);

    private static final String WHERE = """
            where a.published_at >= :since and a.published_at < :until
                and (:words = '' or strpos(lower(a.title || ' ' || a.lead || ' ' || a.reporter), lower(:words)) > 0)
                and (:tier = '' or o.tier = :tier)
                and (cast(:outlet as uuid) is null or a.outlet = :outlet)
                and (cast(:release as uuid) is null or a.release = :release)
                and (:tone = '' or a.tone = :tone)
                and (:tag = '' or exists (select from press.article_tag t where t.article = a.id and t.tag = :tag))
                and (not :leaders or a.cluster = a.id)
                and case :which when 'COUNTED' then a.left_out_at is null when 'LEFT_OUT' then a.left_out_at is not null
                    else a.left_out_at is null and a.outlet is null end
                and\s""";

    private final JdbcClient db;

    ArticleList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Article> page(Query query, @Nullable String cursor, int size) {
        return NEWEST.slice(
                cursor, size, (where, tail, keys) -> asked(query, ArticleStore.SELECT + WHERE + where + tail)
                        .params(keys)
                        .query(ArticleStore::article)
                        .list());
    }

    public long count(Query query) {
        return asked(
                        query,
                        "select count(*) from press.article a left join press.outlet o on o.id = a.outlet " + WHERE
                                + "true")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(Query query, String sql) {
        var tier = query.tier();
        var tone = query.tone();
        return db.sql(sql)
                .param("since", query.since())
                .param("until", query.until())
                .param("words", query.words())
                .param("tier", tier == null ? "" : tier.name())
                .param("outlet", query.outlet())
                .param("release", query.release())
                .param("tone", tone == null ? "" : tone.name())
                .param("tag", query.tag())
                .param("leaders", query.leaders())
                .param("which", query.which().name());
    }

    /** The group of an article, the leading one first, then by time. */
    public List<Article> group(UUID cluster) {
        return db.sql(ArticleStore.SELECT + """
                where a.cluster = :cluster and a.left_out_at is null order by a.id <> :cluster, a.published_at, a.id limit 1000""")
                .param("cluster", cluster)
                .query(ArticleStore::article)
                .list();
    }

    /** How many are in the group. */
    public int size(UUID cluster) {
        return db.sql("select count(*)::int from press.article where cluster = :cluster and left_out_at is null")
                .param("cluster", cluster)
                .query(Integer.class)
                .single();
    }

    /** Tags in use, the most frequent first. */
    public List<String> tags() {
        return db.sql("select tag from press.article_tag group by tag order by count(*) desc, tag limit 200")
                .query(String.class)
                .list();
    }
}
