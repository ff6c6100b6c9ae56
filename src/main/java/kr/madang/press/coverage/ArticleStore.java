package kr.madang.press.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kr.madang.kernel.search.Search;
import kr.madang.press.Tier;
import kr.madang.press.alike.Piece;
import kr.madang.press.alike.Sketch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rows of articles. */
@Component
public class ArticleStore {
    static final String SELECT = """
            select a.*, coalesce(o.name, a.host) as outlet_name, o.tier
            from press.article a left join press.outlet o on o.id = a.outlet
            """;

    /** A host of articles that is no outlet's. */
    public record Homeless(String host, int count, Instant newest, String sample) {}

    private final JdbcClient db;
    private final Search search;

    ArticleStore(JdbcClient db, Search search) {
        this.db = db;
        this.search = search;
    }

    Optional<Article> find(UUID id) {
        return db.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(ArticleStore::article)
                .optional();
    }

    /** A row with its fingerprint, which is made once. */
    record Prepared(ArticleRow row, Sketch sketch) {
        Piece piece() {
            return new Piece(row.id(), row.key(), row.at(), sketch);
        }
    }

    List<Prepared> prepare(List<ArticleRow> rows) {
        return rows.stream().map(row -> new Prepared(row, row.sketch())).toList();
    }

    boolean isEmpty() {
        return db.sql("select not exists (select from press.article)")
                .query(Boolean.class)
                .single();
    }

    /** @return ids of those that were not there, in the order given */
    List<UUID> insert(List<Prepared> all) {
        if (all.isEmpty()) return List.of();
        var fresh = inserted(all.stream().map(Prepared::row).toList());
        var kept = Set.copyOf(fresh);
        search.changed(SearchableArticles.KIND, fresh);
        if (!fresh.isEmpty())
            sketches(all.stream().filter(p -> kept.contains(p.row().id())).toList());
        return fresh;
    }

    private List<UUID> inserted(List<ArticleRow> rows) {
        return db.sql("""
                insert into press.article (id, outlet, kind, host, url, canonical, slot, title, lead, reporter, page, programme, clip,
                    published_at, said_at, found_at, source, entered_by)
                select * from unnest(:ids::uuid[], :outlets::uuid[], :kinds::text[], :hosts::text[], :urls::text[], :canonicals::text[],
                    :slots::text[], :titles::text[], :leads::text[], :reporters::text[], :pages::text[], :programmes::text[], :clips::text[],
                    :ats::timestamptz[], :saids::timestamptz[], :founds::timestamptz[], :sources::uuid[], :entered::text[])
                on conflict do nothing returning id""")
                .param("ids", texts(rows, ArticleRow::id))
                .param("outlets", texts(rows, ArticleRow::outlet))
                .param("kinds", texts(rows, r -> r.found().kind()))
                .param(
                        "hosts",
                        texts(rows, r -> r.address() == null ? "" : r.address().host()))
                .param(
                        "urls",
                        texts(
                                rows,
                                r -> r.address() == null ? null : r.address().url()))
                .param(
                        "canonicals",
                        texts(
                                rows,
                                r -> r.address() == null ? null : r.address().canonical()))
                .param("slots", texts(rows, ArticleRow::slot))
                .param("titles", texts(rows, ArticleRow::title))
                .param("leads", texts(rows, ArticleRow::lead))
                .param("reporters", texts(rows, r -> r.found().reporter()))
                .param("pages", texts(rows, r -> r.found().page()))
                .param("programmes", texts(rows, r -> r.found().programme()))
                .param("clips", texts(rows, r -> r.found().clip()))
                .param("ats", texts(rows, ArticleRow::at))
                .param("saids", texts(rows, ArticleRow::saidAt))
                .param("founds", texts(rows, ArticleRow::foundAt))
                .param("sources", texts(rows, r -> r.found().source()))
                .param("entered", texts(rows, ArticleRow::enteredBy))
                .query(UUID.class)
                .list();
    }

    private void sketches(List<Prepared> all) {
        db.sql("""
                insert into press.article_sketch (article, key, sketch)
                select * from unnest(:ids::uuid[], :keys::text[], :sketches::bytea[])""")
                .param("ids", texts(all, p -> p.row().id()))
                .param("keys", texts(all, p -> p.row().key()))
                .param("sketches", all.stream().map(p -> p.sketch().bytes()).toArray(byte[][]::new))
                .update();
    }

    /** An array parameter; the statement says of which type. */
    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(v -> v == null ? null : v.toString().replace("\0", ""))
                .toArray(String[]::new);
    }

    int assign(String host, UUID outlet) {
        db.sql("insert into press.outlet_host (host, outlet) values (:host, :outlet) on conflict do nothing")
                .param("host", host)
                .param("outlet", outlet)
                .update();
        var assigned = db.sql(
                        "update press.article set outlet = :outlet where outlet is null and host = :host returning id")
                .param("outlet", outlet)
                .param("host", host)
                .query(UUID.class)
                .list();
        search.changed(SearchableArticles.KIND, assigned);
        return assigned.size();
    }

    boolean leaveOut(UUID id, String by, String why, Instant at) {
        int changed = db.sql("""
                update press.article set left_out_at = :at, left_out_by = :by, left_out_why = :why
                where id = :id and left_out_at is null""")
                .param("at", at)
                .param("by", by)
                .param("why", why)
                .param("id", id)
                .update();
        search.changed(SearchableArticles.KIND, id);
        return changed == 1;
    }

    boolean bringBack(UUID id) {
        int changed = db.sql("""
                update press.article set left_out_at = null, left_out_by = null, left_out_why = null
                where id = :id and left_out_at is not null""").param("id", id).update();
        search.changed(SearchableArticles.KIND, id);
        return changed == 1;
    }

    /** Keeps the text of an article, where a licence allows it. */
    void keepBody(UUID id, String body) {
        db.sql("update press.article set body = :body where id = :id and body is null")
                .param("body", body)
                .param("id", id)
                .update();
    }

    List<Homeless> homeless() {
        return db.sql("""
                select host, count(*)::int as count, max(published_at) as newest, (array_agg(title order by published_at desc))[1] as sample
                from press.article where outlet is null and left_out_at is null group by host order by count desc, host limit 500""")
                .query((row, n) -> new Homeless(
                        row.getString("host"), row.getInt("count"), instant(row, "newest"), row.getString("sample")))
                .list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Article article(ResultSet row, int n) throws SQLException {
        var tier = row.getString("tier");
        var tone = row.getString("tone");
        return new Article(
                row.getObject("id", UUID.class),
                row.getObject("outlet", UUID.class),
                row.getString("outlet_name"),
                tier == null ? null : Tier.valueOf(tier),
                Kind.valueOf(row.getString("kind")),
                row.getString("host"),
                row.getString("url"),
                row.getString("title"),
                row.getString("lead"),
                row.getString("body"),
                row.getString("reporter"),
                row.getString("page"),
                row.getString("programme"),
                row.getString("clip"),
                instant(row, "published_at"),
                maybe(row, "said_at"),
                instant(row, "found_at"),
                row.getObject("source", UUID.class),
                row.getString("entered_by"),
                row.getObject("cluster", UUID.class),
                row.getObject("thread", UUID.class),
                row.getInt("shared"),
                row.getInt("same_quotes"),
                row.getBoolean("roundup"),
                row.getObject("release", UUID.class),
                tone == null ? null : Tone.valueOf(tone),
                maybe(row, "left_out_at"),
                Objects.requireNonNullElse(row.getString("left_out_by"), ""),
                Objects.requireNonNullElse(row.getString("left_out_why"), ""));
    }
}
