package kr.madang.press.coverage;

import java.util.Arrays;

/**
 * Tells a sudden rise from ordinary noise (급증 판정). The usual count of a stretch of hours is the median of the same hours of the same weekday in past
 * weeks, which one loud week does not move; a count is a spike when a Poisson process of that mean would reach it less than once in a thousand
 * stretches, and when it is worth a look at all.
 */
public final class Spikes {
    /** Fewer articles than this are never a spike. */
    static final int FEWEST = 5;

    static final double RARE = 0.001;
    /** A word nobody wrote about has no mean of zero: something is always possible. */
    private static final double SMALLEST_MEAN = 0.5;

    private Spikes() {}

    /**
     * A judgment.
     *
     * @param count articles in the stretch
     * @param usual median of the past weeks
     * @param chance that chance alone gives so many
     */
    public record Verdict(int count, double usual, double chance, boolean spike) {
        /** How many times the usual. */
        public double times() {
            return count / Math.max(usual, SMALLEST_MEAN);
        }
    }

    /** @param past counts of the same stretch in past weeks */
    public static Verdict judge(int count, int[] past) {
        double usual = median(past);
        double chance = atLeast(count, Math.max(usual, SMALLEST_MEAN));
        return new Verdict(count, usual, chance, count >= FEWEST && chance < RARE);
    }

    static double median(int[] counts) {
        if (counts.length == 0) return 0;
        var sorted = counts.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /** P(X ≥ count) of a Poisson variable. */
    static double atLeast(int count, double mean) {
        if (count <= 0) return 1;
        // the rarer side is summed, because one minus nearly one loses what is small
        return count > mean ? above(count, mean) : 1 - below(count, mean);
    }

    private static double term(int k, double mean) {
        return Math.exp(-mean + k * Math.log(mean) - logFactorial(k));
    }

    private static double above(int count, double mean) {
        double sum = 0;
        double term = term(count, mean);
        for (int k = count; term > sum * 1e-12; k++) {
            sum += term;
            term *= mean / (k + 1);
        }
        return Math.min(1, sum);
    }

    private static double below(int count, double mean) {
        double sum = 0;
        double term = term(count - 1, mean);
        for (int k = count - 1; k >= 0 && term > sum * 1e-12; k--) {
            sum += term;
            term *= k / mean;
        }
        return sum;
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) sum += Math.log(i);
        return sum;
    }
}
