package kr.madang.press.outlets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saved lists of whom releases go to (배포 명단): by class, beat and outlet, and by hand. Who is in one is found anew whenever it is used. */
@Component
public class Mailings {
    private static final int NAME = 40;

    /** @param rule whether anything of it is a rule; otherwise only who was put in by hand is in it */
    public record Mailing(UUID id, String name, Set<Tier> tiers, Set<String> beats, Set<UUID> outlets) {
        public boolean rule() {
            return !tiers.isEmpty() || !beats.isEmpty() || !outlets.isEmpty();
        }
    }

    private final JdbcClient db;
    private final Reporters reporters;
    private final Trail trail;
    private final Clock clock;

    Mailings(JdbcClient db, Reporters reporters, Trail trail, Clock clock) {
        this.db = db;
        this.reporters = reporters;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Mailing> all() {
        return db.sql("select id, name, tiers, beats, outlets from press.mailing order by name")
                .query(Mailings::mailing)
                .list();
    }

    public Mailing get(UUID id) {
        return db.sql("select id, name, tiers, beats, outlets from press.mailing where id = :id")
                .param("id", id)
                .query(Mailings::mailing)
                .optional()
                .orElseThrow(() -> Refused.missing("press.mailing.missing"));
    }

    private static Mailing mailing(ResultSet row, int n) throws SQLException {
        return new Mailing(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("tiers").getArray())
                        .map(Tier::valueOf)
                        .collect(Collectors.toSet()),
                Set.of((String[]) row.getArray("beats").getArray()),
                Set.of((UUID[]) row.getArray("outlets").getArray()));
    }

    /** The rule of a list as whom it wants. */
    public Wanted wanted(UUID id) {
        var mailing = get(id);
        var also = new HashSet<UUID>();
        var without = new HashSet<UUID>();
        db.sql("select reporter, included from press.mailing_hand where mailing = :id")
                .param("id", id)
                .query(row -> {
                    (row.getBoolean("included") ? also : without).add(row.getObject("reporter", UUID.class));
                });
        return new Wanted(mailing.rule(), mailing.tiers(), mailing.beats(), mailing.outlets(), also, without);
    }

    /** Who may be written to now. */
    public List<Reached> reachable(UUID id) {
        return reporters.reachable(wanted(id));
    }

    /** @param id null for a new one */
    @Transactional
    public Mailing save(
            Actor by, @Nullable UUID id, String name, Set<Tier> tiers, Set<String> beats, Set<UUID> outlets) {
        mayWork(by);
        var called = name.strip();
        if (called.isEmpty() || called.length() > NAME || called.indexOf('\0') >= 0)
            throw Refused.invalid("press.mailing.name", NAME);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var which = id == null ? Id.next(at) : get(id).id();
        try {
            write(by, which, called, tiers, beats, outlets, at);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("press.mailing.taken", called);
        }
        trail.record(by, "press", "mailing.saved", "mailing:" + which, Map.of("name", called));
        return get(which);
    }

    private void write(
            Actor by, UUID id, String name, Set<Tier> tiers, Set<String> beats, Set<UUID> outlets, Instant at) {
        db.sql("""
                insert into press.mailing (id, name, tiers, beats, outlets, changed_at, changed_by)
                values (:id, :name, :tiers, :beats, :outlets, :at, :by)
                on conflict (id) do update set name = :name, tiers = :tiers, beats = :beats, outlets = :outlets, changed_at = :at, changed_by = :by""")
                .param("id", id)
                .param("name", name)
                .param("tiers", tiers.stream().map(Tier::name).sorted().toArray(String[]::new))
                .param("beats", beats.stream().sorted().toArray(String[]::new))
                .param("outlets", outlets.stream().sorted().toArray(UUID[]::new))
                .param("at", at)
                .param("by", by.login())
                .update();
    }

    /** Puts somebody in or leaves him out by hand. @param included null to let the rule decide again */
    @Transactional
    public void hand(Actor by, UUID id, UUID reporter, @Nullable Boolean included) {
        mayWork(by);
        get(id);
        reporters.get(reporter);
        db.sql("delete from press.mailing_hand where mailing = :id and reporter = :reporter")
                .param("id", id)
                .param("reporter", reporter)
                .update();
        if (included != null)
            db.sql(
                            "insert into press.mailing_hand (mailing, reporter, included) values (:id, :reporter, :included) on conflict (mailing, reporter) do update set included = :included")
                    .param("id", id)
                    .param("reporter", reporter)
                    .param("included", included)
                    .update();
        trail.record(
                by,
                "press",
                "mailing.hand",
                "mailing:" + id,
                Map.of("reporter", reporter, "included", included == null ? "rule" : included.toString()));
    }

    @Transactional
    public void delete(Actor by, UUID id) {
        mayWork(by);
        var mailing = get(id);
        db.sql("delete from press.mailing where id = :id").param("id", id).update();
        trail.record(by, "press", "mailing.deleted", "mailing:" + id, Map.of("name", mailing.name()));
    }

    private static void mayWork(Actor by) {
        if (!by.may("press", Level.WORK)) throw new Refused(Refused.Reason.FORBIDDEN, "press.forbidden");
    }
}
