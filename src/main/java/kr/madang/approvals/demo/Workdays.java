package kr.madang.approvals.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kr.madang.kernel.seed.Draw;

/** Office days and hours (근무일·근무시간) by which the papers of the demo office go. */
final class Workdays {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    /** Those with a fixed day; the moving ones are left out. */
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(3, 1),
            MonthDay.of(5, 5),
            MonthDay.of(6, 6),
            MonthDay.of(8, 15),
            MonthDay.of(10, 3),
            MonthDay.of(10, 9),
            MonthDay.of(12, 25));

    private Workdays() {}

    static List<LocalDate> of(int year) {
        var first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).filter(Workdays::works).toList();
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /** So many minutes later, or in the morning of the next office day when it is after hours by then. */
    static Instant later(Instant at, Draw draw, int least, int most) {
        var then = at.plusSeconds(60L * draw.between(least, most) + draw.between(0, 59))
                .atZone(SEOUL);
        if (then.toLocalTime().isBefore(CLOSES) && !then.toLocalTime().isBefore(OPENS) && works(then.toLocalDate()))
            return then.toInstant();
        var day = then.toLocalTime().isBefore(OPENS)
                ? then.toLocalDate()
                : then.toLocalDate().plusDays(1);
        while (!works(day)) day = day.plusDays(1);
        return day.atTime(OPENS).atZone(SEOUL).toInstant().plusSeconds(draw.between(60, 90 * 60));
    }
}
