package kr.madang.press.outlets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds outlets (매체 찾기) and how many reporters of each the office knows. */
@Repository
public class OutletList {
    public enum Sort {
        TIER(Keyset.<Item>of("press.outlets.tier")
                .ascending(
                        "array_position(array['CENTRAL_BROADCAST', 'REGIONAL_BROADCAST', 'CENTRAL_DAILY', 'REGIONAL_ONLINE'], o.tier)",
                        Integer.class,
                        item -> item.tier().ordinal() + 1)
                .ascending("o.name", String.class, Item::name)),
        NAME(Keyset.<Item>of("press.outlets.name").ascending("o.name", String.class, Item::name));

        private final Keyset<Item> keys;

        Sort(Keyset<Item> keys) {
            this.keys = keys;
        }

        public String code() {
            return "press.outlets.sort." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param reporters those who have not retired */
    public record Item(
            UUID id,
            String name,
            Tier tier,
            List<String> hosts,
            String contact,
            String note,
            boolean retired,
            int reporters) {}

    /** @param retired whether those are wanted of which nothing more is expected; null for both */
    public record Query(
            String words, @Nullable Tier tier, @Nullable Boolean retired) {}

    private final JdbcClient db;

    OutletList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Item> page(Query query, Sort sort, @Nullable String cursor, int size) {
        return sort.keys.slice(
                cursor, size, (where, tail, keys) -> db.sql("""
                        select o.id, o.name, o.tier, o.contact, o.note, o.retired_at is not null as retired,
                            array(select h.host from press.outlet_host h where h.outlet = o.id order by h.host) as hosts,
                            (select count(*) from press.reporter r where r.outlet = o.id and r.retired_at is null) as reporters
                        from press.outlet o where\s""" + condition(query) + " and " + where + tail)
                        .params(params(query))
                        .params(keys)
                        .query(OutletList::item)
                        .list());
    }

    public long count(Query query) {
        return db.sql("select count(*) from press.outlet o where " + condition(query))
                .params(params(query))
                .query(Long.class)
                .single();
    }

    private static String condition(Query query) {
        return "true"
                + (query.words().isBlank()
                        ? ""
                        : " and (o.name ilike :words or exists (select from press.outlet_host h where h.outlet = o.id and h.host ilike :words))")
                + (query.tier() == null ? "" : " and o.tier = :tier")
                + (query.retired() == null ? "" : " and (o.retired_at is not null) = :retired");
    }

    private static Map<String, Object> params(Query query) {
        var params = new HashMap<String, Object>();
        if (!query.words().isBlank()) params.put("words", ReporterList.like(query.words()));
        if (query.tier() != null) params.put("tier", query.tier());
        if (query.retired() != null) params.put("retired", query.retired());
        return params;
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                List.of((String[]) row.getArray("hosts").getArray()),
                row.getString("contact"),
                row.getString("note"),
                row.getBoolean("retired"),
                row.getInt("reporters"));
    }
}
