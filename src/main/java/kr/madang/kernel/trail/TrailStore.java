package kr.madang.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the trail. */
@Repository
class TrailStore {
    static final String COLUMNS = "e.id, e.at, e.actor, e.login, e.room, e.act, e.subject, e.address, e.details::text";

    /** An entry as stored, with the hash it was written with. */
    record Stored(TrailEntry entry, byte[] mac) {}

    record Seal(long seq, UUID entry, byte[] chain) {}

    /** A seal and the entry it names; no entry when that was removed. */
    record Sealed(Seal seal, Optional<Stored> stored) {}

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Keyset<TrailEntry> NEWEST = Keyset.<TrailEntry>of("trail")
            .descending("e.at", Instant.class, TrailEntry::at)
            .descending("e.id", UUID.class, TrailEntry::id);

    private final JdbcClient db;

    TrailStore(JdbcClient db) {
        this.db = db;
    }

    void insert(TrailEntry entry, byte[] mac) {
        db.sql("""
                with entry as (
                  insert into kernel.trail_entry (id, at, actor, login, room, act, subject, address, details, mac)
                  values (:id, :at, :actor, :login, :room, :act, :subject, :address, :details::jsonb, :mac)
                  returning id)
                insert into kernel.trail_pending select id from entry""")
                .param("id", entry.id())
                .param("at", entry.at())
                .param("actor", entry.actor())
                .param("login", entry.login())
                .param("room", entry.room())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("address", entry.address())
                .param("details", entry.details())
                .param("mac", mac)
                .update();
    }

    void insertAll(List<Stored> all) {
        db.sql("""
                with entry as (
                  insert into kernel.trail_entry (id, at, actor, login, room, act, subject, address, details, mac)
                  select id, at::timestamptz, actor, login, room, act, subject, address, details::jsonb, mac
                  from unnest(:ids, :ats, :actors, :logins, :rooms, :acts, :subjects, :addresses, :details, :macs)
                    as e(id, at, actor, login, room, act, subject, address, details, mac)
                  returning id)
                insert into kernel.trail_pending select id from entry""")
                .param("ids", array(all, TrailEntry::id, UUID[]::new))
                .param("ats", array(all, e -> e.at().toString(), String[]::new))
                .param("actors", array(all, TrailEntry::actor, UUID[]::new))
                .param("logins", array(all, TrailEntry::login, String[]::new))
                .param("rooms", array(all, TrailEntry::room, String[]::new))
                .param("acts", array(all, TrailEntry::act, String[]::new))
                .param("subjects", array(all, TrailEntry::subject, String[]::new))
                .param("addresses", array(all, TrailEntry::address, String[]::new))
                .param("details", array(all, TrailEntry::details, String[]::new))
                .param("macs", all.stream().map(Stored::mac).toArray(byte[][]::new))
                .update();
    }

    private static <T> T[] array(List<Stored> all, Function<TrailEntry, T> field, IntFunction<T[]> kind) {
        return all.stream().map(stored -> field.apply(stored.entry())).toArray(kind);
    }

