package kr.madang.press.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What is a spike and what is noise. */
class SpikesTests {
    private static Spikes.Verdict judge(int count, int... past) {
        return Spikes.judge(count, past);
    }

    @Test
    void manyMoreThanUsualIsASpike() {
        assertThat(judge(20, 4, 5, 3, 4, 6, 5, 4, 5).spike()).isTrue();
        assertThat(judge(6, 4, 5, 3, 4, 6, 5, 4, 5).spike()).isFalse();
    }

    @Test
    void oneLoudWeekDoesNotHideAnother() {
        assertThat(judge(30, 4, 5, 3, 200, 6, 5, 4, 5).spike()).isTrue();
    }

    @Test
    void aWordNobodyWroteAboutNeedsFiveArticles() {
        assertThat(judge(4, 0, 0, 0, 0, 0, 0, 0, 0).spike()).isFalse();
        assertThat(judge(5, 0, 0, 0, 0, 0, 0, 0, 0).spike()).isTrue();
        assertThat(judge(0).spike()).isFalse();
        assertThat(judge(0).times()).isZero();
    }

    @Test
    void busyWordsVaryWithoutBeingSpikes() {
        assertThat(judge(120, 100, 98, 105, 96, 101, 99, 103, 100).spike()).isFalse();
        assertThat(judge(140, 100, 98, 105, 96, 101, 99, 103, 100).spike()).isTrue();
    }

    @Test
    void theChancesAreThoseOfPoisson() {
        assertThat(Spikes.atLeast(0, 3)).isEqualTo(1);
        assertThat(Spikes.atLeast(1, 1)).isCloseTo(1 - Math.exp(-1), within(1e-12));
        assertThat(Spikes.atLeast(3, 2)).isCloseTo(1 - Math.exp(-2) * (1 + 2 + 2), within(1e-12));
        assertThat(Spikes.atLeast(100_000, 3)).isZero();
        assertThat(Spikes.atLeast(10, 5_000)).isCloseTo(1, within(1e-9));
        assertThat(Spikes.median(new int[] {9, 1, 5})).isEqualTo(5);
        assertThat(Spikes.median(new int[] {9, 1})).isEqualTo(5);
    }
}
