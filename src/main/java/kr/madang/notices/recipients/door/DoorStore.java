package kr.madang.notices.recipients.door;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kr.madang.notices.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of one-time codes. */
@Repository
class DoorStore {
    record Row(
            UUID id,
            Errand errand,
            Channel channel,
            String sealed,
            String hash,
            String wish,
            Instant expiresAt,
            int attempts,
            boolean used) {}

    private final JdbcClient db;

    DoorStore(JdbcClient db) {
        this.db = db;
    }

    /** One asking after the other, so that limits are kept to the letter. */
    void lock(String client, String finder) {
        db.sql("select pg_advisory_xact_lock(hashtext('notices.client:' || :client))")
                .param("client", client)
                .query()
                .listOfRows();
        db.sql("select pg_advisory_xact_lock(hashtext('notices.finder:' || :finder))")
                .param("finder", finder)
                .query()
                .listOfRows();
    }

    int askedFor(String finder, Instant since) {
        return db.sql("select count(*) from notices.door_code where finder = :finder and made_at > :since")
                .param("finder", finder)
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    int askedBy(String client, Instant since) {
        return db.sql("select count(*) from notices.door_code where client = :client and made_at > :since")
                .param("client", client)
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    void insert(Row row, String finder, String client, Instant at) {
        db.sql("""
                insert into notices.door_code (id, errand, channel, sealed, finder, hash, wish, client, made_at, expires_at)
                values (:id, :errand, :channel, :sealed, :finder, :hash, :wish::jsonb, :client, :at, :expires)""")
                .param("id", row.id())
                .param("errand", row.errand())
                .param("channel", row.channel())
                .param("sealed", row.sealed())
                .param("finder", finder)
                .param("hash", row.hash())
                .param("wish", row.wish())
                .param("client", client)
                .param("at", at)
                .param("expires", row.expiresAt())
                .update();
    }

    Optional<Row> find(UUID id) {
        return db.sql("select * from notices.door_code where id = :id")
                .param("id", id)
                .query((row, n) -> new Row(
                        id,
                        Errand.valueOf(row.getString("errand")),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("sealed"),
                        row.getString("hash"),
                        row.getString("wish"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        row.getObject("used_at") != null))
                .optional();
    }

    /** Counts an attempt. @return false when there is none left */
    boolean attempt(UUID id, int most, Instant now) {
        return db.sql("""
                        update notices.door_code set attempts = attempts + 1
                        where id = :id and attempts < :most and used_at is null and expires_at > :now""").param("id", id).param("most", most).param("now", now).update() == 1;
    }

    /** Uses a code up. @return false when somebody was faster */
    boolean use(UUID id, Instant now) {
        return db.sql("update notices.door_code set used_at = :now where id = :id and used_at is null")
                        .param("id", id)
                        .param("now", now)
                        .update()
                == 1;
    }

    // ------------------------------------------------------------------ browsers

    int knocked(String client, Instant since) {
        return db.sql("select count(*) from notices.browser_knock where client = :client and at > :since")
                .param("client", client)
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    void knock(String client, Instant at) {
        db.sql("insert into notices.browser_knock (client, at) values (:client, :at)")
                .param("client", client)
                .param("at", at)
                .update();
    }

    int forgetKnocks(Instant before) {
        return db.sql("delete from notices.browser_knock where at < :before")
                .param("before", before)
                .update();
    }

    int forget(Instant before) {
        return db.sql("delete from notices.door_code where made_at < :before")
                .param("before", before)
                .update();
    }
}
