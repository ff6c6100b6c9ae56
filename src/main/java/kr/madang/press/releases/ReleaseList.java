package kr.madang.press.releases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Releases as lists (보도자료 목록), by their newest version. */
@Component
public class ReleaseList {
    private static final Keyset<Item> NEWEST = Keyset.<Item>of("releases")
            .descending("v.changed_at", Instant.class, Item::changedAt)
            .descending("r.serial", Integer.class, Item::serial);
    private static final String FROM = """
            from press.release r
            join lateral (select * from press.release_version n where n.release = r.id order by n.version desc limit 1) v on true
            where (:words = '' or v.title ilike :like or v.unit ilike :like or v.text ilike :like
                    or r.year || '-' || r.number = :words)
                and (:state = '' or case when r.withdrawn_at is not null then 'WITHDRAWN' else v.state end = :state)
            """;

    /**
     * What is looked for.
     *
     * @param state a state of a version, {@code WITHDRAWN}, or empty for all
     */
    public record Query(String words, String state) {
        private static final int MOST = 100;

        public Query {
            words = words.strip().replace("\0", "");
            if (words.length() > MOST) words = words.substring(0, MOST);
        }
    }

    /** One release. @param at when it went out, or shall; null when it goes out as soon as it is approved */
    public record Item(
            int serial,
            String number,
            int version,
            Version.State state,
            boolean withdrawn,
            String title,
            String unit,
            @Nullable Instant at,
            String author,
            Instant changedAt) {}

    private final JdbcClient db;

    ReleaseList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Item> page(Query query, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> asked("""
                select r.serial, r.year, r.number, r.withdrawn_at, v.version, v.state, v.title, v.unit, v.author_name, v.changed_at,
                    coalesce(v.released_at, v.embargo_at) as at
                """ + FROM + " and " + where + tail, query)
                .params(keys)
                .query(ReleaseList::item)
                .list());
    }

    public long count(Query query) {
        return asked("select count(*) " + FROM, query).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Query query) {
        var like = "%" + query.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return db.sql(sql).param("words", query.words()).param("like", like).param("state", query.state());
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getInt("serial"),
                ReleaseStore.number(row),
                row.getInt("version"),
                Version.State.valueOf(row.getString("state")),
                row.getObject("withdrawn_at") != null,
                row.getString("title"),
                row.getString("unit"),
                ReleaseStore.instant(row, "at"),
                row.getString("author_name"),
                ReleaseStore.at(row, "changed_at"));
    }
}
