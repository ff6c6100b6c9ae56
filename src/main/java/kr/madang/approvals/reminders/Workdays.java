package kr.madang.approvals.reminders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The working days of the office (근무일): every day but Saturday and Sunday, for the house keeps no calendar of holidays. */
final class Workdays {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private Workdays() {}

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SEOUL);
    }

    static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The working day something counts for: what is done at the weekend counts for Monday. */
    static LocalDate countsFor(Instant at) {
        var day = day(at);
        while (!works(day)) day = day.plusDays(1);
        return day;
    }
}
