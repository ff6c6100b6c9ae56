package kr.madang.approvals.registers;

import java.time.LocalDate;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers someone looks for (등록대장 찾기); empty parts do not narrow.
 *
 * @param unit code of the unit; of no meaning where the register counts for the whole office
 * @param year 0 for all; numbers that count on over the years are of the year in which they were given
 * @param first smallest number
 * @param last greatest number
 * @param from first day of registration
 * @param to last day, included
 * @param title part of the title
 * @param drafter part of the drafter's name
 */
public record RegisterQuery(
        Book book,
        String unit,
        int year,
        @Nullable Long first,
        @Nullable Long last,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String title,
        String drafter) {
    private static final int LONGEST = 100;
    private static final int LAST_YEAR = 9998;

    public RegisterQuery {
        if (year < 0 || year > LAST_YEAR) throw Refused.invalid("approvals.number.year", String.valueOf(year));
        unit = plain(unit);
        title = plain(title);
        drafter = plain(drafter);
        if (first != null && last != null && last < first)
            throw Refused.invalid("approvals.register.reversed", first, last);
        if (from != null && to != null && to.isBefore(from)) throw Refused.invalid("kernel.period.reversed", from, to);
    }

    public static RegisterQuery of(Book book, String unit, int year) {
        return new RegisterQuery(book, unit, year, null, null, null, null, "", "");
    }

    public RegisterQuery titled(String part) {
        return new RegisterQuery(book, unit, year, first, last, from, to, part, drafter);
    }

    private static String plain(String typed) {
        var text = typed.replace("\0", "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
