package kr.madang.approvals.delegation;

import kr.madang.kernel.Refused;

/**
 * A span of money (금액 구간), in won.
 *
 * @param from the least amount inside
 * @param below the least amount above the span; {@link Long#MAX_VALUE} when there is no limit
 */
public record Amounts(long from, long below) {
    public static final Amounts ANY = new Amounts(0, Long.MAX_VALUE);

    public Amounts {
        if (from < 0 || below <= from) throw Refused.invalid("approvals.table.amounts");
    }

    public static Amounts below(long limit) {
        return new Amounts(0, limit);
    }

    public static Amounts from(long least) {
        return new Amounts(least, Long.MAX_VALUE);
    }

    public boolean contains(long amount) {
        return amount >= from && amount < below;
    }

    /** Asks for an amount: not every amount is inside. */
    public boolean bounded() {
        return !equals(ANY);
    }

    boolean overlaps(Amounts other) {
        return from < other.below && other.from < below;
    }
}
