package kr.madang.notices.sends;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kr.madang.notices.Kind;
import org.jspecify.annotations.Nullable;

/**
 * When a message may go out (발송 시간). Nights are from 21:00 to 08:00 in Seoul; advertising never goes at night (정보통신망법 제50조), what saves lives
 * goes at any hour, and for the rest the office decides.
 */
public final class Calendar {
    /** Why nothing of a kind goes out at a moment. */
    public enum Closed {
        NIGHT,
        WEEKEND,
        HOLIDAY;

        public String code() {
            return "notices.closed." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** When a kind rests (발송 제한). */
    public record Rule(boolean night, boolean weekend, boolean holiday) {
        public static final Rule NEVER = new Rule(false, false, false);
    }

    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    public static final LocalTime EVENING = LocalTime.of(21, 0);
    public static final LocalTime MORNING = LocalTime.of(8, 0);
    /** No row of days off is as long. */
    private static final int LONGEST = 400;

    private final Map<Kind, Rule> rules;
    private final Map<LocalDate, String> holidays;

    /** Whatever the office has decided, the law stays: advertising rests at night, and disasters never. */
    public Calendar(Map<Kind, Rule> rules, Map<LocalDate, String> holidays) {
        var lawful = new EnumMap<Kind, Rule>(Kind.class);
        for (var kind : Kind.values()) lawful.put(kind, lawful(kind, rules.getOrDefault(kind, Rule.NEVER)));
        this.rules = Map.copyOf(lawful);
        this.holidays = new TreeMap<>(holidays);
    }

    private static Rule lawful(Kind kind, Rule wanted) {
        return switch (kind) {
            case DISASTER -> Rule.NEVER;
            case ADVERTISING -> new Rule(true, wanted.weekend(), wanted.holiday());
            case PUBLIC -> wanted;
        };
    }

    public Rule rule(Kind kind) {
        return rules.getOrDefault(kind, Rule.NEVER);
    }

    /** The name of the holiday; null on other days. */
    public @Nullable String holiday(LocalDate day) {
        return holidays.get(day);
    }

    public static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** From 21:00 on, and before 08:00. */
    public static boolean night(Instant at) {
        var time = at.atZone(SEOUL).toLocalTime();
        return !time.isBefore(EVENING) || time.isBefore(MORNING);
    }

    /** Whether people are asleep or off duty, whatever the kind. */
    public Optional<Closed> unusual(Instant at) {
        var day = LocalDate.ofInstant(at, SEOUL);
        if (night(at)) return Optional.of(Closed.NIGHT);
        if (holidays.containsKey(day)) return Optional.of(Closed.HOLIDAY);
        return weekend(day) ? Optional.of(Closed.WEEKEND) : Optional.empty();
    }

    /** What keeps a kind from going out at the moment; empty when nothing does. */
    public Optional<Closed> closed(Kind kind, Instant at) {
        var rule = rule(kind);
        var day = LocalDate.ofInstant(at, SEOUL);
        if (rule.night() && night(at)) return Optional.of(Closed.NIGHT);
        if (rule.holiday() && holidays.containsKey(day)) return Optional.of(Closed.HOLIDAY);
        return rule.weekend() && weekend(day) ? Optional.of(Closed.WEEKEND) : Optional.empty();
    }

    /** The first moment from {@code at} on at which the kind may go out. */
    public Instant next(Kind kind, Instant at) {
        var moment = at;
        for (int i = 0; i < LONGEST && closed(kind, moment).isPresent(); i++) moment = edge(moment);
        return moment;
    }

    /** How long from {@code at} on the kind may go out without a break, looking a day ahead; {@code at} itself when it may not. */
    public Instant until(Kind kind, Instant at) {
        var most = at.plus(Duration.ofDays(1));
        var moment = at;
        while (moment.isBefore(most) && closed(kind, moment).isEmpty()) moment = edge(moment);
        return moment.isAfter(most) ? most : moment;
    }

    /** The next moment at which something may change: midnight, 08:00 or 21:00. */
    private static Instant edge(Instant at) {
        ZonedDateTime now = at.atZone(SEOUL);
        var time = now.toLocalTime();
        var day = now.toLocalDate();
        var next = time.isBefore(MORNING)
                ? day.atTime(MORNING)
                : time.isBefore(EVENING) ? day.atTime(EVENING) : day.plusDays(1).atStartOfDay();
        return next.atZone(SEOUL).toInstant();
    }

    /** Whether a send that should have gone long ago must be looked at by somebody before it goes (묵은 예약). */
    public static boolean stale(Instant due, Instant now, Duration patience) {
        return now.isAfter(due.plus(patience));
    }
}
