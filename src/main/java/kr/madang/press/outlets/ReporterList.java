package kr.madang.press.outlets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds reporters (기자 찾기); nobody's address is opened for it. */
@Repository
public class ReporterList {
    /** In what order. */
    public enum Sort {
        NAME(Keyset.<Reporter>of("press.reporters.name")
                .ascending("r.name", String.class, Reporter::name)
                .ascending("r.id", UUID.class, Reporter::id)),
        OUTLET(Keyset.<Reporter>of("press.reporters.outlet")
                .ascending("o.name", String.class, Reporter::outletName)
                .ascending("r.name", String.class, Reporter::name)
                .ascending("r.id", UUID.class, Reporter::id)),
        NEWEST(Keyset.<Reporter>of("press.reporters.newest")
                .descending("r.added_at", Instant.class, Reporter::addedAt)
                .descending("r.id", UUID.class, Reporter::id));

        private final Keyset<Reporter> keys;

        Sort(Keyset<Reporter> keys) {
            this.keys = keys;
        }

        public String code() {
            return "press.reporters.sort." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Which of them. */
    public enum State {
        ALL("true"),
        REACHABLE("r.retired_at is null and r.bounced_at is null and r.mail_key is not null and c.id is not null"),
        NO_CONSENT("r.retired_at is null and c.id is null"),
        BOUNCED("r.retired_at is null and r.bounced_at is not null"),
        RETIRED("r.retired_at is not null");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }

        public String code() {
            return "press.reporters.state." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param words part of a name, beat or outlet; empty for all */
    public record Query(
            String words, @Nullable Tier tier, @Nullable UUID outlet, State state) {}

    static final String FROM = """
            from press.reporter r join press.outlet o on o.id = r.outlet
            left join press.reporter_consent c on c.reporter = r.id and c.withdrawn_at is null
            """;

    static final String SELECT = """
            select r.id, r.name, r.outlet, o.name as outlet_name, o.tier, r.title, r.beats, r.note, r.mail_masked, r.phone_masked,
                case when c.id is not null then 'GIVEN'
                    when exists (select from press.reporter_consent w where w.reporter = r.id) then 'WITHDRAWN' else 'NONE' end as standing,
                r.bounced_at, r.bounced_why, r.added_at, r.retired_at is not null as retired, r.erased_at is not null as erased
            """ + FROM;

    private final JdbcClient db;

    ReporterList(JdbcClient db) {
        this.db = db;
    }

    public Slice<Reporter> page(Query query, Sort sort, @Nullable String cursor, int size) {
        return sort.keys.slice(cursor, size, (where, tail, keys) -> db.sql(
                        SELECT + "where " + condition(query) + " and " + where + tail)
                .params(params(query))
                .params(keys)
                .query(ReporterList::reporter)
                .list());
    }

    public long count(Query query) {
        return db.sql("select count(*) " + FROM + "where " + condition(query))
                .params(params(query))
                .query(Long.class)
                .single();
    }

    Optional<Reporter> find(UUID id) {
        return db.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(ReporterList::reporter)
                .optional();
    }

    List<Reporter> find(Set<UUID> ids) {
        return db.sql(SELECT + "where r.id = any(:ids) order by r.name, r.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ReporterList::reporter)
                .list();
    }

    /** Everybody a rule takes in, reachable or not; an empty part of the rule asks nothing. */
    List<Reporter> matching(Wanted wanted) {
        return db.sql(SELECT + """
                        where r.erased_at is null and not r.id = any(:without) and (r.id = any(:also) or (:rule
                            and (cardinality(:tiers::text[]) = 0 or o.tier = any(:tiers))
                            and (cardinality(:beats::text[]) = 0 or r.beats && :beats::text[])
                            and (cardinality(:outlets::uuid[]) = 0 or r.outlet = any(:outlets))))
                        order by o.name, r.name, r.id""")
                .param("without", wanted.without().toArray(UUID[]::new))
                .param("also", wanted.also().toArray(UUID[]::new))
                .param("rule", wanted.rule())
                .param("tiers", wanted.tiers().stream().map(Tier::name).toArray(String[]::new))
                .param("beats", wanted.beats().toArray(String[]::new))
                .param("outlets", wanted.outlets().toArray(UUID[]::new))
                .query(ReporterList::reporter)
                .list();
    }

    /** All beats anybody has, for choosing. */
    public List<String> beats() {
        return db.sql("select distinct b from press.reporter r, unnest(r.beats) b where r.erased_at is null order by b")
                .query(String.class)
                .list();
    }

    private static String condition(Query query) {
        return query.state().condition
                + (query.words().isBlank()
                        ? ""
                        : " and (r.name ilike :words or o.name ilike :words or exists (select from unnest(r.beats) b where b ilike :words))")
                + (query.tier() == null ? "" : " and o.tier = :tier")
                + (query.outlet() == null ? "" : " and r.outlet = :outlet");
    }

    private static Map<String, Object> params(Query query) {
        var params = new HashMap<String, Object>();
        if (!query.words().isBlank()) params.put("words", like(query.words()));
        if (query.tier() != null) params.put("tier", query.tier());
        if (query.outlet() != null) params.put("outlet", query.outlet());
        return params;
    }

    /** Finds the words themselves: signs of the pattern language mean nothing in them. */
    static String like(String words) {
        return "%" + words.strip().replace("\0", "").replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Reporter reporter(ResultSet row, int n) throws SQLException {
        var bounced = row.getObject("bounced_at", OffsetDateTime.class);
        return new Reporter(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("outlet", UUID.class),
                row.getString("outlet_name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("title"),
                List.of((String[]) row.getArray("beats").getArray()),
                row.getString("note"),
                row.getString("mail_masked"),
                row.getString("phone_masked"),
                Reporter.Standing.valueOf(row.getString("standing")),
                bounced == null ? null : bounced.toInstant(),
                row.getString("bounced_why"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("retired"),
                row.getBoolean("erased"));
    }
}