    /** One sealer in the whole office; false when another is at work. */
    boolean tryLock() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('kernel.trail'))")
                .query(Boolean.class)
                .single();
    }

    Optional<Seal> head() {
        return db.sql("select seq, entry, chain from kernel.trail_seal order by seq desc limit 1")
                .query(TrailStore::seal)
                .optional();
    }

    Optional<Seal> seal(long seq) {
        return db.sql("select seq, entry, chain from kernel.trail_seal where seq = :seq")
                .param("seq", seq)
                .query(TrailStore::seal)
                .optional();
    }

    /** Takes waiting entries, oldest first, out of the queue. They are looked up by their ids, however many entries there are by now. */
    List<Stored> take(int limit) {
        var taken = db.sql("""
                delete from kernel.trail_pending
                where entry = any(array(select entry from kernel.trail_pending order by entry limit :limit))
                returning entry""").param("limit", limit).query(UUID.class).list();
        if (taken.isEmpty()) return List.of();
        return db.sql("select %s, e.mac from kernel.trail_entry e where e.id = any(:ids) order by e.id"
                        .formatted(COLUMNS))
                .param("ids", taken.toArray(UUID[]::new))
                .query((row, n) -> stored(row))
                .list();
    }

    void insert(List<Seal> seals) {
        db.sql("insert into kernel.trail_seal (seq, entry, chain) select * from unnest(:seq, :entry, :chain)")
                .param("seq", seals.stream().mapToLong(Seal::seq).toArray())
                .param("entry", seals.stream().map(Seal::entry).toArray(UUID[]::new))
                .param("chain", seals.stream().map(Seal::chain).toArray(byte[][]::new))
                .update();
    }

    /** The chain from its beginning, as a stream to be closed. */
    Stream<Sealed> sealed() {
        return db
                .sql("""
                select %s, e.mac, s.seq, s.entry, s.chain
                from kernel.trail_seal s left join kernel.trail_entry e on e.id = s.entry order by s.seq""".formatted(COLUMNS))
                .withFetchSize(2_000)
                .query((row, n) -> new Sealed(
                        seal(row, n), row.getObject(1) == null ? Optional.empty() : Optional.of(stored(row))))
                .stream();
    }

    /** Entries the chain does not name (yet). */
    Stream<Stored> unsealed() {
        return db.sql("""
                select %s, e.mac from kernel.trail_entry e
                where not exists (select from kernel.trail_seal s where s.entry = e.id) order by e.id""".formatted(COLUMNS)).withFetchSize(2_000).query((row, n) -> stored(row)).stream();
    }

    /** Newest first. */
    Slice<TrailEntry> page(TrailFilter filter, @Nullable String cursor, int size) {
        var narrowing = narrowing(filter);
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql(select(narrowing) + " and " + where + tail)
                .params(narrowing)
                .params(keys)
                .query((row, n) -> entry(row))
                .list());
    }

    /** Newest first, as a stream to be closed. */
    Stream<TrailEntry> stream(TrailFilter filter, int limit) {
        var narrowing = narrowing(filter);
        return db
                .sql(select(narrowing) + " order by e.at desc, e.id desc limit " + limit)
                .params(narrowing)
                .withFetchSize(2_000)
                .query((row, n) -> entry(row))
                .stream();
    }

    private static String select(Map<String, Object> narrowing) {
        var where = new StringBuilder("select " + COLUMNS + " from kernel.trail_entry e where true");
        for (var name : narrowing.keySet())
            where.append(
                    switch (name) {
                        case "login" -> " and e.login = :login";
                        case "room" -> " and e.room = :room";
                        case "act" -> " and starts_with(e.act, :act)";
                        case "subject" -> " and starts_with(e.subject, :subject)";
                        case "from" -> " and e.at >= :from";
                        default -> " and e.at < :to";
                    });
        return where.toString();
    }

    private static Map<String, Object> narrowing(TrailFilter filter) {
        var narrowing = new LinkedHashMap<String, Object>();
        if (!filter.login().isEmpty()) narrowing.put("login", filter.login());
        if (!filter.room().isEmpty()) narrowing.put("room", filter.room());
        if (!filter.act().isEmpty()) narrowing.put("act", filter.act());
        if (!filter.subject().isEmpty()) narrowing.put("subject", filter.subject());
        if (filter.from() != null)
            narrowing.put("from", filter.from().atStartOfDay(SEOUL).toOffsetDateTime());
        if (filter.to() != null)
            narrowing.put("to", filter.to().plusDays(1).atStartOfDay(SEOUL).toOffsetDateTime());
        return narrowing;
    }

    private static Seal seal(ResultSet row, int n) throws SQLException {
        return new Seal(row.getLong("seq"), row.getObject("entry", UUID.class), row.getBytes("chain"));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(entry(row), row.getBytes("mac"));
    }

    static TrailEntry entry(ResultSet row) throws SQLException {
        Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
        return new TrailEntry(
                row.getObject(1, UUID.class),
                at,
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
