package kr.madang.notices.web.sends;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.SendList;
import org.jspecify.annotations.Nullable;

/** A month of sends, week by week from Sunday (발송 달력). */
public record MonthView(YearMonth month, List<List<Day>> weeks, int sends) {
    /** @param holiday its name; null on other days @param inside whether it belongs to the month */
    public record Day(
            LocalDate date,
            boolean inside,
            boolean today,
            @Nullable String holiday,
            List<Entry> entries) {
        public boolean off() {
            return holiday != null || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        }

        public boolean saturday() {
            return date.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
    }

    /** @param night whether it is between 21:00 and 08:00 */
    public record Entry(SendList.Item send, boolean night) {}

    static MonthView of(YearMonth month, LocalDate today, List<SendList.Item> sends, Calendar calendar) {
        var byDay = sends.stream().collect(Collectors.groupingBy(SendList.Item::day));
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        var weeks = new ArrayList<List<Day>>();
        for (var week = first; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            var days = new ArrayList<Day>();
            for (int i = 0; i < 7; i++) {
                var date = week.plusDays(i);
                boolean inside = YearMonth.from(date).equals(month);
                var entries = byDay.getOrDefault(date, List.of()).stream()
                        .map(s -> new Entry(s, Calendar.night(s.at())))
                        .toList();
                days.add(new Day(
                        date, inside, date.equals(today), calendar.holiday(date), inside ? entries : List.of()));
            }
            weeks.add(days);
        }
        return new MonthView(month, weeks, sends.size());
    }
}
