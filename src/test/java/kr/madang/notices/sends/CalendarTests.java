package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import kr.madang.notices.Kind;
import kr.madang.notices.sends.Calendar.Closed;
import kr.madang.notices.sends.Calendar.Rule;
import org.junit.jupiter.api.Test;

/** When a message may go out, whatever the clock says and however it jumps. */
class CalendarTests {
    private static final long SEED = 20_261_122;
    private static final Instant FROM = Instant.parse("2023-01-01T00:00:00Z");
    private static final long SPAN = Duration.ofDays(5 * 365).toSeconds();

    private final Random random = new Random(SEED);

    private static Instant at(String day, int hour, int minute) {
        return LocalDate.parse(day).atTime(hour, minute).atZone(Calendar.SEOUL).toInstant();
    }

    private Instant anyTime() {
        return FROM.plusSeconds((long) (random.nextDouble() * SPAN)).plusNanos(random.nextInt(1_000_000_000));
    }

    /** Offices decide all sorts of things. */
    private Calendar any() {
        var rules = new EnumMap<Kind, Rule>(Kind.class);
        for (var kind : Kind.values())
            if (random.nextBoolean())
                rules.put(kind, new Rule(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
        var holidays = new HashMap<LocalDate, String>();
        for (int i = 0; i < random.nextInt(120); i++)
            holidays.put(LocalDate.ofInstant(anyTime(), Calendar.SEOUL), "쉬는 날");
        return new Calendar(rules, holidays);
    }

    @Test
    void advertisingNeverGoesAtNightWhateverTheOfficeDecides() {
        for (int i = 0; i < 20_000; i++) {
            var at = anyTime();
            var time = at.atZone(Calendar.SEOUL).toLocalTime();
            boolean night = !time.isBefore(LocalTime.of(21, 0)) || time.isBefore(LocalTime.of(8, 0));
            if (night) assertThat(any().closed(Kind.ADVERTISING, at)).contains(Closed.NIGHT);
        }
    }

    @Test
    void whatSavesLivesGoesAtAnyHour() {
        for (int i = 0; i < 5_000; i++) {
            var at = anyTime();
            var calendar = any();
            assertThat(calendar.closed(Kind.DISASTER, at)).isEmpty();
            assertThat(calendar.next(Kind.DISASTER, at)).isEqualTo(at);
            assertThat(calendar.until(Kind.DISASTER, at)).isEqualTo(at.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void theNextMomentIsOpenAndNothingBeforeItIs() {
        for (int i = 0; i < 5_000; i++) {
            var calendar = any();
            var kind = Kind.values()[random.nextInt(3)];
            var at = anyTime();
            var next = calendar.next(kind, at);
            assertThat(next).isAfterOrEqualTo(at);
            assertThat(calendar.closed(kind, next)).isEmpty();
            for (int j = 0; j < 10 && next.isAfter(at); j++) {
                var before = at.plusNanos(
                        (long) (random.nextDouble() * Duration.between(at, next).toNanos()));
                if (before.isBefore(next))
                    assertThat(calendar.closed(kind, before)).isPresent();
            }
        }
    }

    @Test
    void fromNowUntilItClosesItIsOpen() {
        for (int i = 0; i < 5_000; i++) {
            var calendar = any();
            var kind = Kind.values()[random.nextInt(3)];
            var at = anyTime();
            var until = calendar.until(kind, at);
            if (calendar.closed(kind, at).isPresent()) {
                assertThat(until).isEqualTo(at);
                continue;
            }
            assertThat(until).isAfter(at).isBeforeOrEqualTo(at.plus(Duration.ofDays(1)));
            for (int j = 0; j < 10; j++) {
                var between = at.plusNanos((long)
                        (random.nextDouble() * Duration.between(at, until).toNanos()));
                if (between.isBefore(until))
                    assertThat(calendar.closed(kind, between)).isEmpty();
            }
            if (until.isBefore(at.plus(Duration.ofDays(1))))
                assertThat(calendar.closed(kind, until)).isPresent();
        }
    }

    /** A clock that is set, or a machine that slept: what counts is only the hour it is now. */
    @Test
    void aClockThatJumpsAcrossTheEveningStopsAdvertisingAtOnce() {
        var calendar = new Calendar(Map.of(), Map.of());
        for (int i = 0; i < 5_000; i++) {
            var day = LocalDate.ofInstant(anyTime(), Calendar.SEOUL).toString();
            var before = at(day, 20, 59).plusSeconds(random.nextInt(60));
            var after = at(day, 21, 0).plusSeconds(random.nextInt(11 * 3_600));
            assertThat(calendar.closed(Kind.ADVERTISING, before)).isEmpty();
            assertThat(calendar.closed(Kind.ADVERTISING, after)).contains(Closed.NIGHT);
            assertThat(calendar.until(Kind.ADVERTISING, before)).isEqualTo(at(day, 21, 0));
            assertThat(calendar.next(Kind.ADVERTISING, after))
                    .isEqualTo(at(LocalDate.parse(day).plusDays(1).toString(), 8, 0));
        }
    }

    @Test
    void theEdgesBelongToTheirSides() {
        var calendar = new Calendar(Map.of(), Map.of());
        assertThat(calendar.closed(Kind.ADVERTISING, at("2026-11-20", 8, 0))).isEmpty();
        assertThat(calendar.closed(Kind.ADVERTISING, at("2026-11-20", 8, 0).minusNanos(1)))
                .isPresent();
        assertThat(calendar.closed(Kind.ADVERTISING, at("2026-11-20", 21, 0).minusNanos(1)))
                .isEmpty();
        assertThat(calendar.closed(Kind.ADVERTISING, at("2026-11-20", 21, 0))).isPresent();
    }

    @Test
    void holidaysAndWeekendsRestWhenTheOfficeSaysSo() {
        var holiday = LocalDate.of(2026, 10, 9);
        var calendar = new Calendar(
                Map.of(Kind.PUBLIC, new Rule(true, true, true), Kind.ADVERTISING, Rule.NEVER), Map.of(holiday, "한글날"));
        assertThat(calendar.closed(Kind.PUBLIC, at("2026-10-09", 12, 0))).contains(Closed.HOLIDAY);
        assertThat(calendar.closed(Kind.PUBLIC, at("2026-10-10", 12, 0))).contains(Closed.WEEKEND);
        assertThat(calendar.closed(Kind.ADVERTISING, at("2026-10-09", 12, 0))).isEmpty();
        assertThat(calendar.next(Kind.PUBLIC, at("2026-10-08", 22, 0))).isEqualTo(at("2026-10-12", 8, 0));
        assertThat(calendar.unusual(at("2026-10-09", 12, 0))).contains(Closed.HOLIDAY);
        assertThat(calendar.unusual(at("2026-10-08", 12, 0))).isEmpty();
    }

    @Test
    void whatShouldHaveGoneLongAgoIsStaleAndWhatIsJustLateIsNot() {
        var due = at("2026-11-20", 10, 0);
        var patience = Duration.ofMinutes(30);
        assertThat(Calendar.stale(due, due, patience)).isFalse();
        assertThat(Calendar.stale(due, due.minusSeconds(600), patience)).isFalse();
        assertThat(Calendar.stale(due, due.plus(patience), patience)).isFalse();
        assertThat(Calendar.stale(due, due.plus(patience).plusNanos(1), patience))
                .isTrue();
    }
}
