package kr.madang.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kr.madang.TestPostgres;
import kr.madang.kernel.sql.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThrottleTests {
    static JdbcClient db;
    static ThrottleStore store;

    final Instant noon = Instant.parse("2026-11-21T03:00:00Z");

    @BeforeAll
    static void table() {
        db = Sql.client(TestPostgres.fresh());
        db.sql("create schema accounts").update();
        db.sql("""
                create table accounts.throttle (kind text, key text, failures int not null, last_at timestamptz not null,
                blocked_until timestamptz not null, primary key (kind, key))""").update();
        store = new ThrottleStore(db);
    }

    @Test
    void waitsGrow() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(Throttle.LOGIN::wait))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(2));
        assertThat(Throttle.LOGIN.wait(1000)).isEqualTo(Duration.ofHours(4));
        assertThat(Throttle.ADDRESS.wait(19)).isZero();
        assertThat(Throttle.ADDRESS.wait(1000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theFifthFailureLocksAndTimeUnlocks() {
        var at = noon;
        for (int i = 1; i <= 5; i++) {
            assertThat(store.begin(Throttle.LOGIN, "five", at)).hasValue(i);
            at = at.plusSeconds(5);
        }
        assertThat(store.begin(Throttle.LOGIN, "five", at)).isEmpty();
        assertThat(store.begin(Throttle.LOGIN, "five", at.plus(Duration.ofMinutes(14))))
                .isEmpty();
        assertThat(store.begin(Throttle.LOGIN, "five", at.plus(Duration.ofMinutes(15))))
                .hasValue(6);
    }

    @Test
    void aDayLaterTheCountingStartsAnew() {
        store.begin(Throttle.LOGIN, "day", noon);
        store.begin(Throttle.LOGIN, "day", noon);
        assertThat(store.begin(Throttle.LOGIN, "day", noon.plus(Duration.ofHours(25))))
                .hasValue(1);
    }

    @Test
    void aClockSetBackLocksNobodyForAYear() {
        var future = noon.plus(Duration.ofDays(365));
        for (int i = 0; i < 5; i++) store.begin(Throttle.LOGIN, "clock", future.plusSeconds(5L * i));
        assertThat(store.begin(Throttle.LOGIN, "clock", noon)).isPresent();
    }

    @Test
    void ofManyAtOnceEachIsCountedAndNoneSlipsPastTheLock() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> attempt =
                    () -> store.begin(Throttle.LOGIN, "crowd", noon).isPresent();
            var answers = people.invokeAll(java.util.Collections.nCopies(60, attempt));
            long examined = 0;
            for (var answer : answers) if (answer.get()) examined++;
            // the third already waits two seconds, so of sixty in one moment three are examined
            assertThat(examined).isEqualTo(3);
            assertThat(store.failures(Throttle.LOGIN, "crowd")).hasValue(3);
        }
    }

    @Test
    void aSuccessTakesBackOneFailureOfAnAddress() {
        for (int i = 0; i < 10; i++) store.begin(Throttle.ADDRESS, "10.0.0.1", noon);
        store.refund(Throttle.ADDRESS, "10.0.0.1", noon);
        assertThat(store.failures(Throttle.ADDRESS, "10.0.0.1")).hasValue(9);
    }

    @Test
    void anAddressOfManyCountsAsItsNetwork() {
        assertThat(new Visit("2001:db8:1:2:aaaa::1", "").counted())
                .isEqualTo(new Visit("2001:db8:1:2:bbbb::9", "").counted())
                .isNotEqualTo(new Visit("2001:db8:1:3::1", "").counted());
        assertThat(new Visit("10.1.2.3", "").counted()).isEqualTo("10.1.2.3");
        assertThat(new Visit("0:0:0:0:0:0:0:1%eth0", "").counted()).endsWith("/64");
    }
}
