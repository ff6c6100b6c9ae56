package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks amounts that begin with 금: grouping by commas, the Hangul reading, and that both say the same (금액 표기). */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![가-힣])금 ?([\\d,]{1,40}) ?원(?:정|整)?(?: ?\\( ?(?:一?금 ?)?([영일이삼사오육칠팔구십백천만억조경 ]{1,60})원(?:정|整)? ?\\))?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})*");
    private static final int MOST_DIGITS = 17;

    private Amounts() {}

    static List<Finding> check(Row row) {
        var findings = new ArrayList<Finding>();
        var found = AMOUNT.matcher(row.text());
        while (found.find()) one(row, found, findings);
        return findings;
    }

    private static void one(Row row, Matcher found, List<Finding> findings) {
        var digits = found.group(1).replace(",", "");
        if (digits.isEmpty()) return;
        if (digits.length() > MOST_DIGITS || Long.parseLong(digits) > Amount.MOST) {
            findings.add(row.maybe(Check.AMOUNT_RANGE, found.start(), found.end(), null, found.group(1)));
            return;
        }
        long won = Long.parseLong(digits);
        var right = Amount.text(won);
        if (found.group().equals(right)) return;
        var reading = found.group(2);
        boolean sure = plain(found.group(1));
        var check = Check.AMOUNT_FORM;
        if (reading == null) check = Check.AMOUNT_READING;
        else if (Amount.read(reading.strip()).orElse(-1) != won) {
            check = Check.AMOUNT_MISMATCH;
            sure = false;
        }
        findings.add(
                sure
                        ? row.sure(check, found.start(), found.end(), right, right)
                        : row.maybe(check, found.start(), found.end(), right, right));
    }

    /** 1,13,560 may be a slip of a digit; what it means is not certain. */
    private static boolean plain(String figures) {
        return !figures.contains(",") || GROUPED.matcher(figures).matches();
    }
}
