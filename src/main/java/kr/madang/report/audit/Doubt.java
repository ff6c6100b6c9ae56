package kr.madang.report.audit;

import java.math.BigDecimal;

/** Tells a mistyped number from a relation that was never meant (오타 판별). */
final class Doubt {
    private Doubt() {}

    /** Whether a small slip explains the difference: close by, or one digit changed, lost, added or swapped. */
    static boolean mistyped(Sum sum) {
        BigDecimal whole = sum.target().value().abs();
        BigDecimal gap = sum.rest().abs();
        // three or more parts are seldom a mere selection, so there a wider gap still counts as a slip
        int percent = sum.inputs().size() > 2 ? 50 : 35;
        if (gap.multiply(BigDecimal.valueOf(100)).compareTo(whole.multiply(BigDecimal.valueOf(percent))) <= 0) {
            return true;
        }
        if (slip(sum.target(), sum)) {
            return true;
        }
        return sum.inputs().size() <= 60 && sum.inputs().stream().anyMatch(input -> slip(input, sum));
    }

    static boolean mistyped(Product product) {
        BigDecimal needed = product.solve(product.target().spot());
        if (needed == null) {
            return false;
        }
        BigDecimal gap = needed.subtract(product.target().value()).abs();
        return gap.multiply(BigDecimal.valueOf(100)).compareTo(needed.abs().multiply(BigDecimal.valueOf(35))) <= 0
                || oneEdit(digits(product.target().value()), digits(needed))
                || product.inputs().stream().anyMatch(input -> slip(input, product));
    }

    private static boolean slip(Amount input, Product product) {
        BigDecimal needed = product.solve(input.spot());
        return needed != null
                && needed.remainder(input.quantum()).signum() == 0
                && oneEdit(digits(input.value().divide(input.scale())), digits(needed.divide(input.scale())));
    }

    private static boolean slip(Amount amount, Sum sum) {
        BigDecimal needed = sum.solve(amount.spot());
        if (needed == null || needed.signum() < 0) {
            return false;
        }
        BigDecimal shown = needed.divide(amount.scale());
        String is = digits(amount.value().divide(amount.scale()));
        String should = digits(shown);
        return is.length() > 1 && oneEdit(is, should);
    }

    private static String digits(BigDecimal value) {
        return value.abs().stripTrailingZeros().toPlainString().replace(".", "");
    }

    static boolean oneEdit(String one, String other) {
        if (one.length() == other.length()) {
            int differing = 0;
            int first = -1;
            for (int i = 0; i < one.length(); i++) {
                if (one.charAt(i) != other.charAt(i)) {
                    differing++;
                    first = first < 0 ? i : first;
                }
            }
            boolean swapped = differing == 2
                    && first + 1 < one.length()
                    && one.charAt(first) == other.charAt(first + 1)
                    && one.charAt(first + 1) == other.charAt(first);
            return differing <= 1 || swapped;
        }
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        if (longer.length() - shorter.length() != 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        return shorter.substring(at).equals(longer.substring(at + 1));
    }
}
