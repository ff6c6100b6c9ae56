package kr.madang.kernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import kr.madang.TestPostgres;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Sql;
import kr.madang.kernel.trail.Trail;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Timed work of two nodes on one database. */
class JobsTests {
    private static final Jobs.Pace QUICK = new Jobs.Pace(Duration.ofMillis(100), Duration.ofSeconds(1));

    private final HikariDataSource source = fresh();
    private final JdbcClient db = Sql.client(source);
    private final List<Jobs> nodes = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();

    private static HikariDataSource fresh() {
        var config = new HikariConfig();
        config.setDataSource(TestPostgres.fresh());
        var source = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/kernel")
                .load()
                .migrate();
        return source;
    }

    @AfterEach
    void close() {
        nodes.forEach(Jobs::stop);
        source.close();
    }

    private Jobs node(String name, Job... jobs) {
        var node = new Jobs(List.of(jobs), new JobStore(db), source, silent(), Clock.systemUTC(), name, true, QUICK);
        nodes.add(node);
        node.start();
        return node;
    }

    /** A trail that keeps nothing; the office's own stands in the tests of the trail. */
    private static Trail silent() {
        return new Trail(null, null, null, null, null, null) {
            @Override
            public void record(Actor by, String room, String act, String subject, java.util.Map<String, ?> details) {}
        };
    }

    private record Work(String name, Timing timing, Runnable body) implements Job {
        @Override
        public String run() {
            body.run();
            return "했음";
        }
    }

    private Work yearly(Runnable body) {
        return new Work("test.work", new Timing.Cron("0 0 3 1 1 *"), body);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) Thread.sleep(50);
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void everyDueRunHappensOnOneNodeOnly() throws Exception {
        var job = yearly(runs::incrementAndGet);
        var first = node("first", job);
        var second = node("second", job);
        for (int i = 1; i <= 20; i++) {
            (i % 2 == 0 ? first : second).runNow(Actor.SYSTEM, "test.work");
            int expected = i;
            await(() -> first.get("test.work").runs().size() == Math.min(20, expected)
                    && first.get("test.work").runs().getFirst().endedAt() != null
                    && !first.get("test.work").due().orElseThrow().running());
        }
        assertThat(runs).hasValue(20);
        assertThat(first.get("test.work").runs()).allMatch(run -> "했음".equals(run.said()));
    }

    @Test
    void aRunWhoseNodeDiedIsTakenOver() throws Exception {
        var job = yearly(runs::incrementAndGet);
        node("first", job).stop();
        db.sql("""
                update kernel.scheduled_task set picked = true, picked_by = 'dead', execution_time = now() - interval '1 hour',
                  last_heartbeat = now() - interval '1 hour'""").update();
        node("second", job);
        await(() -> runs.get() == 1);
        assertThat(db.sql("select node from kernel.job_run").query(String.class).list())
                .containsExactly("second");
    }

    @Test
    void aFailureIsWrittenDownAndTheJobComesBack() throws Exception {
        var job = yearly(() -> {
            if (runs.incrementAndGet() == 1) throw new IllegalStateException("첫 번은 실패");
        });
        var node = node("first", job);
        node.runNow(Actor.SYSTEM, "test.work");
        await(() -> node.get("test.work").due().orElseThrow().failures() == 1);
        assertThat(node.get("test.work").runs().getFirst().error()).contains("첫 번은 실패");
        node.runNow(Actor.SYSTEM, "test.work");
        await(() -> runs.get() == 2 && node.get("test.work").due().orElseThrow().failures() == 0);
    }

    @Test
    void aRunningJobIsNotStartedASecondTime() throws Exception {
        var started = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var node = node("first", yearly(() -> {
            runs.incrementAndGet();
            started.countDown();
            try {
                end.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        node.runNow(Actor.SYSTEM, "test.work");
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> node.runNow(Actor.SYSTEM, "test.work"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kernel.job.running");
        end.countDown();
        await(() -> !node.get("test.work").due().orElseThrow().running());
        assertThat(runs).hasValue(1);
    }

    @Test
    void timingsAreInSeoulTime() {
        node("first", new Work("test.daily", Timing.daily(3, 30), () -> {}));
        var next = db.sql(
                        "select to_char(execution_time at time zone 'Asia/Seoul', 'HH24:MI') from kernel.scheduled_task")
                .query(String.class)
                .single();
        assertThat(next).isEqualTo("03:30");
    }

    @Test
    void whatDoesNotRunCannotBeStarted() {
        var off = new Jobs(
                List.of(yearly(() -> {})), new JobStore(db), source, silent(), Clock.systemUTC(), "cli", false, QUICK);
        off.start();
        assertThat(off.isRunning()).isFalse();
        assertThatThrownBy(() -> off.runNow(Actor.SYSTEM, "test.work")).hasMessageContaining("kernel.job.off");
        assertThatThrownBy(() -> off.runNow(Actor.SYSTEM, "no.such")).hasMessageContaining("kernel.job.unknown");
    }
}
