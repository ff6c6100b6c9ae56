package kr.madang.press.coverage;

import static kr.madang.press.coverage.ArticleStore.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.press.alike.Piece;
import kr.madang.press.alike.Placed;
import kr.madang.press.alike.Sketch;
import kr.madang.press.alike.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rows of groups: fingerprints, what people decided, and where articles stand. */
@Component
class GroupStore {
    private static final long LOCK = 0x7072_6573_7347L;
    private static final String PIECE =
            "select a.id, s.key, a.published_at, s.sketch from press.article a join press.article_sketch s on s.article = a.id ";

    private final JdbcClient db;

    GroupStore(JdbcClient db) {
        this.db = db;
    }

    /** One grouping at a time, in the whole office; held until the transaction ends. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> 0)
                .list();
    }

    List<Piece> pieces(Collection<UUID> ids) {
        return db.sql(PIECE + "where a.id in (select unnest(:ids::uuid[]))")
                .param("ids", texts(List.copyOf(ids), id -> id))
                .query(GroupStore::piece)
                .list();
    }

    List<Piece> between(Instant from, Instant to) {
        return db.sql(PIECE + "where a.published_at between :from and :to")
                .param("from", from)
                .param("to", to)
                .query(GroupStore::piece)
                .list();
    }

    /** These and all that share a thread with one of them. */
    List<Piece> wholeThreads(Collection<UUID> ids) {
        return db.sql(PIECE + """
                where a.id in (select unnest(:ids::uuid[]) union
                    select c.id from press.article b join press.article c on c.thread = b.thread
                    where b.id in (select unnest(:ids::uuid[])))""")
                .param("ids", texts(List.copyOf(ids), id -> id))
                .query(GroupStore::piece)
                .list();
    }

    List<UUID> ungrouped(int limit) {
        return db.sql("select id from press.article where thread is null order by published_at limit :limit")
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Those that people joined with one of these, in either direction. */
    List<UUID> joinedWith(Collection<UUID> ids) {
        return db.sql("""
                select together from press.article_place where article in (select unnest(:ids::uuid[])) and together is not null
                union select article from press.article_place where together in (select unnest(:ids::uuid[]))""")
                .param("ids", texts(List.copyOf(ids), id -> id))
                .query(UUID.class)
                .list();
    }

    Map<UUID, Placed> placed(Collection<Piece> pieces) {
        var placed = new HashMap<UUID, Placed>();
        db.sql(
                        "select article, apart, together from press.article_place where article in (select unnest(:ids::uuid[]))")
                .param("ids", texts(List.copyOf(pieces), Piece::id))
                .query((row, n) -> placed.put(
                        row.getObject("article", UUID.class),
                        new Placed(row.getBoolean("apart"), row.getObject("together", UUID.class))))
                .list();
        return placed;
    }

    Optional<Placed> placed(UUID article) {
        return db.sql("select apart, together from press.article_place where article = :id")
                .param("id", article)
                .query((row, n) -> new Placed(row.getBoolean("apart"), row.getObject("together", UUID.class)))
                .optional();
    }

    void place(UUID article, @Nullable Placed decision, String by, Instant at) {
        if (decision == null) {
            db.sql("delete from press.article_place where article = :id")
                    .param("id", article)
                    .update();
            return;
        }
        db.sql("""
                insert into press.article_place (article, apart, together, by_name, at) values (:id, :apart, :with, :by, :at)
                on conflict (article) do update set apart = :apart, together = :with, by_name = :by, at = :at""")
                .param("id", article)
                .param("apart", decision.apart())
                .param("with", decision.with())
                .param("by", by)
                .param("at", at)
                .update();
    }

    /** Writes where articles stand, those that moved only. */
    void save(Map<UUID, Standing> standings) {
        if (standings.isEmpty()) return;
        var all = new ArrayList<>(standings.entrySet());
        db.sql("""
                update press.article a set thread = n.thread, cluster = n.cluster, shared = n.shared, same_quotes = n.quotes, roundup = n.roundup
                from unnest(:ids::uuid[], :threads::uuid[], :clusters::uuid[], :shares::smallint[], :quotes::smallint[], :roundups::boolean[])
                    as n (id, thread, cluster, shared, quotes, roundup)
                where a.id = n.id and (a.thread, a.cluster, a.shared, a.same_quotes, a.roundup)
                    is distinct from (n.thread, n.cluster, n.shared, n.quotes, n.roundup)""")
                .param("ids", texts(all, Map.Entry::getKey))
                .param("threads", texts(all, e -> e.getValue().thread()))
                .param("clusters", texts(all, e -> e.getValue().cluster()))
                .param("shares", texts(all, e -> percent(e.getValue())))
                .param("quotes", texts(all, e -> quotes(e.getValue())))
                .param("roundups", texts(all, e -> e.getValue().roundup()))
                .update();
    }

    private static @Nullable Object percent(Standing standing) {
        var likeness = standing.likeness();
        return likeness == null ? null : likeness.percent();
    }

    private static @Nullable Object quotes(Standing standing) {
        var likeness = standing.likeness();
        return likeness == null ? null : Math.min(likeness.quotes(), 100);
    }

    private static Piece piece(ResultSet row, int n) throws SQLException {
        return new Piece(
                row.getObject("id", UUID.class),
                row.getString("key"),
                ArticleStore.instant(row, "published_at"),
                Sketch.of(row.getBytes("sketch")));
    }
}
