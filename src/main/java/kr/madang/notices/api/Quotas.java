package kr.madang.notices.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.notices.sends.Calendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what keys do (연계 한도), in the database, so that all nodes count together: calls within the last sixty seconds and messages in
 * each month.
 */
@Component
public class Quotas {
    /** What is left of a minute. @param left calls; -1 when there were none left for this one @param reset until there are more */
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

    /** @param oldest when the oldest of them was, as far as that is known */
    private record Counted(int used, Instant oldest) {}

    /** Counts a call, by itself, so that a refusal does not give it back. In any sixty seconds no more pass than the key may. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
    public Minute call(ApiKey key) {
        // one call of a key after the other: a sum that somebody else just adds to is none
        db.sql("select id from notices.api_key where id = :key for no key update")
                .param("key", key.id())
                .query(UUID.class)
                .single();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var counted = counted(key, now);
        boolean over = counted.used() >= key.perMinute();
        if (!over) count(key, now);
        return new Minute(
                key.perMinute(),
                over ? -1 : key.perMinute() - counted.used() - 1,
                Duration.between(now, counted.oldest().plus(MINUTE)));
    }

    /** What is over a minute old is forgotten, and what a clock that went wrong wrote into days to come. */
    private Counted counted(ApiKey key, Instant now) {
        db.sql("delete from notices.api_second where key = :key and (last <= :since or last > :until)")
                .param("key", key.id())
                .param("since", now.minus(MINUTE))
                .param("until", now.plus(MINUTE))
                .update();
        return db.sql("""
                select coalesce(sum(used), 0) as used, coalesce(min(last), :now) as oldest
                from notices.api_second where key = :key""")
                .param("key", key.id())
                .param("now", now)
                .query((row, n) -> new Counted(
                        row.getInt("used"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .single();
    }

    private void count(ApiKey key, Instant now) {
        db.sql("""
                insert into notices.api_second as s (key, second, used, last) values (:key, :second, 1, :now)
                on conflict (key, second) do update set used = s.used + 1, last = greatest(s.last, :now)""")
                .param("key", key.id())
                .param("second", now.truncatedTo(ChronoUnit.SECONDS))
                .param("now", now)
                .update();
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
}
