package kr.madang.press.coverage.feeds;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose turn it is to ask a server (요청 차례): of all nodes one asks at a time, with a pause between any two. */
@Component
class Turns {
    private final JdbcClient db;
    private final Duration pause;

    Turns(JdbcClient db, @Value("${madang.press.feeds.pause:5s}") Duration pause) {
        this.db = db;
        this.pause = pause;
    }

    /** Takes the next turn at a server. @return how long it is until then, by the clock of the database */
    Duration next(String host) {
        long micros = db.sql("""
                insert into press.host_turn as t (host, at) values (:host, clock_timestamp())
                on conflict (host) do update set at = greatest(t.at + :pause * interval '1 microsecond', clock_timestamp())
                returning (extract(epoch from at - clock_timestamp()) * 1000000)::bigint""")
                .param("host", host)
                .param("pause", pause.toNanos() / 1_000)
                .query(Long.class)
                .single();
        return Duration.ofNanos(Math.max(0, micros) * 1_000);
    }
}
