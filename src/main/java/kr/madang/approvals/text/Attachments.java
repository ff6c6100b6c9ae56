package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the lines that list what is attached (붙임): the mark, its blank, counting, and the number of copies. */
final class Attachments {
    private static final Pattern BEGIN =
            Pattern.compile("([ \\t\\u3000]*)붙 ?임(?=[ \\t\\u3000\\u00a0:：]|$|\\d)([ \\t\\u3000\\u00a0:：]*)(.*)");
    private static final Pattern NUMBERED =
            Pattern.compile("[ \\t\\u3000\\u00a0]*(\\d{1,2})\\.[ \\t\\u3000\\u00a0]*(.*)");
    private static final Pattern COPIES = Pattern.compile("\\d ?부(\\.?)$");

    /** One attached thing and where its text begins and ends in its last line. */
    private record Entry(Row row, int from, int to, int number) {}

    private Attachments() {}

    static boolean begins(Row row) {
        return BEGIN.matcher(row.text()).matches();
    }

    /** @param rows from the line of 붙임 to the end of the body */
    static List<Finding> check(List<Row> rows) {
        var findings = new ArrayList<Finding>();
        if (rows.isEmpty()) return findings;
        var first = rows.getFirst();
        var mark = BEGIN.matcher(first.text());
        if (!mark.matches()) return findings;
        var between = mark.group(2);
        if (!mark.group(3).isEmpty() && (Row.width(between) != 2 || between.contains(":") || between.contains("：")))
            findings.add(first.sure(Check.ATTACHMENT_MARK, mark.start(2), mark.end(2), "  "));
        var entries = entries(rows, mark.start(3));
        count(entries, findings);
        entries.forEach(entry -> copies(entry, findings));
        return findings;
    }

    private static List<Entry> entries(List<Row> rows, int from) {
        var entries = new ArrayList<Entry>();
        for (var row : rows) {
            int begin = row == rows.getFirst() ? from : 0;
            int end = Ending.of(row)
                    .map(Ending::from)
                    .orElse(row.text().stripTrailing().length());
            if (row.blank() || row.table() || end <= begin) continue;
            var found = NUMBERED.matcher(row.text().substring(begin, end));
            if (found.matches())
                entries.add(new Entry(row, begin + found.start(1), end, Integer.parseInt(found.group(1))));
            else if (entries.isEmpty()) entries.add(new Entry(row, begin, end, 0));
            else {
                var before = entries.removeLast();
                entries.add(new Entry(row, row.indent(), end, before.number));
            }
        }
        return entries;
    }

    private static void count(List<Entry> entries, List<Finding> findings) {
        if (entries.size() == 1) {
            var only = entries.getFirst();
            if (only.number > 0 && only.row.text().startsWith(only.number + ".", only.from))
                findings.add(only.row.maybe(Check.ATTACHMENT_LONE, only.from, text(only), ""));
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            boolean here = entry.row.text().startsWith(entry.number + ".", entry.from);
            if (entry.number == i + 1 || !here) continue;
            int to = entry.from + String.valueOf(entry.number).length();
            findings.add(entry.row.maybe(Check.ATTACHMENT_NUMBER, entry.from, to, String.valueOf(i + 1), i + 1));
        }
    }

    /** Where the text begins behind number, point and blanks. */
    private static int text(Entry entry) {
        int at = entry.from + (entry.number + ".").length();
        while (at < entry.to && Row.space(entry.row.text().charAt(at))) at++;
        return at;
    }

    private static void copies(Entry entry, List<Finding> findings) {
        var said = COPIES.matcher(entry.row.text().substring(entry.from, entry.to));
        if (!said.find()) findings.add(entry.row.maybe(Check.ATTACHMENT_COPIES, entry.to, entry.to, " 1부."));
        else if (said.group(1).isEmpty())
            findings.add(entry.row.sure(Check.ATTACHMENT_COPIES, entry.to, entry.to, "."));
    }
}
