package kr.madang.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The working days of the office (근무일): every day but Saturday, Sunday and holidays. */
@Component
public class Workdays {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Holidays holidays;

    public Workdays(Holidays holidays) {
        this.holidays = holidays;
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SEOUL);
    }

    public boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.has(day);
    }

    /** The working day something counts for: what is done on a day off counts for the next one. */
    public LocalDate countsFor(Instant at) {
        var day = day(at);
        while (!works(day)) day = day.plusDays(1);
        return day;
    }
}
