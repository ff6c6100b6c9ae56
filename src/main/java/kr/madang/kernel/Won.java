package kr.madang.kernel;

import java.math.BigDecimal;

/** Money in won (원), as a whole number; budget papers print it in thousands (천원). */
public record Won(long amount) implements Comparable<Won> {
    public static final Won ZERO = new Won(0);

    public static Won ofThousands(long thousands) {
        return new Won(Math.multiplyExact(thousands, 1000));
    }

    public Won plus(Won other) {
        return new Won(Math.addExact(amount, other.amount));
    }

    public Won minus(Won other) {
        return new Won(Math.subtractExact(amount, other.amount));
    }

    /** The amount in 천원, exact. */
    public BigDecimal thousands() {
        return BigDecimal.valueOf(amount).movePointLeft(3).stripTrailingZeros();
    }

    @Override
    public int compareTo(Won other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return Korean.number(amount) + "원";
    }
}
