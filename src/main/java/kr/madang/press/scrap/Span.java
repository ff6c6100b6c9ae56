package kr.madang.press.scrap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * What an edition covers (수록 기간): from half past seven of the working day before it to half past seven of its own day, so that the first
 * edition after days off covers them all and no article falls between two.
 */
public record Span(Instant since, Instant until, int daysOff) {
    public static final LocalTime HOUR = LocalTime.of(7, 30);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int LONGEST = 30;

    public static Span of(LocalDate day, Predicate<LocalDate> works) {
        var before = day.minusDays(1);
        int off = 0;
        while (!works.test(before) && off < LONGEST) {
            before = before.minusDays(1);
            off++;
        }
        return new Span(at(before), at(day), off);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(HOUR).atZone(SEOUL).toInstant();
    }

    /** Whether it is a holiday edition (연휴판). */
    public boolean holiday() {
        return daysOff > 2;
    }
}
