package kr.madang.report.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product (단가 × 수량 = 금액, 월 1회 = 연 12회).
 *
 * @param times a fixed factor beside the inputs, e.g. 12 months, or 0.001 when the amount is printed in 천원 and the price in 원
 */
record Product(String rule, Amount target, List<Amount> inputs, BigDecimal times) implements Relation {

    @Override
    public boolean holds() {
        return agrees(target.value(), result(null, BigDecimal.ZERO));
    }

    @Override
    public boolean holdsWith(Spot spot, BigDecimal value) {
        return agrees(target.spot().equals(spot) ? value : target.value(), result(spot, value));
    }

    private boolean agrees(BigDecimal shown, BigDecimal result) {
        if (shown.compareTo(result) == 0) {
            return true;
        }
        BigDecimal coarse = target.quantum();
        boolean rounded = result.remainder(coarse).signum() != 0;
        return rounded && shown.subtract(result).abs().compareTo(coarse) < 0;
    }

    private BigDecimal result(@Nullable Spot spot, BigDecimal value) {
        BigDecimal result = times;
        for (Amount input : inputs) {
            result = result.multiply(input.spot().equals(spot) ? value : input.value());
        }
        return result;
    }

    @Override
    public @Nullable BigDecimal solve(Spot spot) {
        if (target.spot().equals(spot)) {
            return result(null, BigDecimal.ZERO);
        }
        BigDecimal others = result(spot, BigDecimal.ONE);
        return inputs.stream().anyMatch(input -> input.spot().equals(spot)) && others.signum() != 0
                ? target.value().divide(others, MathContext.DECIMAL64)
                : null;
    }

    @Override
    public String computed() {
        BigDecimal result = result(null, BigDecimal.ZERO);
        BigDecimal coarse = target.quantum();
        return target.like(result.divide(coarse, 0, RoundingMode.HALF_UP).multiply(coarse));
    }

    @Override
    public Finding.Kind kind() {
        return Finding.Kind.WRONG;
    }

    @Override
    public String why() {
        return rule + " 계산하면 " + computed() + "인데 " + target.printed() + "(으)로 적혀 있습니다.";
    }
}
