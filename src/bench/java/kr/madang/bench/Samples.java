package kr.madang.bench;

import java.util.Arrays;

/** Repeated measurements of one thing, in milliseconds. */
final class Samples {
    interface Work {
        void run() throws Exception;
    }

    private final double[] sorted;

    Samples(double[] millis) {
        sorted = millis.clone();
        Arrays.sort(sorted);
    }

    static Samples of(int warmUp, int times, Work work) throws Exception {
        for (int i = 0; i < warmUp; i++) work.run();
        var millis = new double[times];
        for (int i = 0; i < times; i++) millis[i] = once(work);
        return new Samples(millis);
    }

    static double once(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    double median() {
        return at(0.5);
    }

    double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    double worst() {
        return sorted[sorted.length - 1];
    }
}
