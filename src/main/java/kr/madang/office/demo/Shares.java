package kr.madang.office.demo;

/** Divides a whole in proportion to weights, exactly. */
final class Shares {
    private Shares() {}

    /**
     * The parts sum to the whole; where the whole is at most the sum of the weights, no part exceeds its weight.
     *
     * @param weights not all zero
     */
    static long[] divide(long whole, long[] weights) {
        long sum = 0;
        for (long weight : weights) sum += weight;
        var parts = new long[weights.length];
        long before = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            before += weights[i];
            long until = sum == 0 ? 0 : Math.floorDiv(Math.multiplyExact(whole, before), sum);
            parts[i] = until - given;
            given = until;
        }
        return parts;
    }
}
