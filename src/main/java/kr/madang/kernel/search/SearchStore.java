package kr.madang.kernel.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of changes and of how indexes stand. */
@Repository
class SearchStore {
    private static final int PAGE = 2_000;

    /** What an index must have been made with, and how far the database is. @param cluster changes with a database that was moved */
    record Wanted(String office, String cluster, long words, long synonyms, long rebuild, long floor, Instant now) {}

    /** @param xid the transaction it was written in */
    record Change(long xid, long seq, String kind, UUID id) {}

    /** How the index of a node stood when it last said so. */
    record Node(
            String node,
            String place,
            String state,
            long documents,
            long words,
            long rebuild,
            String said,
            Instant seenAt) {}

    private final JdbcClient db;

    SearchStore(JdbcClient db) {
        this.db = db;
    }

    void changed(String kind, Collection<UUID> ids) {
        db.sql("insert into kernel.search_change (kind, id) select :kind, unnest(:ids)")
                .param("kind", kind)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Every transaction before {@code floor} has ended: what it changed can be seen. */
    Wanted wanted() {
        return db.sql("""
                select s.office::text as office, c.system_identifier || '/' || d.oid as cluster, s.words, s.synonyms, s.rebuild,
                    pg_snapshot_xmin(pg_current_snapshot())::text::bigint as floor, now() as now
                from kernel.search_state s, pg_control_system() c, pg_database d where d.datname = current_database()""")
                .query((row, n) -> new Wanted(
                        row.getString("office"),
                        row.getString("cluster"),
                        row.getLong("words"),
                        row.getLong("synonyms"),
                        row.getLong("rebuild"),
                        row.getLong("floor"),
                        row.getTimestamp("now").toInstant()))
                .single();
    }

    /** What was changed in this transaction and later ones, as far as it can be seen, oldest first. */
    void changes(long from, Consumer<List<Change>> pages) {
        var last = new Change(from, -1, "", new UUID(0, 0));
        while (true) {
            var page = after(last);
            if (!page.isEmpty()) pages.accept(page);
            if (page.size() < PAGE) return;
            last = page.getLast();
        }
    }

    private List<Change> after(Change last) {
        return db.sql("""
                select xid::text::bigint as xid, seq, kind, id from kernel.search_change
                where (xid, seq) > (:xid::text::xid8, :seq) order by xid, seq limit\s""" + PAGE)
                .param("xid", Long.toString(last.xid()))
                .param("seq", last.seq())
                .query((row, n) -> new Change(
                        row.getLong("xid"), row.getLong("seq"), row.getString("kind"), row.getObject("id", UUID.class)))
                .list();
    }

    int forget(Instant before) {
        return db.sql("delete from kernel.search_change where at < :before")
                .param("before", before)
                .update();
    }

    long rebuild() {
        return db.sql("update kernel.search_state set rebuild = rebuild + 1 returning rebuild")
                .query(Long.class)
                .single();
    }

    void say(Node node) {
        db.sql("""
                insert into kernel.search_node (node, place, state, documents, words, rebuild, said, seen_at)
                values (:node, :place, :state, :documents, :words, :rebuild, :said, :at)
                on conflict (node) do update set place = :place, state = :state, documents = :documents, words = :words,
                    rebuild = :rebuild, said = case when :said = '' then search_node.said else :said end, seen_at = :at""")
                .param("node", node.node())
                .param("place", node.place())
                .param("state", node.state())
                .param("documents", node.documents())
                .param("words", node.words())
                .param("rebuild", node.rebuild())
                .param("said", node.said())
                .param("at", node.seenAt())
                .update();
    }

    List<Node> nodes(Instant since) {
        return new ArrayList<>(db.sql("""
                select node, place, state, documents, words, rebuild, said, seen_at from kernel.search_node
                where seen_at >= :since order by node""")
                .param("since", since)
                .query((row, n) -> new Node(
                        row.getString("node"),
                        row.getString("place"),
                        row.getString("state"),
                        row.getLong("documents"),
                        row.getLong("words"),
                        row.getLong("rebuild"),
                        row.getString("said"),
                        row.getTimestamp("seen_at").toInstant()))
                .list());
    }

    int forgetNodes(Instant before) {
        return db.sql("delete from kernel.search_node where seen_at < :before")
                .param("before", before)
                .update();
    }
}
