package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kr.madang.notices.carriers.Answer;
import org.junit.jupiter.api.Test;

/** Holding back and trying again. */
class PaceTests {
    private static final Answer THROTTLED = new Answer.Throttled("0x58");
    private static final Answer HANDED = new Answer.Handed("1");

    @Test
    void aBurstOfComplaintsIsOne() {
        var pace = new Pace(0);
        for (int i = 0; i < 100; i++) pace.hear(THROTTLED, 0);
        assertThat(pace.rest(0)).isEqualTo(Pace.FIRST);
        assertThat(pace.rest(Pace.FIRST)).isZero();
    }

    @Test
    void complaintsInARowHoldLongerAndNeverForEver() {
        var pace = new Pace(0);
        long now = 0;
        long before = 0;
        for (int i = 0; i < 20; i++) {
            pace.hear(THROTTLED, now);
            assertThat(pace.rest(now)).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Pace.MOST);
            before = pace.rest(now);
            now += before;
        }
        assertThat(before).isEqualTo(Pace.MOST);
    }

    @Test
    void whatIsTakenMakesItShorterAgain() {
        var pace = new Pace(0);
        long now = 0;
        for (int i = 0; i < 20; i++) {
            pace.hear(THROTTLED, now);
            now += pace.rest(now);
        }
        for (int i = 0; i < 1_000; i++) pace.hear(HANDED, now);
        pace.hear(THROTTLED, now);
        assertThat(pace.rest(now)).isEqualTo(Pace.FIRST);
    }

    @Test
    void theLineIsTriedLessAndLessOften() {
        var backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));
        assertThat(backOff.pause(1, 1)).isEqualTo(Duration.ofMillis(500));
        assertThat(backOff.pause(1, 0)).isEqualTo(Duration.ofMillis(250));
        assertThat(backOff.pause(3, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backOff.pause(100_000, 1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backOff.pause(100_000, 0)).isEqualTo(Duration.ofSeconds(15));
    }
}
