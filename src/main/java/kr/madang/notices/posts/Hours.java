package kr.madang.notices.posts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import kr.madang.kernel.Refused;
import kr.madang.notices.sends.Calendar;

/**
 * When an officer wants to be told (알림 시간), in Seoul. Hours that end before they begin go on into the next morning, which belongs to the day
 * on which they began.
 *
 * @param from first hour, 0 to 23
 * @param to the hour at which it ends, 1 to 24
 */
public record Hours(Set<DayOfWeek> days, int from, int to) {
    public static final Hours USUAL = new Hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9, 18);
    private static final int DAY = 24;

    public Hours {
        days = Set.copyOf(days);
        if (days.isEmpty()) throw Refused.invalid("notices.posts.days");
        if (from < 0 || from >= DAY || to < 1 || to > DAY || from == to) throw Refused.invalid("notices.posts.hours");
    }

    public boolean open(Instant at) {
        var there = at.atZone(Calendar.SEOUL);
        int hour = there.getHour();
        if (from < to) return hour >= from && hour < to && days.contains(there.getDayOfWeek());
        if (hour >= from) return days.contains(there.getDayOfWeek());
        return hour < to && days.contains(there.getDayOfWeek().minus(1));
    }

    int bits() {
        return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }

    static Set<DayOfWeek> days(int bits) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if ((bits & 1 << day.ordinal()) != 0) days.add(day);
        return days;
    }
}
