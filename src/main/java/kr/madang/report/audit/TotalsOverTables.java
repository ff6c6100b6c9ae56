package kr.madang.report.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence above a table that gives its total or the number of its kinds (표 위의 총계): 총 604대, 7종. */
final class TotalsOverTables {
    private static final Pattern TOTAL = Pattern.compile("총\\s?([\\d,]+)");
    private static final Pattern KINDS = Pattern.compile("(?<![\\d,.])(\\d{1,3})(종|가지)");
    private static final Pattern REST = Pattern.compile("^(?:기타|그외|나머지)\\((\\d{1,2})(?:종|개)?\\)$");
    private static final int REACH = 3;

    private TotalsOverTables() {}

    static List<Relation> of(Grid grid, List<String> lines) {
        int first = first(grid);
        List<Relation> found = new ArrayList<>();
        int seen = 0;
        for (int line = first - 1; line >= 1 && seen < REACH && first - line < 14; line--) {
            String text = lines.get(line - 1);
            if (text.isBlank()) {
                continue;
            }
            seen++;
            boolean marked = Outline.depth(text) < 99;
            if (text.indexOf('\t') < 0) {
                total(grid, text, line).ifPresent(found::add);
                kinds(grid, text, line).ifPresent(found::add);
            }
            if (marked) {
                break;
            }
        }
        return found;
    }

    private static int first(Grid grid) {
        int first = Integer.MAX_VALUE;
        for (int column = 0; column < grid.columns(); column++) {
            Amount amount = grid.rows() == 0 ? null : grid.at(0, column);
            if (amount != null) {
                first = Math.min(first, amount.spot().line());
            }
        }
        return first == Integer.MAX_VALUE ? 0 : first;
    }

    private static Optional<Relation> total(Grid grid, String text, int line) {
        Matcher matcher = TOTAL.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int start = matcher.start(1);
        List<Amount> numbers = Numerals.in(text, line, 0);
        Optional<Amount> whole = numbers.stream()
                .filter(number -> number.spot().start() == start)
                .findFirst();
        if (whole.isEmpty()
                || whole.get().vague()
                || numbers.size() > 1
                || whole.get().unit().isEmpty()) {
            return Optional.empty();
        }
        Amount target = whole.get();
        List<Amount> parts = parts(grid);
        if (parts.size() < 2
                || !parts.stream()
                        .allMatch(part -> part.unit().isEmpty() || part.unit().equals(target.unit()))) {
            return Optional.empty();
        }
        String unit = Plain.tight(grid.unit());
        if (!unit.isEmpty() && !unit.endsWith(target.unit())) {
            return Optional.empty();
        }
        Sum sum = Sum.of("아래 표의 수를 더하여", target, Breakdowns.aligned(target, parts), grid.slack(parts.size()));
        return sum.holds() || Doubt.mistyped(sum) ? Optional.of(sum) : Optional.empty();
    }

    /** The numbers of a single row or column without a total of its own. */
    private static List<Amount> parts(Grid grid) {
        Grid row = grid.rows() == 1 ? grid : grid.turned();
        List<Amount> parts = new ArrayList<>();
        if (row.rows() != 1) {
            return parts;
        }
        for (int column = 0; column < row.columns(); column++) {
            Amount amount = row.firm(0, column);
            if (amount == null || row.top(column) != Meaning.PLAIN) {
                return List.of();
            }
            if (!amount.blank()) {
                parts.add(amount);
            }
        }
        return parts;
    }

    private static Optional<Relation> kinds(Grid grid, String text, int line) {
        Matcher matcher = KINDS.matcher(text);
        Grid row = grid.rows() == 1 ? grid : grid.turned();
        if (row.rows() != 1 || !matcher.find() || matcher.find()) {
            return Optional.empty();
        }
        matcher.reset();
        matcher.find();
        Amount target = Numerals.in(text.substring(0, matcher.end()), line, 0).getLast();
        int count = 0;
        boolean total = false;
        boolean rest = false;
        for (int column = 0; column < row.columns(); column++) {
            Meaning meaning = row.top(column);
            if (meaning.totaling()) {
                total = true;
            } else if (meaning == Meaning.PLAIN) {
                int kinds = kinds(Plain.tight(Grid.words(row.tops().get(column))));
                if (kinds == 0) {
                    return Optional.empty();
                }
                count += kinds;
                rest |= REST.matcher(Plain.tight(Grid.words(row.tops().get(column))))
                        .matches();
            } else {
                return Optional.empty();
            }
        }
        // 기타(2) shows that the columns are kinds and not groups of them; without it only agreement counts
        boolean told = rest && Doubt.oneEdit(target.printed(), String.valueOf(count));
        boolean same = target.value().compareTo(BigDecimal.valueOf(count)) == 0;
        return total && count > 1 && (told || same) && !target.vague()
                ? Optional.of(new Product("아래 표의 종류를 세어", target, List.of(), BigDecimal.valueOf(count)))
                : Optional.empty();
    }

    /** 기타(2) stands for two kinds; 기타 alone for who knows how many. */
    private static int kinds(String heading) {
        Matcher rest =
                Pattern.compile("^(?:기타|그외|나머지)\\((\\d{1,2})(?:종|개)?\\)$").matcher(heading);
        if (rest.matches()) {
            return Integer.parseInt(rest.group(1));
        }
        return heading.isEmpty() || heading.matches("기타|그외|나머지|그밖.*") ? 0 : 1;
    }
}
