package kr.madang.notices.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.notices.sends.Calendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what keys do (연계 한도), in the database, so that all nodes count together: calls in each minute of the clock and messages in
 * each month.
 */
@Component
public class Quotas {
    /** What is left of this minute. @param left calls; -1 when there were none left for this one @param reset until it begins anew */
    public record Minute(int limit, int left, Duration reset) {
        public boolean over() {
            return left < 0;
        }

        public long seconds() {
            return Math.max(1, (reset.toMillis() + 999) / 1_000);
        }
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Clock clock;

    Quotas(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Counts a call, by itself, so that a refusal does not give it back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Minute call(ApiKey key) {
        var now = clock.instant();
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var used = db.sql("""
                insert into notices.api_minute as m (key, minute, used) values (:key, :minute, 1)
                on conflict (key, minute) do update set used = m.used + 1 where m.used < :limit returning used""")
                .param("key", key.id())
                .param("minute", minute)
                .param("limit", key.perMinute())
                .query(Integer.class)
                .optional();
        var reset = Duration.between(now, minute.plus(MINUTE));
        return new Minute(key.perMinute(), used.map(n -> key.perMinute() - n).orElse(-1), reset);
    }

    /** Counts messages in the transaction that posts them. @throws Refused too many when the month has no room for all of them */
    @Transactional(propagation = Propagation.MANDATORY)
    public void month(ApiKey key, int messages) {
        var month = month();
        Optional<Integer> used = messages > key.perMonth()
                ? Optional.empty()
                : db.sql("""
                        insert into notices.api_month as m (key, month, used) values (:key, :month, :n)
                        on conflict (key, month) do update set used = m.used + :n where m.used + :n <= :limit
                        returning used""")
                        .param("key", key.id())
                        .param("month", month)
                        .param("n", messages)
                        .param("limit", key.perMonth())
                        .query(Integer.class)
                        .optional();
        if (used.isEmpty()) throw new Refused(Refused.Reason.TOO_MANY, "notices.api.month", key.perMonth());
    }

    /** How many messages this month has had. */
    public int used(UUID key) {
        return db.sql("select used from notices.api_month where key = :key and month = :month")
                .param("key", key)
                .param("month", month())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), Calendar.SEOUL).withDayOfMonth(1);
    }

    /** Until the next month begins. */
    public Duration untilNextMonth() {
        var next = month().plusMonths(1).atStartOfDay(Calendar.SEOUL).toInstant();
        return Duration.between(clock.instant(), next);
    }

    int forget(Instant before) {
        return db.sql("delete from notices.api_minute where minute < :before")
                .param("before", before)
                .update();
    }
}
