package kr.madang.notices.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** A ledger on a real database, with a clock that tests move. */
final class Book {
    static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(30);
    static final int CARRIER = 7;

    final JdbcClient db;
    final Ledger ledger;
    private volatile Instant now = START;

    Book() {
        var source = TestPostgres.fresh();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/notices")
                .load()
                .migrate();
        db = Sql.client(source);
        ledger = transactional(source, new Ledger(new RunStore(db), new OutcomeStore(db), new MovedClock()));
    }

    private static Ledger transactional(DataSource source, Ledger ledger) {
        var factory = new ProxyFactory(ledger);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionInterceptor(
                (org.springframework.transaction.TransactionManager) new DataSourceTransactionManager(source),
                new AnnotationTransactionAttributeSource()));
        return (Ledger) factory.getProxy();
    }

    private final class MovedClock extends java.time.Clock {
        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public java.time.Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A send to this many people, running. */
    Book send(int send, Lane lane, int rows) {
        ledger.open(send, lane, rows);
        db.sql("""
                insert into notices.message (send, row, contact)
                select :send, n, gen_random_uuid() from generate_series(1, :rows) n""").param("send", send).param("rows", rows).update();
        ledger.start(send);
        return this;
    }

    Optional<Lease> lease() {
        return ledger.lease(Lane.BULK, CARRIER, UUID.randomUUID(), LEASE);
    }

    /** Hands over whatever waits, all of it accepted. */
    void handAll() {
        for (var lease = lease(); lease.isPresent(); lease = lease()) ledger.settle(lease.get(), handed(lease.get()));
    }

    static List<Result> handed(Lease lease) {
        return handed(lease.send(), lease.messages());
    }

    static List<Result> handed(int send, List<Message> messages) {
        return messages.stream()
                .map(m -> Result.handed(m, CARRIER, id(send, m.row())))
                .toList();
    }

    static String id(int send, int row) {
        return send + "-" + row;
    }

    static Receipt receipt(int send, int row, State state) {
        return new Receipt(CARRIER, id(send, row), state, START.plusSeconds(row), "000");
    }

    /** Where each message stands, as the rows say, without the tally. */
    Map<State, Integer> rows(int send) {
        return db
                .sql("""
                select coalesce((select o.state from notices.outcome o where o.send = m.send and o.row = m.row
                    order by o.attempt desc, o.stage desc limit 1), 0) as state, count(*) as n
                from notices.message m where m.send = :send group by 1""")
                .param("send", send)
                .query((row, n) -> Map.entry(State.of(row.getInt("state")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The tally without its zeros. */
    Map<State, Integer> counted(int send) {
        return ledger.counts(send).by().entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
