package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.madang.kernel.Refused;

/**
 * Looks over a text while it is written (작성 점검). Finds what does not follow the style of official papers and puts right what has only
 * one right form; the text is never refused for its style.
 */
public final class Writing {
    /** Longer texts belong into an attachment. */
    public static final int LONGEST = 300_000;

    private static final int ROUNDS = 8;

    private Writing() {}

    /** @return findings in the order of the text */
    public static List<Finding> check(String text) {
        if (text.length() > LONGEST) throw Refused.invalid("approvals.text.size", LONGEST);
        var rows = Row.of(text);
        var at = Parts.bounds(rows);
        var findings = new ArrayList<Finding>();
        for (var row : rows) {
            findings.addAll(Dates.check(row));
            findings.addAll(Times.check(row));
            findings.addAll(Amounts.check(row));
        }
        findings.addAll(Items.check(rows.subList(at.body(), at.attachments())));
        findings.addAll(Attachments.check(rows.subList(at.attachments(), at.closing())));
        findings.addAll(Ending.check(rows));
        findings.addAll(parts(rows, Parts.of(text)));
        findings.sort(Comparator.comparingInt(Finding::start)
                .thenComparing(Finding::end)
                .thenComparing(Finding::check));
        return List.copyOf(findings);
    }

    /** The text with everything certain put right; the rest is left as it is. */
    public static String fix(String text) {
        var now = text;
        for (int round = 0; round < ROUNDS; round++) {
            var next = apply(now, check(now).stream().filter(Finding::certain).toList());
            if (next.equals(now)) return now;
            now = next;
        }
        return now;
    }

    /** The text with the proposals of these findings; of two that touch the same place, the earlier wins. */
    public static String apply(String text, List<Finding> findings) {
        var out = new StringBuilder();
        int at = 0;
        for (var finding : findings) {
            var proposal = finding.proposal();
            if (proposal == null || finding.start() < at) continue;
            out.append(text, at, finding.start()).append(proposal);
            at = finding.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** A text that has a head or a title is meant as a whole paper; one that has neither is only a body. */
    private static List<Finding> parts(List<Row> rows, Parts parts) {
        var findings = new ArrayList<Finding>();
        var first = rows.getFirst();
        boolean receiver = parts.head().lines().anyMatch(line -> line.strip().startsWith("수신"));
        boolean addressed = rows.stream().anyMatch(row -> row.text().strip().startsWith("수신"));
        if (parts.title().isEmpty() && addressed) findings.add(first.maybe(Check.PART_TITLE, 0, 0, null));
        if (!parts.title().isEmpty() && !receiver) findings.add(first.maybe(Check.PART_RECEIVER, 0, 0, null));
        boolean inside = parts.head().contains("내부결재");
        if (!parts.title().isEmpty() && receiver && !inside && parts.closing().isEmpty()) {
            var last = rows.getLast();
            findings.add(last.maybe(
                    Check.PART_SENDER, last.text().length(), last.text().length(), null));
        }
        return findings;
    }
}
