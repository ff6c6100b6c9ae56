package kr.madang.office.ledger;

import java.math.BigDecimal;
import kr.madang.kernel.Korean;

/**
 * Where a budget stands on a day, in won. Balances of children add up to the balance of their parent in every part.
 *
 * @param original 본예산
 * @param supplementary 추경, positive or negative
 * @param transferred 전용, positive where it came to
 * @param carriedIn 전년도 이월
 * @param reserve 예비비
 * @param carriedOut 다음연도 이월, positive
 * @param obligated 원인행위, counter entries included
 * @param paid 지출, counter entries included
 * @param returned 반납, counter entries included
 */
public record Balance(
        long original,
        long supplementary,
        long transferred,
        long carriedIn,
        long reserve,
        long carriedOut,
        long obligated,
        long paid,
        long returned) {
    public static final Balance ZERO = new Balance(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static Balance of(Grant kind, long amount) {
        return new Balance(
                kind == Grant.ORIGINAL ? amount : 0,
                kind == Grant.SUPPLEMENTARY ? amount : 0,
                kind == Grant.TRANSFER ? amount : 0,
                kind == Grant.CARRIED_IN ? amount : 0,
                kind == Grant.RESERVE ? amount : 0,
                kind == Grant.CARRIED_OUT ? amount : 0,
                0,
                0,
                0);
    }

    public static Balance executed(long obligated, long paid, long returned) {
        return new Balance(0, 0, 0, 0, 0, 0, obligated, paid, returned);
    }

    public Balance plus(Balance o) {
        return new Balance(
                Math.addExact(original, o.original),
                Math.addExact(supplementary, o.supplementary),
                Math.addExact(transferred, o.transferred),
                Math.addExact(carriedIn, o.carriedIn),
                Math.addExact(reserve, o.reserve),
                Math.addExact(carriedOut, o.carriedOut),
                Math.addExact(obligated, o.obligated),
                Math.addExact(paid, o.paid),
                Math.addExact(returned, o.returned));
    }

    /** 예산액: 본예산 + 추경. */
    public long planned() {
        return original + supplementary;
    }

    /** 예산현액: 예산액 + 전용 + 전년도 이월 + 예비비. */
    public long current() {
        return planned() + transferred + carriedIn + reserve;
    }

    /** 지출액: paid out less returned. */
    public long spent() {
        return paid - returned;
    }

    public long executed(Basis basis) {
        return switch (basis) {
            case OBLIGATED -> obligated;
            case SPENT -> spent();
        };
    }

    /** 잔액 on the basis: 예산현액 less what is executed. */
    public long left(Basis basis) {
        return current() - executed(basis);
    }

    /** What may still be committed. */
    public long free() {
        return current() - carriedOut - obligated;
    }

    /** 집행률 in percent of 예산현액 by the house's one rounding rule; 0.0 of nothing. */
    public BigDecimal rate(Basis basis) {
        return rate(executed(basis), current());
    }

    static BigDecimal rate(long part, long whole) {
        return whole == 0 ? new BigDecimal("0.0") : Korean.rate(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}
