package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that times are written on the 24-hour clock with a colon, {@code 14:05} (시각 표기). */
final class Times {
    private static final Pattern HALVES =
            Pattern.compile("(오전|오후) ?(\\d{1,2})(?:시(?: ?(\\d{1,2})분|( ?반))?|:(\\d{2}))(?!간|\\d)");
    private static final Pattern LETTERS = Pattern.compile("(?<![\\d:])(\\d{1,2})시 ?(\\d{1,2})분");
    private static final Pattern HOUR = Pattern.compile("(?<![\\d:])(\\d{1,2})시(?=$|[ ~,.)]|에|부터|까지)(?! ?\\d)");
    private static final Pattern COLON =
            Pattern.compile("(?<![\\d:])(\\d{1,2}):(\\d{2})(?![\\d:])(?: ?([AaPp])\\.?[Mm]\\b\\.?)?");

    private final Row row;
    private final List<Finding> findings = new ArrayList<>();
    private final boolean[] taken;

    private Times(Row row) {
        this.row = row;
        this.taken = new boolean[row.text().length() + 1];
    }

    static List<Finding> check(Row row) {
        var times = new Times(row);
        times.halves();
        times.letters();
        times.colons();
        return times.findings;
    }

    private void halves() {
        var found = HALVES.matcher(row.text());
        while (found.find()) {
            int hour = Integer.parseInt(found.group(2));
            int minute = found.group(4) != null ? 30 : number(found.group(3), found.group(5));
            boolean afternoon = found.group(1).equals("오후");
            take(found);
            if (hour > 12 && afternoon && hour < 24) put(found, hour, minute, true);
            else if (hour > 12) impossible(found);
            else put(found, hour % 12 + (afternoon ? 12 : 0), minute, hour < 12 || afternoon);
        }
    }

    private void letters() {
        var found = LETTERS.matcher(row.text());
        while (found.find())
            if (take(found)) {
                int hour = Integer.parseInt(found.group(1));
                put(found, hour, Integer.parseInt(found.group(2)), hour > 12);
            }
        found = HOUR.matcher(row.text());
        while (found.find()) if (take(found)) put(found, Integer.parseInt(found.group(1)), 0, false);
    }

    private void colons() {
        var found = COLON.matcher(row.text());
        while (found.find())
            if (take(found)) {
                int hour = Integer.parseInt(found.group(1));
                int minute = Integer.parseInt(found.group(2));
                var half = found.group(3);
                if (half != null && hour >= 1 && hour <= 12)
                    put(found, hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0), minute, true);
                else if (found.group(1).length() == 1 && minute < 60) put(found, hour, minute, false);
                // 60:40 is a proportion, 25:00 is not
                else if (hour < 30 && !possible(hour, minute)) impossible(found);
            }
    }

    private static int number(@Nullable String one, @Nullable String other) {
        var digits = one == null ? other : one;
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** What was read as one time is not read as another. */
    private boolean take(Matcher found) {
        if (taken[found.start()]) return false;
        for (int i = found.start(); i < found.end(); i++) taken[i] = true;
        return true;
    }

    private static boolean possible(int hour, int minute) {
        return minute < 60 && (hour < 24 || hour == 24 && minute == 0);
    }

    private void put(Matcher found, int hour, int minute, boolean certain) {
        if (!possible(hour, minute)) {
            impossible(found);
            return;
        }
        var right = "%02d:%02d".formatted(hour, minute);
        findings.add(
                certain
                        ? row.sure(Check.TIME_FORM, found.start(), found.end(), right, found.group(), right)
                        : row.maybe(Check.TIME_FORM, found.start(), found.end(), right, found.group(), right));
    }

    private void impossible(Matcher found) {
        findings.add(row.maybe(Check.TIME_IMPOSSIBLE, found.start(), found.end(), null, found.group()));
    }
}
