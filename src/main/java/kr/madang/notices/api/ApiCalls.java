package kr.madang.notices.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.sql.Keyset;
import kr.madang.kernel.sql.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of every call (연계 접속기록): which key, when, what for and how it ended; no address of a person stands in it. */
@Component
public class ApiCalls {
    /** @param messages how many it wrote down */
    public record Call(UUID id, Instant at, String method, String path, int status, int millis, int messages) {}

    private static final Keyset<Call> NEWEST = Keyset.<Call>of("calls").descending("c.id", UUID.class, Call::id);
    private static final int LONGEST = 200;

    private final JdbcClient db;
    private final Clock clock;

    ApiCalls(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param path without its query, in which a caller may have written anything */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(UUID key, String method, String path, int status, Duration took, int messages) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.sql("""
                insert into notices.api_call (id, key, at, method, path, status, millis, messages)
                values (:id, :key, :at, :method, :path, :status, :millis, :messages)""")
                .param("id", Id.next(now))
                .param("key", key)
                .param("at", now)
                .param("method", method)
                .param("path", path.length() > LONGEST ? path.substring(0, LONGEST) : path)
                .param("status", status)
                .param("millis", (int) Math.min(took.toMillis(), Integer.MAX_VALUE))
                .param("messages", messages)
                .update();
    }

    public Slice<Call> page(UUID key, @Nullable String cursor, int size) {
        return NEWEST.slice(cursor, size, (where, tail, keys) -> db.sql("""
                        select id, at, method, path, status, millis, messages from notices.api_call c
                        where c.key = :key and\s""" + where + tail)
                .param("key", key)
                .params(keys)
                .query((row, n) -> new Call(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("method"),
                        row.getString("path"),
                        row.getInt("status"),
                        row.getInt("millis"),
                        row.getInt("messages")))
                .list());
    }

    int forget(Instant before) {
        return db.sql("delete from notices.api_call where at < :before")
                .param("before", before)
                .update();
    }
}
