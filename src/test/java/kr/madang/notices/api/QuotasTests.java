package kr.madang.notices.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.sends.Calendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many calls pass within sixty seconds, wherever on the clock these begin. */
@OfficeTest
class QuotasTests {
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final int LIMIT = 5;

    @Autowired
    ApiKeys keys;

    @Autowired
    JdbcClient db;

    private ApiKey key;

    @BeforeEach
    void key() {
        var day = LocalDate.now(Calendar.SEOUL).plusMonths(1);
        var draft =
                new KeyDraft("한도 " + System.nanoTime(), "시험", KeyKind.TEST, day, LIMIT, 100, Set.of(), true, List.of());
        key = keys.make(Actor.SYSTEM, draft).key();
    }

    private Quotas.Minute call(double seconds) {
        var at = NOON.plusMillis(Math.round(seconds * 1_000));
        return new Quotas(db, Clock.fixed(at, Calendar.SEOUL)).call(key);
    }

    private int passed(int calls, double seconds) {
        int passed = 0;
        for (int i = 0; i < calls; i++) if (!call(seconds).over()) passed++;
        return passed;
    }

    @Test
    void overTheTurnOfAMinuteNoMorePassThanWithinIt() {
        assertThat(passed(20, 59.9)).isEqualTo(LIMIT);
        assertThat(passed(20, 60.1)).isZero();
        assertThat(passed(20, 90)).isZero();
        assertThat(passed(20, 119.8)).isZero();
        assertThat(passed(20, 120)).isEqualTo(LIMIT);
    }

    /** Calls that are spread over a minute come back one by one, as they grow a minute old. */
    @Test
    void whatIsAMinuteOldCountsNoMore() {
        for (int i = 0; i < LIMIT; i++) assertThat(call(10 * i).left()).isEqualTo(LIMIT - 1 - i);
        var refused = call(50);
        assertThat(refused.over()).isTrue();
        assertThat(refused.reset()).isEqualTo(Duration.ofSeconds(10));
        assertThat(refused.seconds()).isEqualTo(10);
        assertThat(passed(3, 60)).isEqualTo(1);
        assertThat(passed(3, 69.9)).isZero();
        assertThat(passed(3, 70)).isEqualTo(1);
    }

    /** Whatever somebody calls when, no sixty seconds have more calls than the key may. */
    @Test
    void noSixtySecondsHaveMore() {
        var chance = new java.util.SplittableRandom(71);
        var passed = new java.util.ArrayList<Double>();
        double at = 0;
        for (int i = 0; i < 300; i++) {
            at += chance.nextInt(4) == 0 ? chance.nextDouble(25) : chance.nextDouble(0.3);
            if (!call(at).over()) passed.add(Math.round(at * 1_000) / 1_000.0);
        }
        assertThat(passed).hasSizeGreaterThan(20);
        for (int i = LIMIT; i < passed.size(); i++)
            assertThat(passed.get(i) - passed.get(i - LIMIT)).isGreaterThanOrEqualTo(59.999);
    }

    @Test
    void aClockThatWasAheadClosesNoKey() {
        assertThat(passed(LIMIT, 86_400)).isEqualTo(LIMIT);
        assertThat(passed(LIMIT, 0)).isEqualTo(LIMIT);
    }
}
