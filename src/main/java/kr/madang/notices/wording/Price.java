package kr.madang.notices.wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What one message costs by contract (단가). Contracts have prices like 8.8 won, so it is kept in hundredths.
 *
 * @param jeon hundredths of a won (전)
 * @param from first day it holds
 * @param to last day; null while no end is agreed
 */
public record Price(
        Size size, long jeon, LocalDate from, @Nullable LocalDate to) {
    static final long JEON = 100;
    /** 10,000 won; nobody pays more for a message. */
    private static final long MOST = 10_000 * JEON;

    public Price {
        if (size == Size.TOO_LONG) throw Refused.invalid("notices.price.size");
        if (jeon < 0 || jeon > MOST) throw Refused.invalid("notices.price.amount");
        if (to != null && to.isBefore(from)) throw Refused.invalid("notices.price.days");
    }

    /** @param won {@code 8.8}, {@code 30}: at most two decimals */
    public static Price of(Size size, String won, LocalDate from, @Nullable LocalDate to) {
        return new Price(size, jeon(won), from, to);
    }

    private static long jeon(String won) {
        var plain = won.strip().replace(",", "");
        if (!plain.matches("\\d{1,6}(?:\\.\\d{1,2})?")) throw Refused.invalid("notices.price.amount");
        return new BigDecimal(plain).movePointRight(2).longValueExact();
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** {@code 8.8} */
    public BigDecimal won() {
        return BigDecimal.valueOf(jeon, 2);
    }

    boolean overlaps(Price other) {
        return size == other.size && !after(other.from, to) && !after(from, other.to);
    }

    private static boolean after(LocalDate from, @Nullable LocalDate to) {
        return to != null && from.isAfter(to);
    }
}
