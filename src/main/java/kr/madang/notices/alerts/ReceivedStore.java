package kr.madang.notices.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of alerts of other systems. */
@Repository
class ReceivedStore {
    private static final Keyset<Received> NEWEST = Keyset.<Received>of("received")
            .descending("received_at", Instant.class, Received::receivedAt)
            .descending("id", UUID.class, Received::id);

    private final JdbcClient db;

    ReceivedStore(JdbcClient db) {
        this.db = db;
    }

    /** Whoever brings the same message at the same moment waits until the transaction is over. */
    void lock(String sender, String identifier) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "cap " + sender + " " + identifier)
                .query(row -> {});
    }

    void insert(Received received, byte[] document) {
        db.sql("""
                insert into notices.cap_received (id, source, sender, identifier, sent_at, status, type, scope, headline, refers,
                    document, received_at, fate, alert)
                values (:id, :source, :sender, :identifier, :sent, :status, :type, :scope, :headline, :refers,
                    :document, :at, :fate, :alert)""")
                .param("id", received.id())
                .param("source", received.source())
                .param("sender", received.sender())
                .param("identifier", received.identifier())
                .param("sent", received.sentAt())
                .param("status", received.status())
                .param("type", received.type())
                .param("scope", received.scope())
                .param("headline", received.headline())
                .param("refers", received.refers().toArray(String[]::new))
                .param("document", document)
                .param("at", received.receivedAt())
                .param("fate", received.fate())
                .param("alert", received.alert())
                .update();
    }

    Slice<Received> page(@Nullable String cursor, int size) {
        return NEWEST.slice(
                cursor, size, (where, tail, keys) -> db.sql("select * from notices.cap_received where " + where + tail)
                        .params(keys)
                        .query(ReceivedStore::received)
                        .list());
    }

    long count() {
        return db.sql("select count(*) from notices.cap_received")
                .query(Long.class)
                .single();
    }

    /** What came later and speaks of the message the alert was drafted from. */
    List<Received> about(UUID alert) {
        return db.sql("""
                select l.* from notices.cap_received e join notices.cap_received l
                    on l.refers @> array[e.identifier] and l.sender = e.sender
                where e.alert = :alert order by l.received_at""").param("alert", alert).query(ReceivedStore::received).list();
    }

    Optional<Received> of(UUID alert) {
        return db.sql("select * from notices.cap_received where alert = :alert")
                .param("alert", alert)
                .query(ReceivedStore::received)
                .optional();
    }

    /** As it came. */
    Optional<byte[]> document(UUID id) {
        return db.sql("select document from notices.cap_received where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<Received> find(String sender, String identifier) {
        return db.sql("select * from notices.cap_received where sender = :sender and identifier = :identifier")
                .param("sender", sender)
                .param("identifier", identifier)
                .query(ReceivedStore::received)
                .optional();
    }

    private static Received received(ResultSet row, int n) throws SQLException {
        return new Received(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("sender"),
                row.getString("identifier"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                row.getString("type"),
                row.getString("scope"),
                row.getString("headline"),
                List.of((String[]) row.getArray("refers").getArray()),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Received.Fate.valueOf(row.getString("fate")),
                row.getObject("alert", UUID.class));
    }
}
