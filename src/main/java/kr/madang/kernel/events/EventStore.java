package kr.madang.kernel.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the operator sees and does in the outbox; delivery itself is Spring Modulith's. */
@Repository
class EventStore {
    private static final Keyset<Letter> OLDEST = Keyset.<Letter>of("events")
            .ascending("p.publication_date", Instant.class, Letter::publishedAt)
            .ascending("p.id", UUID.class, Letter::id);
    private static final String SELECT = """
            select p.id, p.event_type, p.listener_id, p.publication_date, coalesce(p.status, 'PUBLISHED') as status,
                   coalesce(p.completion_attempts, 0) as attempts, p.last_resubmission_date, f.error, p.serialized_event
            from kernel.event_publication p left join kernel.event_failure f on f.publication = p.id
            where p.completion_date is null""";

    private final JdbcClient db;

    EventStore(JdbcClient db) {
        this.db = db;
    }

    /** Events older than {@code before} that have not arrived, oldest first. */
    Slice<Letter> page(Instant before, @Nullable String cursor, int size) {
        return OLDEST.slice(cursor, size, (where, tail, keys) -> db.sql(
                        SELECT + " and p.publication_date < :before and " + where + tail)
                .param("before", before)
                .params(keys)
                .query(EventStore::letter)
                .list());
    }

    Optional<Letter> find(UUID id) {
        return db.sql(SELECT + " and p.id = :id")
                .param("id", id)
                .query(EventStore::letter)
                .optional();
    }

    long countStuck() {
        return db.sql("""
                select count(*) from kernel.event_publication
                where completion_date is null and completion_attempts >= :attempts""").param("attempts", Letter.ATTEMPTS).query(Long.class).single();
    }

    boolean delete(UUID id) {
        db.sql("delete from kernel.event_failure where publication = :id")
                .param("id", id)
                .update();
        return db.sql("delete from kernel.event_publication where id = :id and completion_date is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes why the listener refused the event; several open copies of one event get the same note. */
    void failed(String listener, String serialized, Instant at, String error) {
        db.sql("""
                insert into kernel.event_failure (publication, at, error)
                select id, :at, :error from kernel.event_publication
                where listener_id = :listener and serialized_event = :event and completion_date is null
                on conflict (publication) do update set at = excluded.at, error = excluded.error""")
                .param("listener", listener)
                .param("event", serialized)
                .param("at", at)
                .param("error", error)
                .update();
    }

    /** Forgets what was delivered before, and notes whose event is gone. @return events forgotten */
    int forget(Instant before) {
        int gone = db.sql("delete from kernel.event_publication where completion_date < :before")
                .param("before", before)
                .update();
        db.sql("""
                delete from kernel.event_failure f where not exists (
                  select from kernel.event_publication p where p.id = f.publication and p.completion_date is null)""").update();
        return gone;
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        var type = row.getString("event_type");
        Timestamp retried = row.getTimestamp("last_resubmission_date");
        return new Letter(
                row.getObject("id", UUID.class),
                type.substring(type.lastIndexOf('.') + 1),
                row.getString("listener_id"),
                row.getTimestamp("publication_date").toInstant(),
                row.getString("status"),
                row.getInt("attempts"),
                retried == null ? null : retried.toInstant(),
                row.getString("error"),
                Mask.event(row.getString("serialized_event")));
    }
}
