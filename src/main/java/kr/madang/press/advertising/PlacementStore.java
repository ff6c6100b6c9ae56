package kr.madang.press.advertising;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Won;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of placements; sums are counted over the same rows as the list. */
@Repository
public class PlacementStore {
    public enum Sort {
        NEWEST(Keyset.<Placement>of("press.placements.newest")
                .descending("p.day", LocalDate.class, Placement::day)
                .descending("p.id", UUID.class, Placement::id)),
        FEE(Keyset.<Placement>of("press.placements.fee")
                .descending("p.fee", Long.class, p -> p.fee().amount())
                .descending("p.id", UUID.class, Placement::id)),
        OUTLET(Keyset.<Placement>of("press.placements.outlet")
                .ascending("o.name", String.class, Placement::outletName)
                .ascending("p.id", UUID.class, Placement::id));

        private final Keyset<Placement> keys;

        Sort(Keyset<Placement> keys) {
            this.keys = keys;
        }

        public String code() {
            return "press.placement.sort." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Null and empty for everything. */
    public record Query(
            String words,
            @Nullable UUID outlet,
            Placement.@Nullable Kind kind,
            Placement.@Nullable State state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param name of an outlet, or a month such as {@code 2023-05} */
    public record Sum(String name, long count, Won fee) {}

    public record Step(Placement.State state, Instant at, String by, String why) {}

    private static final String FROM = "from press.placement p join press.outlet o on o.id = p.outlet where ";
    private static final String SELECT = """
            select p.id, p.outlet, o.name as outlet_name, p.kind, p.title, p.size, p.day, p.fee, p.line, p.line_name, p.state,
                p.proof, p.proof_name, p.note\s""" + FROM;

    private final JdbcClient db;

    PlacementStore(JdbcClient db) {
        this.db = db;
    }

    public Slice<Placement> page(Query query, Sort sort, @Nullable String cursor, int size) {
        return sort.keys.slice(
                cursor, size, (where, tail, keys) -> db.sql(SELECT + condition(query) + " and " + where + tail)
                        .params(params(query))
                        .params(keys)
                        .query(PlacementStore::placement)
                        .list());
    }

    /** What the whole list comes to; what was cancelled costs nothing. */
    public Sum total(Query query) {
        return sums("select '' as name, ", query, "").getFirst();
    }

    public List<Sum> byMonth(Query query) {
        return sums("select to_char(p.day, 'YYYY-MM') as name, ", query, " group by 1 order by 1");
    }

    public List<Sum> byOutlet(Query query) {
        return sums("select o.name as name, ", query, " group by 1 order by fee desc, 1");
    }

    private List<Sum> sums(String select, Query query, String tail) {
        return db.sql(select
                        + "count(*) as count, coalesce(sum(p.fee) filter (where p.state <> 'CANCELLED'), 0)::bigint as fee "
                        + FROM + condition(query) + tail)
                .params(params(query))
                .query((row, n) -> new Sum(row.getString("name"), row.getLong("count"), new Won(row.getLong("fee"))))
                .list();
    }

    private static String condition(Query query) {
        return "true"
                + (query.words().isBlank() ? "" : " and (p.title ilike :words or p.note ilike :words)")
                + (query.outlet() == null ? "" : " and p.outlet = :outlet")
                + (query.kind() == null ? "" : " and p.kind = :kind")
                + (query.state() == null ? "" : " and p.state = :state")
                + (query.from() == null ? "" : " and p.day >= :from")
                + (query.to() == null ? "" : " and p.day <= :to");
    }

    private static Map<String, Object> params(Query query) {
        var params = new HashMap<String, Object>();
        if (!query.words().isBlank())
            params.put("words", "%" + query.words().strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%");
        if (query.outlet() != null) params.put("outlet", query.outlet());
        if (query.kind() != null) params.put("kind", query.kind());
        if (query.state() != null) params.put("state", query.state());
        if (query.from() != null) params.put("from", query.from());
        if (query.to() != null) params.put("to", query.to());
        return params;
    }

    Optional<Placement> find(UUID id) {
        return db.sql(SELECT + "p.id = :id")
                .param("id", id)
                .query(PlacementStore::placement)
                .optional();
    }

    /** Its row until the transaction ends. */
    void hold(UUID id) {
        db.sql("select id from press.placement where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
    }

    void write(Placement p, String by, Instant at) {
        db.sql("""
                insert into press.placement (id, outlet, kind, title, size, day, fee, line, line_name, state, note, added_at, added_by)
                values (:id, :outlet, :kind, :title, :size, :day, :fee, :line, :lineName, :state, :note, :at, :by)
                on conflict (id) do update set outlet = :outlet, kind = :kind, title = :title, size = :size, day = :day, fee = :fee,
                    line = :line, line_name = :lineName, note = :note""")
                .param("id", p.id())
                .param("outlet", p.outlet())
                .param("kind", p.kind())
                .param("title", p.title())
                .param("size", p.size())
                .param("day", p.day())
                .param("fee", p.fee().amount())
                .param("line", p.line())
                .param("lineName", p.lineName())
                .param("state", p.state())
                .param("note", p.note())
                .param("at", at)
                .param("by", by)
                .update();
    }

    void proof(UUID id, UUID file, String name) {
        db.sql("update press.placement set proof = :file, proof_name = :name where id = :id")
                .param("file", file)
                .param("name", name)
                .param("id", id)
                .update();
    }

    void step(UUID id, Placement.State state, String by, Instant at, String why) {
        db.sql("update press.placement set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
        db.sql("""
                insert into press.placement_step (placement, number, state, at, by, why)
                select :id, count(*) + 1, :state, :at, :by, :why from press.placement_step where placement = :id""")
                .param("id", id)
                .param("state", state)
                .param("at", at)
                .param("by", by)
                .param("why", why)
                .update();
    }

    /** Oldest first. */
    public List<Step> steps(UUID id) {
        return db.sql("select state, at, by, why from press.placement_step where placement = :id order by number")
                .param("id", id)
                .query(Step.class)
                .list();
    }

    private static Placement placement(ResultSet row, int n) throws SQLException {
        return new Placement(
                row.getObject("id", UUID.class),
                row.getObject("outlet", UUID.class),
                row.getString("outlet_name"),
                Placement.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("size"),
                row.getObject("day", LocalDate.class),
                new Won(row.getLong("fee")),
                row.getObject("line", UUID.class),
                row.getString("line_name"),
                Placement.State.valueOf(row.getString("state")),
                row.getObject("proof", UUID.class),
                row.getString("proof_name"),
                row.getString("note"));
    }
}
