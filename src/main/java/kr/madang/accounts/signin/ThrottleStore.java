package kr.madang.accounts.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of counted failures. An attempt is counted before it is examined, so that a hundred at once are a hundred. */
@Repository
class ThrottleStore {
    private final JdbcClient db;

    ThrottleStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Counts an attempt as a failure until it proves otherwise. A last attempt in the future means that the clock was set back; then the
     * old wait says nothing.
     *
     * @return the failures so far, or nothing while attempts must wait
     */
    Optional<Integer> begin(Throttle kind, String key, Instant now) {
        return db.sql("""
                insert into accounts.throttle as t (kind, key, failures, last_at, blocked_until)
                values (:kind, :key, 1, :now, :now::timestamptz + make_interval(secs => (:waits::bigint[])[1]))
                on conflict (kind, key) do update set
                    failures = case when t.last_at < :forgotten then 1 else t.failures + 1 end,
                    last_at = :now,
                    blocked_until = :now::timestamptz + make_interval(secs => (:waits::bigint[])[
                        least(case when t.last_at < :forgotten then 1 else t.failures + 1 end, cardinality(:waits::bigint[]))])
                where t.blocked_until <= :now or t.last_at > :now::timestamptz + interval '1 minute'
                returning failures""")
                .param("kind", kind)
                .param("key", key)
                .param("now", now)
                .param("forgotten", now.minus(kind.forgotten()))
                .param("waits", kind.waits())
                .query(Integer.class)
                .optional();
    }

    Optional<Instant> blockedUntil(Throttle kind, String key) {
        return db.sql("select blocked_until from accounts.throttle where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<Integer> failures(Throttle kind, String key) {
        return db.sql("select failures from accounts.throttle where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .query(Integer.class)
                .optional();
    }

    int forgive(Throttle kind, String key) {
        return db.sql("delete from accounts.throttle where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .update();
    }

    /** Takes one failure back, no more: whoever owns an account must not wipe the slate of an address with it. */
    void refund(Throttle kind, String key, Instant now) {
        db.sql("""
                update accounts.throttle set failures = greatest(failures - 1, 0), blocked_until = :now
                where kind = :kind and key = :key""").param("kind", kind).param("key", key).param("now", now).update();
    }

    int forget(Instant before) {
        return db.sql("delete from accounts.throttle where last_at < :before and blocked_until < :before")
                .param("before", before)
                .update();
    }
}
