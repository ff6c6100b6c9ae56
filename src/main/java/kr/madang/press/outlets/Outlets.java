package kr.madang.press.outlets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.Tier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The book of outlets (매체 목록). */
@Component
public class Outlets {
    private static final int NAME = 60;
    private static final int CONTACT = 200;
    private static final int NOTE = 500;
    private static final int HOSTS = 20;
    private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,23}");
    private static final String SELECT = """
            select o.id, o.name, o.tier, o.retired_at is not null as retired,
                array(select h.host from press.outlet_host h where h.outlet = o.id order by h.host) as hosts
            from press.outlet o
            """;

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Outlets(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** By class and name; retired ones last. */
    public List<Outlet> all() {
        return db.sql(SELECT + "order by o.retired_at is not null, array_position(:tiers, o.tier), o.name")
                .param("tiers", Arrays.stream(Tier.values()).map(Tier::name).toArray(String[]::new))
                .query(Outlets::outlet)
                .list();
    }

    public Optional<Outlet> find(UUID id) {
        return db.sql(SELECT + "where o.id = :id")
                .param("id", id)
                .query(Outlets::outlet)
                .optional();
    }

    public Outlet get(UUID id) {
        return find(id).orElseThrow(() -> Refused.missing("press.outlet.missing"));
    }

    /**
     * What else the office knows of one.
     *
     * @param contact of its desk, which anybody may call; never a person
     */
    public record About(String contact, String note) {}

    public About about(UUID id) {
        return db.sql("select contact, note from press.outlet where id = :id")
                .param("id", id)
                .query(About.class)
                .optional()
                .orElseThrow(() -> Refused.missing("press.outlet.missing"));
    }

    /**
     * Adds one.
     *
     * @throws Refused conflict when one of that name, or with one of the hosts, is there already
     */
    @Transactional
    public Outlet add(Actor by, String name, Tier tier, List<String> hosts) {
        check(by, name, hosts);
        var at = now();
        var id = Id.next(at);
        try {
            db.sql("insert into press.outlet (id, name, tier, added_at) values (:id, :name, :tier, :at)")
                    .param("id", id)
                    .param("name", name.strip())
                    .param("tier", tier)
                    .param("at", at)
                    .update();
            hosts(id, hosts);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.outlet.taken", name.strip());
        }
        trail.record(by, "press", "outlet.added", "outlet:" + id, Map.of("name", name.strip(), "tier", tier));
        return get(id);
    }

    /** Changes one; what it published keeps pointing to it. */
    @Transactional
    public Outlet change(Actor by, UUID id, String name, Tier tier, List<String> hosts, About about) {
        check(by, name, hosts);
        if (about.contact().length() > CONTACT || about.contact().indexOf('\0') >= 0)
            throw Refused.invalid("press.outlet.contact", CONTACT);
        if (about.note().length() > NOTE || about.note().indexOf('\0') >= 0)
            throw Refused.invalid("press.outlet.note", NOTE);
        var before = get(id);
        try {
            db.sql(
                            "update press.outlet set name = :name, tier = :tier, contact = :contact, note = :note where id = :id")
                    .param("name", name.strip())
                    .param("tier", tier)
                    .param("contact", about.contact().strip())
                    .param("note", about.note().strip())
                    .param("id", id)
                    .update();
            db.sql("delete from press.outlet_host where outlet = :id")
                    .param("id", id)
                    .update();
            hosts(id, hosts);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.outlet.taken", name.strip());
        }
        trail.record(
                by,
                "press",
                "outlet.changed",
                "outlet:" + id,
                Map.of("before", before.name() + " " + before.tier(), "after", name.strip() + " " + tier));
        return get(id);
    }

    /** Nothing more is expected of it; or it is back. */
    @Transactional
    public void retire(Actor by, UUID id, boolean retired) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
        get(id);
        int changed = db.sql("""
                update press.outlet set retired_at = case when :retired then :at::timestamptz end
                where id = :id and (retired_at is null) = :retired""")
                .param("retired", retired)
                .param("at", now())
                .param("id", id)
                .update();
        if (changed == 1)
            trail.record(by, "press", retired ? "outlet.retired" : "outlet.returned", "outlet:" + id, Map.of());
    }

    private static void check(Actor by, String name, List<String> hosts) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
        if (name.isBlank() || name.strip().length() > NAME || name.indexOf('\0') >= 0)
            throw Refused.invalid("press.outlet.name", NAME);
        if (hosts.size() > HOSTS) throw Refused.invalid("press.outlet.hosts", HOSTS);
        for (var host : hosts)
            if (!HOST.matcher(plain(host)).matches()) throw Refused.invalid("press.outlet.host", host);
    }

    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }

    private void hosts(UUID id, List<String> hosts) {
        for (var host : hosts.stream().map(Outlets::plain).distinct().toList())
            db.sql("insert into press.outlet_host (host, outlet) values (:host, :outlet)")
                    .param("host", host)
                    .param("outlet", id)
                    .update();
    }

    private static Outlet outlet(ResultSet row, int n) throws SQLException {
        return new Outlet(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                List.of((String[]) row.getArray("hosts").getArray()),
                row.getBoolean("retired"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
