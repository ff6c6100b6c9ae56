package kr.madang.notices.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.madang.notices.sends.Calendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far running sends are, point by point (발송 진행): for their rate, the time they still need, and their curve. */
@Component
public class Progress {
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration RECENT = Duration.ofSeconds(30);

    /** @param told messages of which something is known */
    public record Point(Instant at, int told) {}

    /** @param perSecond over the last half minute; 0 when nothing moves */
    public record Rate(double perSecond) {
        /** How long the rest takes at this rate; zero when nobody can say. */
        public Duration left(int remaining) {
            return perSecond < 0.01 ? Duration.ZERO : Duration.ofSeconds(Math.round(remaining / perSecond));
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    private volatile Instant noted = Instant.EPOCH;

    Progress(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Notes where the running sends are, and where those ended that have just ended; what grows has no end to be near to. Called often;
     * does so every two seconds.
     */
    void note() {
        var now = clock.instant();
        if (Duration.between(noted, now).abs().compareTo(STEP) < 0) return;
        noted = now;
        db.sql("""
                insert into notices.progress (send, at, told)
                select r.send, :at, t.told from notices.run r
                cross join lateral (select coalesce(sum(count), 0)::int as told from notices.tally where send = r.send) t
                where (r.state = 'RUNNING' or r.closed_at > :recently) and not r.grows
                    and t.told > coalesce((select p.told from notices.progress p where p.send = r.send order by p.at desc limit 1), -1)
                on conflict do nothing""")
                .param("at", now)
                .param("recently", now.minus(Duration.ofMinutes(1)))
                .update();
    }

    /** All of a send, thinned out to what a picture needs. */
    public List<Point> points(int send, int most) {
        return db.sql("""
                select at, told from (
                    select at, told, row_number() over (order by at) as n, count(*) over () as many
                    from notices.progress where send = :send) p
                where n = 1 or n = many or n %% greatest(1, many / %d) = 0 order by at""".formatted(most))
                .param("send", send)
                .query((row, n) -> new Point(
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant(), row.getInt("told")))
                .list();
    }

    public Rate rate(int send) {
        var since = clock.instant().minus(RECENT);
        var points =
                points(send, 2_000).stream().filter(p -> p.at().isAfter(since)).toList();
        if (points.size() < 2) return new Rate(0);
        var first = points.getFirst();
        var seconds = Duration.between(first.at(), points.getLast().at()).toMillis() / 1_000.0;
        return new Rate(seconds <= 0 ? 0 : (points.getLast().told() - first.told()) / seconds);
    }

    /** The hour in Seoul, for pages. */
    public static String clock(Instant at) {
        var there = at.atZone(Calendar.SEOUL);
        return "%02d:%02d:%02d".formatted(there.getHour(), there.getMinute(), there.getSecond());
    }
}
