package kr.madang.kernel.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads days the ways people in the office type them. */
final class Days {
    private static final Pattern TYPED =
            Pattern.compile("(\\d{4})(?:(\\d{2})(\\d{2})|\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(\\d{1,2})\\s*\\.?)");

    private Days() {}

    /** @throws DateTimeException when it is not a day of the calendar */
    static LocalDate read(String typed) {
        var found = TYPED.matcher(typed.strip());
        if (!found.matches()) throw new DateTimeException(typed);
        boolean joined = found.group(2) != null;
        return LocalDate.of(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(joined ? 2 : 4)),
                Integer.parseInt(found.group(joined ? 3 : 5)));
    }
}
