package kr.madang.approvals.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.madang.kernel.Korean;

/** Checks that days are written as numbers with points, {@code 2026. 11. 21.} (날짜 표기). */
final class Dates {
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\w.\\-/가-힣'])('\\d{2}|\\d{4})( ?년 ?| {0,2}\\. {0,2}|-|/)(\\d{1,2})( ?월 ?| {0,2}\\. {0,2}|-|/)(\\d{1,2})( ?일|\\.)?(?!\\d|호|[-/.:T]\\d|\\.?[A-Za-z])");
    private static final Pattern WEEKDAY = Pattern.compile(" ?\\(([월화수목금토일])(요일)?\\)");
    private static final Pattern LETTERS = Pattern.compile("(?<![\\d년] ?)(\\d{1,2})월 ?(\\d{1,2})일(?!\\d|간)");

    private Dates() {}

    static List<Finding> check(Row row) {
        var findings = new ArrayList<Finding>();
        var found = DATE.matcher(row.text());
        while (found.find()) if (alike(found.group(2), found.group(4))) whole(row, found, findings);
        var brief = LETTERS.matcher(row.text());
        while (brief.find()) {
            var proposal = brief.group(1).replaceFirst("^0", "") + ". "
                    + brief.group(2).replaceFirst("^0", "") + ".";
            findings.add(row.maybe(Check.DATE_FORM, brief.start(), brief.end(), proposal, brief.group(), proposal));
        }
        return findings;
    }

    private static boolean alike(String first, String second) {
        return first.strip().replace('년', '월').equals(second.strip());
    }

    private static void whole(Row row, Matcher found, List<Finding> findings) {
        boolean full = found.group(1).length() == 4;
        int year = full
                ? Integer.parseInt(found.group(1))
                : 2000 + Integer.parseInt(found.group(1).substring(1));
        if (year < 1800 || year > 2200) return;
        try {
            var day = LocalDate.of(year, Integer.parseInt(found.group(3)), Integer.parseInt(found.group(5)));
            var right = Korean.date(day);
            if (!found.group().equals(right)) findings.add(form(row, found.toMatchResult(), right, full));
            weekday(row, found.end(), day, findings);
        } catch (DateTimeException impossible) {
            findings.add(row.maybe(Check.DATE_IMPOSSIBLE, found.start(), found.end(), null, found.group()));
        }
    }

    private static Finding form(Row row, MatchResult found, String right, boolean full) {
        return full
                ? row.sure(Check.DATE_FORM, found.start(), found.end(), right, found.group(), right)
                : row.maybe(Check.DATE_FORM, found.start(), found.end(), right, found.group(), right);
    }

    /** Either the day or its weekday is wrong; which one, only the writer knows. */
    private static void weekday(Row row, int from, LocalDate day, List<Finding> findings) {
        var said = WEEKDAY.matcher(row.text()).region(from, row.text().length());
        if (!said.lookingAt()) return;
        var right = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.KOREAN);
        if (!said.group(1).equals(right))
            findings.add(row.maybe(Check.DATE_WEEKDAY, said.start(1), said.end(1), right, Korean.date(day), right));
    }
}
