package kr.madang.approvals.desk;

import static kr.madang.approvals.desk.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import kr.madang.TestPostgres;
import kr.madang.kernel.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Numbers without gaps, whoever writes and whatever is killed meanwhile. */
class NumbersTests {
    private static final int NUMBERS = 100_000;
    private static final int WRITERS = 64;
    private static final int GROUP = 4;
    private static final List<String> UNITS = List.of("0000001", "0000002", "0000003", "0000004");
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");

    private final DataSource plain = TestPostgres.fresh();
    private final JdbcClient operator = Sql.client(plain);
    private final AtomicInteger killed = new AtomicInteger();

    @BeforeEach
    void open() {
        Flyway.configure()
                .dataSource(plain)
                .locations("classpath:db/migration/approvals")
                .load()
                .migrate();
    }

    @Test
    void sixtyFourWritersLeaveNoGapThoughTheyAreKilled() throws Exception {
        papers(NUMBERS);
        var work = new ConcurrentLinkedQueue<Integer>();
        for (int i = 0; i < NUMBERS; i += GROUP) work.add(i);
        var over = new AtomicBoolean();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var killer = pool.submit(() -> kill(over));
            var writers = new ArrayList<Future<?>>();
            for (int w = 0; w < WRITERS; w++) {
                var random = new Random(w);
                writers.add(pool.submit(() -> write(work, random)));
            }
            for (var writer : writers) writer.get();
            over.set(true);
            killer.get();
        }
        assertThat(killed.get()).as("connections killed").isGreaterThan(20);
        assertThat(operator.sql("select count(distinct paper) from approvals.register_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(NUMBERS);
        assertThat(new CardStore(operator)
                        .misnumbered().stream()
                                .filter(f -> f.what().code().equals("approvals.verify.register"))
                                .toList())
                .isEmpty();
        assertThat(operator.sql("select sum(last) from approvals.register_counter")
                        .query(Integer.class)
                        .single())
                .isEqualTo(NUMBERS);
    }

    /** One connection as long as it lives; a group whose connection was killed is written once more on the next. */
    private void write(ConcurrentLinkedQueue<Integer> work, Random random) {
        for (var group = work.poll(); group != null; ) {
            try (var connection = plain.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set application_name = 'writer'");
                connection.setAutoCommit(false);
                var registers = new RegisterStore(Sql.client(new SingleConnectionDataSource(connection, true)));
                while (group != null) {
                    draw(registers, group);
                    boolean gaveUp = random.nextInt(50) == 0;
                    if (gaveUp) connection.rollback();
                    else connection.commit();
                    if (!gaveUp) group = work.poll();
                }
            } catch (DuplicateKeyException e) {
                // the commit had arrived before the connection died
                group = work.poll();
            } catch (DataAccessException | SQLException e) {
                // killed: once more
            }
        }
    }

    private void draw(RegisterStore registers, int group) {
        var unit = UNITS.get(group / GROUP % UNITS.size());
        for (int i = group; i < group + GROUP; i++) registers.draw("PRODUCTION", unit, "과", 2026, id(i), AT);
    }

    private void kill(AtomicBoolean over) {
        while (!over.get()) {
            killed.addAndGet(operator.sql("""
                    select count(*) from (
                        select pg_terminate_backend(pid) from (
                            select pid from pg_stat_activity
                            where application_name = 'writer' and datname = current_database()
                                and query like 'with n as%' and state <> 'idle'
                            order by random() limit 4) p) k""").query(Integer.class).single());
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Test
    void aYearThatIsUsedUpGivesNothingMore() {
        papers(2);
        var registers = new RegisterStore(operator);
        operator.sql("insert into approvals.register_counter values ('PRODUCTION', '0000001', 2026, 999999998)")
                .update();
        assertThat(registers.draw("PRODUCTION", "0000001", "과", 2026, id(0), AT))
                .isEqualTo(999_999_999L);
        refused("approvals.number.exhausted", () -> registers.draw("PRODUCTION", "0000001", "과", 2026, id(1), AT));
        assertThat(registers.draw("PRODUCTION", "0000001", "과", 2027, id(1), AT))
                .isEqualTo(1);
    }

    private void papers(int many) {
        operator.sql("""
                insert into approvals.paper (id, kind, task, title, summary, keywords, team, unit, drafter, drafter_name,
                    approver, status, version, links, head, disclosure, grounds, closed_parts, unit_task,
                    unit_task_title, retention, made_at, changed_at)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'GENERAL', '', 't', 's', '{}',
                    'press', '0000001', gen_random_uuid(), 'd', gen_random_uuid(), 'RUNNING', 1, 0, repeat('0', 64),
                    'OPEN', '{}', '', 'A0000001', 't', 'YEARS_5', now(), now()
                from generate_series(0, :many - 1) i""").param("many", many).update();
    }

    private static UUID id(int i) {
        return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(i));
    }
}
