package kr.madang.notices.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import kr.madang.notices.sends.Calendar;
import org.junit.jupiter.api.Test;

/** Hours in Seoul, over midnight and over the end of the week. */
class HoursTests {
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Calendar.SEOUL).toInstant();
    }

    @Test
    void officeHoursAreThoseOfWorkdays() {
        // a Friday
        assertThat(Hours.USUAL.open(at("2026-11-20T08:59:59"))).isFalse();
        assertThat(Hours.USUAL.open(at("2026-11-20T09:00:00"))).isTrue();
        assertThat(Hours.USUAL.open(at("2026-11-20T17:59:59"))).isTrue();
        assertThat(Hours.USUAL.open(at("2026-11-20T18:00:00"))).isFalse();
        assertThat(Hours.USUAL.open(at("2026-11-21T12:00:00"))).isFalse();
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegan() {
        var fridays = new Hours(Set.of(DayOfWeek.FRIDAY), 22, 6);
        assertThat(fridays.open(at("2026-11-20T21:59:00"))).isFalse();
        assertThat(fridays.open(at("2026-11-20T22:00:00"))).isTrue();
        assertThat(fridays.open(at("2026-11-21T05:59:00"))).isTrue();
        assertThat(fridays.open(at("2026-11-21T06:00:00"))).isFalse();
        assertThat(fridays.open(at("2026-11-20T05:00:00")))
                .as("Thursday's night")
                .isFalse();
        var sundays = new Hours(Set.of(DayOfWeek.SUNDAY), 23, 1);
        assertThat(sundays.open(at("2026-11-23T00:30:00"))).isTrue();
    }

    /** Whatever the hours: in a week they are open as long as they say. */
    @Test
    void aWeekHasAsManyHoursAsTheySay() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(24);
            int to = 1 + random.nextInt(24);
            if (from == to) continue;
            var days = Hours.days(1 + random.nextInt(127));
            var hours = new Hours(days, from, to);
            assertThat(Hours.days(hours.bits())).isEqualTo(days);
            var start = at("2026-11-16T00:00:00").plusSeconds(86_400L * random.nextInt(400));
            int open = 0;
            for (int h = 0; h < 168; h++) if (hours.open(start.plusSeconds(3_600L * h))) open++;
            int length = from < to ? to - from : 24 - from + to;
            assertThat(open).as(hours.toString()).isEqualTo(length * days.size());
        }
    }

    @Test
    void hoursThatNeverComeAreNone() {
        var all = EnumSet.allOf(DayOfWeek.class);
        assertThatThrownBy(() -> new Hours(Set.of(), 9, 18)).hasMessageContaining("notices.posts.days");
        assertThatThrownBy(() -> new Hours(all, 9, 9)).hasMessageContaining("notices.posts.hours");
        assertThatThrownBy(() -> new Hours(all, -1, 9)).hasMessageContaining("notices.posts.hours");
        assertThatThrownBy(() -> new Hours(all, 0, 25)).hasMessageContaining("notices.posts.hours");
    }
}
