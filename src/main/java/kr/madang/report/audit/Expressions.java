package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums and products written out (산출식): 3회 × 20,000부 = 60,000부, 60,000부(3회 × 20,000부), 281 + 50 = 331. */
final class Expressions {
    private static final Pattern BETWEEN = Pattern.compile("^[가-힣A-Za-z%㎡]{0,6}\\s*([×xX*+÷/=-])\\s*(?:[₩￦])?\\s*$");
    private static final List<BigDecimal> SCALES =
            List.of(BigDecimal.ONE, new BigDecimal("0.001"), new BigDecimal("0.000001"), BigDecimal.valueOf(1000));

    private Expressions() {}

    static List<Relation> of(Passage passage) {
        List<Relation> found = new ArrayList<>();
        String text = passage.text();
        if (text.indexOf('=') < 0 && text.indexOf('×') < 0 && text.indexOf('+') < 0) {
            return found;
        }
        List<Amount> numbers = Numerals.in(text, passage.line(), passage.offset());
        List<Character> signs = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i++) {
            signs.add(sign(
                    text,
                    numbers.get(i).end() - passage.offset(),
                    numbers.get(i + 1).spot().start() - passage.offset()));
        }
        for (int i = 0; i < signs.size(); i++) {
            if (signs.get(i) == '=') {
                equation(numbers, signs, i).ifPresent(found::add);
            }
        }
        for (int i = 0; i + 2 < numbers.size(); i++) {
            bracketed(text, passage, numbers, signs, i).ifPresent(found::add);
        }
        return found;
    }

    private static char sign(String text, int from, int to) {
        if (from > to || to > text.length()) {
            return ' ';
        }
        Matcher matcher = BETWEEN.matcher(text.substring(from, to));
        if (!matcher.find()) {
            return ' ';
        }
        char sign = matcher.group(1).charAt(0);
        return sign == 'x' || sign == 'X' || sign == '*' ? '×' : sign;
    }

    /** The run of one operation to the left of an equals sign. */
    private static Optional<Relation> equation(List<Amount> numbers, List<Character> signs, int equals) {
        int from = equals;
        while (from > 0 && signs.get(from - 1) != ' ' && signs.get(from - 1) != '=') {
            from--;
        }
        if (from == equals
                || from > 0 && signs.get(from - 1) == '='
                || equals + 1 < signs.size() && signs.get(equals + 1) != ' ' && signs.get(equals + 1) != '=') {
            return Optional.empty();
        }
        return relation(numbers.get(equals + 1), numbers.subList(from, equals + 1), signs.subList(from, equals));
    }

    private static Optional<Relation> bracketed(
            String text, Passage passage, List<Amount> numbers, List<Character> signs, int at) {
        int end = numbers.get(at).end() - passage.offset();
        int first = numbers.get(at + 1).spot().start() - passage.offset();
        if (first < end || !text.substring(end, first).matches("\\s?[\\(\\[]\\s?[@₩]?")) {
            return Optional.empty();
        }
        int to = at + 1;
        while (to < signs.size() && (signs.get(to) == '×' || signs.get(to) == '+')) {
            to++;
        }
        int behind = numbers.get(to).end() - passage.offset();
        if (to == at + 1 || !text.substring(Math.min(behind, text.length())).matches("(?s)[가-힣]{0,4}\\s?[\\)\\]].*")) {
            return Optional.empty();
        }
        return relation(numbers.get(at), numbers.subList(at + 1, to + 1), signs.subList(at + 1, to));
    }

    private static Optional<Relation> relation(Amount target, List<Amount> inputs, List<Character> signs) {
        if (target.vague() || inputs.stream().anyMatch(Amount::vague)) {
            return Optional.empty();
        }
        if (signs.stream().allMatch(sign -> sign == '+')) {
            Sum sum = Sum.of("적힌 식을", target, inputs, Breakdowns.slack(target, inputs));
            return sum.holds() || Doubt.mistyped(sum) ? Optional.of(sum) : Optional.empty();
        }
        if (signs.size() == 1 && signs.getFirst() == '-') {
            Sum difference = Sum.difference("적힌 식을", target, inputs.get(0), inputs.get(1));
            return difference.holds() || Doubt.mistyped(difference) ? Optional.of(difference) : Optional.empty();
        }
        return signs.stream().allMatch(sign -> sign == '×') ? product(target, inputs) : Optional.empty();
    }

    private static Optional<Relation> product(Amount target, List<Amount> inputs) {
        long percents =
                inputs.stream().filter(input -> input.unit().equals("%")).count();
        BigDecimal share = BigDecimal.ONE.movePointLeft((int) percents * 2);
        for (BigDecimal scale : SCALES) {
            Product product = new Product("적힌 식을", target, inputs, share.multiply(scale));
            if (product.holds()) {
                return Optional.of(product);
            }
        }
        Product product = new Product("적힌 식을", target, inputs, share);
        return Doubt.mistyped(product) ? Optional.of(product) : Optional.empty();
    }
}
