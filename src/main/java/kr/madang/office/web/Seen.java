package kr.madang.office.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.madang.kernel.Refused;

/** What an editor had before them (고치기 전 값), carried through their form, so that nobody writes over what they have not seen. */
final class Seen {
    private static final int SPARE = 3;

    private Seen() {}

    /** One row of targets as it is typed. */
    record Row(String by, String percent) {}

    static String write(List<Long> months) {
        return months.stream().map(m -> Long.toString(m)).collect(Collectors.joining(","));
    }

    static String write(SortedMap<LocalDate, BigDecimal> targets) {
        return targets.entrySet().stream()
                .map(t -> t.getKey() + "=" + t.getValue().toPlainString())
                .collect(Collectors.joining(","));
    }

    static List<Long> months(String text) {
        try {
            return parts(text).stream().map(Long::valueOf).toList();
        } catch (NumberFormatException e) {
            throw unseen();
        }
    }

    /** The months whose plan is no longer what the editor saw; all of them when the form does not say what that was. */
    static Set<Integer> moved(String text, List<Long> stored) {
        var seen = readable(text);
        return IntStream.rangeClosed(1, stored.size())
                .filter(m -> m > seen.size() || !seen.get(m - 1).equals(stored.get(m - 1)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Long> readable(String text) {
        try {
            return months(text);
        } catch (Refused unreadable) {
            return List.of();
        }
    }

    static SortedMap<LocalDate, BigDecimal> targets(String text) {
        var targets = new TreeMap<LocalDate, BigDecimal>();
        try {
            for (var part : parts(text)) {
                int at = part.indexOf('=');
                if (at < 0 || part.length() > 30) throw unseen();
                targets.put(LocalDate.parse(part.substring(0, at)), new BigDecimal(part.substring(at + 1)));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw unseen();
        }
        return targets;
    }

    /** The targets and empty rows for more, at least so many in all. */
    static List<Row> rows(SortedMap<LocalDate, BigDecimal> targets, int least) {
        var rows = new ArrayList<Row>();
        targets.forEach((day, percent) -> rows.add(new Row(day.toString(), percent.toPlainString())));
        while (rows.size() < Math.max(least, targets.size() + SPARE)) rows.add(new Row("", ""));
        return rows;
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", 100));
    }

    /** A form that does not say what its editor saw counts as one whose ground has changed. */
    private static Refused unseen() {
        return Refused.conflict("office.plan.changed");
    }
}
