package kr.madang.notices.running;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.kernel.sql.Sql;
import kr.madang.notices.Kind;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.ledger.Counts;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.Ledgers;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.simulator.Faults;
import kr.madang.notices.simulator.Received;
import kr.madang.notices.simulator.Simulator;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A runner with everything it needs, on a real database and a real line to a message center, and a clock that tests move. */
final class Desk implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    final HikariDataSource pool;
    final JdbcClient db;
    final MovedClock clock = new MovedClock();
    final Ledger ledger;
    final Simulator simulator;
    final Carrier carrier;
    final Numbered receivers = new Numbered();
    final Map<Integer, Outgoing> outgoings = new ConcurrentHashMap<>();
    final List<Received> phones = new CopyOnWriteArrayList<>();
    final Runner runner;

    static final class MovedClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void jump(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    Desk() throws IOException {
        this(TestPostgres.fresh(), 1);
    }

    Desk(DataSource source, int holders) throws IOException {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/notices")
                .load()
                .migrate();
        pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(12);
        pool.setConnectionTimeout(1_000);
        db = Sql.client(pool);
        ledger = Ledgers.on(pool, clock);
        simulator = Simulator.start(new Simulator.Settings(0, "madang", "secret"), Clock.systemUTC());
        simulator.listen(phones::add);
        var work = new SenderProgram.Work("", "", "", simulator.port(), 0, 50, holders, Duration.ofSeconds(30));
        carrier = SenderProgram.carrier(work, ledger);
        var plugs = SenderProgram.plugs(receivers, carrier, outgoings, new Calendar(Map.of(), Map.of()));
        runner = new Runner(ledger, plugs, SenderProgram.settings(work), clock);
    }

    /** Slow enough to be met in the middle. */
    Desk slow(Duration delay) {
        simulator.behave(Faults.NONE.delay(delay));
        return this;
    }

    Desk send(int send, Lane lane, Kind kind, int rows, String text) {
        outgoings.put(send, SenderProgram.outgoing(send, kind, text));
        ledger.open(send, lane, rows);
        db.sql("insert into notices.message (send, row, contact) select :send, n, " + Numbered.CONTACT
                        + " from generate_series(1, :rows) n")
                .param("send", send)
                .param("rows", rows)
                .update();
        ledger.start(send);
        return this;
    }

    Desk send(int send, Lane lane, int rows) {
        return send(send, lane, Kind.PUBLIC, rows, "알림입니다.");
    }

    Counts counts(int send) {
        return ledger.counts(send);
    }

    void reached(int messages) {
        await().atMost(SOON).until(() -> phones.size() >= messages);
    }

    void closed(int send) {
        await().atMost(SOON.multipliedBy(3)).ignoreExceptions().until(() -> ledger.state(send)
                .filter(s -> s == Ledger.RunState.CLOSED)
                .isPresent());
    }

    /** Nobody heard of it twice. */
    long doubled() {
        return phones.size() - phones.stream().map(Received::to).distinct().count();
    }

    @Override
    public void close() throws IOException {
        runner.close();
        carrier.close();
        simulator.close();
        pool.close();
    }
}
