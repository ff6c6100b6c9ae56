package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The word that closes a paper (끝 표시): after the last character, one full character (2타) apart, with a point.
 *
 * @param from where the white space before it begins
 * @param word where 끝 stands
 * @param to behind it and its point
 */
record Ending(int from, int word, int to) {
    private static final Pattern END = Pattern.compile("끝(\\.?)[ \\t\\u3000\\u00a0]*$");
    private static final String APART = "  ";

    static Optional<Ending> of(Row row) {
        var found = END.matcher(row.text());
        if (!found.find()) return Optional.empty();
        int word = found.start();
        int from = word;
        while (from > 0 && Row.space(row.text().charAt(from - 1))) from--;
        boolean apart = from < word || word == 0 || ".)]|".indexOf(row.text().charAt(word - 1)) >= 0;
        return apart ? Optional.of(new Ending(from, word, found.end(1))) : Optional.empty();
    }

    static List<Finding> check(List<Row> rows) {
        var findings = new ArrayList<Finding>();
        var at = Parts.bounds(rows);
        int last = rows.size() - 1;
        while (last >= 0 && rows.get(last).blank()) last--;
        if (last <= at.title()) return findings;
        var ends = rows.stream().filter(row -> of(row).isPresent()).toList();
        if (ends.isEmpty()) missing(rows.get(last), findings);
        for (var row : ends) form(row, row.number() > 1 ? rows.get(row.number() - 2) : row, findings);
        for (int i = 1; i < ends.size(); i++) {
            var earlier = ends.get(i - 1);
            var end = of(earlier).orElseThrow();
            findings.add(earlier.maybe(Check.END_PLACE, end.from(), end.to(), ""));
        }
        return findings;
    }

    private static void missing(Row row, List<Finding> findings) {
        int end = row.text().stripTrailing().length();
        if (row.table())
            findings.add(row.sure(Check.END_MISSING, end, row.text().length(), "\n" + APART + "끝."));
        else findings.add(row.sure(Check.END_MISSING, end, row.text().length(), APART + "끝."));
    }

    /** On a line of its own it may stand under a table or after a line that was full. */
    private static void form(Row row, Row before, List<Finding> findings) {
        var end = of(row).orElseThrow();
        var spaces = row.text().substring(end.from, end.word);
        boolean own = end.from == 0;
        boolean right = own
                ? Row.width(spaces) == (before.table() ? 2 : Row.width(spaces) == 0 ? 0 : 2)
                : Row.width(spaces) == 2;
        boolean point = row.text().charAt(end.to - 1) == '.';
        if (right && point) return;
        var apart = right ? spaces : APART;
        findings.add(row.sure(Check.END_FORM, end.from, row.text().length(), apart + "끝."));
    }
}
