package kr.madang.report.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A percentage (집행률·구성비·증감률): 100 × part ÷ base, rounded half up to the printed decimals; never 100.0 unless part equals base,
 * and never 0.0 unless there is nothing.
 *
 * @param slack how far the amounts themselves may be off because they are printed rounded (백만원, 억원), as a fraction of the quantum
 * @param otherwise another reading of the same row from which the printed rate would follow, in words; empty when there is none
 */
record Rate(String rule, Amount target, Amount part, Amount base, boolean slack, String otherwise) implements Relation {
    Rate(String rule, Amount target, Amount part, Amount base, boolean slack) {
        this(rule, target, part, base, slack, "");
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Override
    public List<Amount> inputs() {
        return List.of(part, base);
    }

    @Override
    public boolean holds() {
        return agrees(target.value(), part.value(), base.value());
    }

    @Override
    public boolean holdsWith(Spot spot, BigDecimal value) {
        return agrees(
                target.spot().equals(spot) ? value : target.value(),
                part.spot().equals(spot) ? value : part.value(),
                base.spot().equals(spot) ? value : base.value());
    }

    @Override
    public @Nullable BigDecimal solve(Spot spot) {
        return target.spot().equals(spot) && base.value().signum() != 0
                ? rounded(part.value(), base.value(), target.decimals())
                : null;
    }

    private boolean agrees(BigDecimal shown, BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            return true;
        }
        if (shown.compareTo(rounded(a, b, target.decimals())) == 0) {
            return true;
        }
        // a whole percentage cannot print 99.9 or 0.1, so 100 and 0 are left to plain rounding there
        if (target.decimals() == 0 && shown.compareTo(plain(a, b, 0)) == 0) {
            return true;
        }
        boolean fraction =
                !target.unit().equals("%") && shown.abs().compareTo(BigDecimal.TWO) <= 0 && target.decimals() >= 2;
        if (fraction && exact(a, b).movePointLeft(2).subtract(shown).abs().compareTo(target.quantum()) < 0) {
            return true;
        }
        return slack && within(shown, a, b);
    }

    private boolean within(BigDecimal shown, BigDecimal a, BigDecimal b) {
        BigDecimal da = part.quantum().multiply(HALF);
        BigDecimal db = base.quantum().multiply(HALF);
        if (b.abs().compareTo(db) <= 0) {
            return true;
        }
        BigDecimal low = plain(a.subtract(da), b.signum() > 0 ? b.add(db) : b.subtract(db), target.decimals());
        BigDecimal high = plain(a.add(da), b.signum() > 0 ? b.subtract(db) : b.add(db), target.decimals());
        return shown.compareTo(low.min(high)) >= 0 && shown.compareTo(low.max(high)) <= 0;
    }

    static BigDecimal rounded(BigDecimal a, BigDecimal b, int decimals) {
        BigDecimal rate = plain(a, b, decimals);
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        if (rate.compareTo(HUNDRED) == 0 && a.compareTo(b) != 0) {
            return a.compareTo(b) < 0 == b.signum() > 0 ? rate.subtract(step) : rate;
        }
        if (rate.signum() == 0 && a.signum() != 0) {
            return a.signum() == b.signum() ? step : step.negate();
        }
        return rate;
    }

    private static BigDecimal exact(BigDecimal a, BigDecimal b) {
        return a.multiply(HUNDRED).divide(b, MathContext.DECIMAL64);
    }

    private static BigDecimal plain(BigDecimal a, BigDecimal b, int decimals) {
        return exact(a, b).setScale(decimals, RoundingMode.HALF_UP);
    }

    @Override
    public String computed() {
        return base.zero() ? "" : target.like(rounded(part.value(), base.value(), target.decimals()));
    }

    @Override
    public Finding.Kind kind() {
        BigDecimal cut = exact(part.value(), base.value()).setScale(target.decimals(), RoundingMode.DOWN);
        if (cut.compareTo(target.value()) == 0) {
            return Finding.Kind.TRUNCATED;
        }
        return otherwise.isEmpty() ? Finding.Kind.WRONG : Finding.Kind.UNCLEAR;
    }

    @Override
    public String why() {
        String sum = part.printed() + " ÷ " + base.printed() + " × 100 = "
                + exact(part.value(), base.value())
                        .setScale(target.decimals() + 2, RoundingMode.HALF_UP)
                        .toPlainString();
        return switch (kind()) {
            case TRUNCATED ->
                rule + ": " + sum + "이므로 반올림하면 " + computed() + "인데 잘라서 " + target.printed() + "(으)로 적었습니다.";
            case WRONG -> rule + ": " + sum + "이므로 " + computed() + "이어야 하는데 " + target.printed() + "(으)로 적혀 있습니다.";
            case UNCLEAR ->
                rule + ": " + sum + "이므로 " + computed() + "인데 " + target.printed() + "(으)로 적혀 있습니다. " + otherwise
                        + "(으)로 셈한 값과는 같으니 어느 기준인지 밝혀야 합니다.";
        };
    }
}
