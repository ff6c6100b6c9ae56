package kr.madang.notices.singles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of messages to one person on their way into the ledger and out of it. */
@Repository
class SingleStore {
    /** One that waits for the ledger. */
    record Waiting(UUID id, Use use, Channel channel) {}

    /** One of a lease. @param sealed null once it was erased */
    record Row(UUID id, Use use, @Nullable String sealed, Instant madeAt) {}

    /** Which run is for what. */
    record RunOf(int send, Use use, Channel channel) {}

    /** What is known of a single last. */
    static final String LAST = """
            left join lateral (
                select o.state, o.at, o.code from notices.outcome o
                where o.send = s.send and o.row = s.row order by o.attempt desc, o.stage desc limit 1) o on true
            """;

    private final JdbcClient db;

    SingleStore(JdbcClient db) {
        this.db = db;
    }

    void insert(UUID id, Single single, String sealed, String masked, String ending, Actor by, Instant at) {
        db.sql("""
                insert into notices.single (id, use, channel, sealed, masked, ending, by_id, by_name, reference, made_at)
                values (:id, :use, :channel, :sealed, :masked, :ending, :by, :name, :reference, :at)""")
                .param("id", id)
                .param("use", single.use())
                .param("channel", single.channel())
                .param("sealed", sealed)
                .param("masked", masked)
                .param("ending", ending)
                .param("by", by.id())
                .param("name", by.name())
                .param("reference", single.reference())
                .param("at", at)
                .update();
    }

    Map<UUID, Standing> standing(Collection<UUID> ids) {
        return db
                .sql(
                        "select s.id, coalesce(o.state, 0) as state, o.at, coalesce(o.code, '') as code from notices.single s\n"
                                + LAST
                                + "where s.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), standing(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(State.of(row.getInt("state")), instant(row, "at"), row.getString("code"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    // ------------------------------------------------------------------ into the ledger

    /** The oldest that wait, for whoever asks first. */
    List<Waiting> waiting(int limit) {
        return db.sql("""
                select id, use, channel from notices.single where row is null order by id limit :limit
                for update skip locked""").param("limit", limit).query(Waiting.class).list();
    }

    Optional<Integer> run(Use use, Channel channel, LocalDate day) {
        return db.sql("select send from notices.single_run where use = :use and channel = :channel and day = :day")
                .param("use", use)
                .param("channel", channel)
                .param("day", day)
                .query(Integer.class)
                .optional();
    }

    /** @return empty when somebody else has just made it */
    Optional<Integer> makeRun(Use use, Channel channel, LocalDate day) {
        return db.sql("""
                insert into notices.single_run (use, channel, day) values (:use, :channel, :day)
                on conflict do nothing returning send""")
                .param("use", use)
                .param("channel", channel)
                .param("day", day)
                .query(Integer.class)
                .optional();
    }

    Optional<RunOf> runOf(int send) {
        return db.sql("select send, use, channel from notices.single_run where send = :send")
                .param("send", send)
                .query(RunOf.class)
                .optional();
    }

    /** The singles stand in the rows from {@code first} on, in this order. */
    void placed(int send, int first, List<UUID> ids) {
        db.sql("""
                update notices.single s set send = :send, row = :first + t.n - 1
                from unnest(:ids::uuid[]) with ordinality as t(id, n) where s.id = t.id""")
                .param("send", send)
                .param("first", first)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    // ------------------------------------------------------------------ out of it

    List<Row> rows(Collection<UUID> ids) {
        return db.sql("select id, use, sealed, made_at from notices.single where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(SingleStore::row)
                .list();
    }

    /** Codes that are not erased yet, the newest first. */
    List<Row> newestCodes(int limit) {
        return db.sql("""
                select id, use, sealed, made_at from notices.single where use = 'CODE' and sealed is not null
                order by made_at desc, id desc limit :limit""").param("limit", limit).query(SingleStore::row).list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Use.valueOf(row.getString("use")),
                row.getString("sealed"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
