package kr.madang.report.assembly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kr.madang.kernel.Korean;
import kr.madang.report.template.Expr;

/** Reckons a number from its parts (합, 차, 율, 몫); where a part is missing, so is the whole. */
final class Reckoning {
    private static final int QUOTIENT_PLACES = 6;

    /** How the leaves of an expression are answered: figures by the catalogue, cells by their table. */
    private final Function<Expr, Outcome> leaf;

    Reckoning(Function<Expr, Outcome> leaf) {
        this.leaf = leaf;
    }

    Outcome of(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal ->
                new Outcome.Known(
                        literal.value(),
                        literal.value().scale(),
                        "",
                        literal.value().toPlainString());
            case Expr.Term term -> leaf.apply(term);
            case Expr.Cell cell -> leaf.apply(cell);
            case Expr.Range range -> leaf.apply(range);
            case Expr.Call call -> call(call);
        };
    }

    private Outcome call(Expr.Call call) {
        var parts = new ArrayList<Outcome.Known>();
        for (var argument : call.arguments()) {
            switch (of(argument)) {
                case Outcome.Missing missing -> {
                    return missing;
                }
                case Outcome.Known known -> parts.add(known);
            }
        }
        var reference = references(call.function(), parts);
        int decimals = parts.stream().mapToInt(Outcome.Known::decimals).max().orElse(0);
        var unit = parts.getFirst().unit();
        var first = parts.getFirst().exact();
        return switch (call.function()) {
            case SUM -> known(sum(parts), decimals, unit, reference);
            case DIFFERENCE -> known(first.subtract(parts.get(1).exact()), decimals, unit, reference);
            case RATE -> rate(first, parts.get(1).exact(), reference);
            case QUOTIENT -> quotient(first, parts.get(1).exact(), decimals, unit, reference);
        };
    }

    private static BigDecimal sum(List<Outcome.Known> parts) {
        return parts.stream().map(Outcome.Known::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Outcome rate(BigDecimal part, BigDecimal whole, String reference) {
        if (whole.signum() == 0 && part.signum() != 0) return Outcome.missing(reference, "분모가 0이라 비율이 없음");
        return known(Korean.rate(part, whole), 1, "%", reference);
    }

    private static Outcome quotient(BigDecimal whole, BigDecimal parts, int decimals, String unit, String reference) {
        if (parts.signum() == 0) return Outcome.missing(reference, "0으로 나눌 수 없음");
        return known(whole.divide(parts, QUOTIENT_PLACES, RoundingMode.HALF_UP), decimals, unit, reference);
    }

    private static Outcome known(BigDecimal value, int decimals, String unit, String reference) {
        return new Outcome.Known(value, decimals, unit, reference);
    }

    private static String references(Expr.Function function, List<Outcome.Known> parts) {
        return function.word()
                + parts.stream()
                        .map(Outcome.Known::reference)
                        .collect(java.util.stream.Collectors.joining(";", "(", ")"));
    }
}
