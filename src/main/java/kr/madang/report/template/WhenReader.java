package kr.madang.report.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.madang.kernel.Period;
import org.jspecify.annotations.Nullable;

/** Reads the time of a bound number: {@code 올해}, {@code 누계}, {@code 작년 5월~6월}, {@code 2023-05-31}. */
final class WhenReader {
    private static final String YEAR = "(올해|작년|재작년|내년|[12][0-9]{3}년?)";
    private static final Pattern WHOLE_YEAR = Pattern.compile(YEAR);
    private static final Pattern YEAR_END = Pattern.compile(YEAR + " ?말");
    private static final Pattern MONTHS = Pattern.compile("(?:" + YEAR + " ?)?([0-9]{1,2})월(?: ?~ ?([0-9]{1,2})월)?");
    private static final Pattern DAY = Pattern.compile("(?:" + YEAR + " ?)?([0-9]{1,2})월 ?([0-9]{1,2})일");
    private static final Pattern ISO =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?: ?~ ?([0-9]{4}-[0-9]{2}-[0-9]{2}))?");
    private static final int LONGEST = 60;

    private WhenReader() {}

    /** Empty when the words mean no time. */
    static Optional<When> read(String text) {
        var words = text.strip().replaceAll("\\s+", " ");
        if (words.length() > LONGEST) return Optional.empty();
        try {
            return Optional.ofNullable(when(words));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable When when(String words) {
        if (words.equals("기준일")) return new When.AsOf();
        if (words.equals("누계")) return new When.ToDate();
        Matcher m;
        if ((m = WHOLE_YEAR.matcher(words)).matches()) return new When.Months(year(m.group(1)), 1, 12);
        if ((m = YEAR_END.matcher(words)).matches()) return new When.YearEnd(year(m.group(1)));
        if ((m = MONTHS.matcher(words)).matches()) return months(m);
        if ((m = DAY.matcher(words)).matches()) return day(m);
        if ((m = ISO.matcher(words)).matches()) return exact(m);
        return null;
    }

    private static @Nullable When months(Matcher m) {
        int first = Integer.parseInt(m.group(2));
        int last = m.group(3) == null ? first : Integer.parseInt(m.group(3));
        if (first < 1 || last > 12 || last < first) return null;
        return new When.Months(year(m.group(1)), first, last);
    }

    private static @Nullable When day(Matcher m) {
        int month = Integer.parseInt(m.group(2));
        int day = Integer.parseInt(m.group(3));
        var year = year(m.group(1));
        // a relative year may be a leap year
        if (day < 1
                || day
                        > YearMonth.of(year.relative() ? 2000 : year.value(), month)
                                .lengthOfMonth()) return null;
        return new When.Day(year, month, day);
    }

    private static @Nullable When exact(Matcher m) {
        var from = LocalDate.parse(m.group(1));
        var to = m.group(2) == null ? from : LocalDate.parse(m.group(2));
        return to.isBefore(from) ? null : new When.Exact(new Period(from, to));
    }

    private static When.Year year(@Nullable String word) {
        return switch (word) {
            case null -> When.Year.THIS;
            case "올해" -> When.Year.THIS;
            case "작년" -> new When.Year(true, -1);
            case "재작년" -> new When.Year(true, -2);
            case "내년" -> new When.Year(true, 1);
            default -> new When.Year(false, Integer.parseInt(word.substring(0, 4)));
        };
    }
}
