package kr.madang.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import kr.madang.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class WorkdaysTests {
    @Autowired
    Workdays workdays;

    @Autowired
    Holidays holidays;

    @Test
    void daysEndAtMidnightInSeoul() {
        assertThat(Workdays.day(Instant.parse("2024-03-03T14:59:59Z"))).isEqualTo(LocalDate.of(2024, 3, 3));
        assertThat(Workdays.day(Instant.parse("2024-03-03T15:00:00Z"))).isEqualTo(LocalDate.of(2024, 3, 4));
    }

    @Test
    void whatIsDoneOnADayOffCountsForTheNextWorkingDay() {
        assertThat(countsFor("2024-02-29T14:59:59Z")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(countsFor("2024-02-29T15:00:00Z")).as("삼일절, a Friday").isEqualTo(LocalDate.of(2024, 3, 4));
        assertThat(countsFor("2024-12-31T15:00:00Z")).as("신정").isEqualTo(LocalDate.of(2025, 1, 2));
        assertThat(countsFor("2025-10-02T15:00:00Z"))
                .as("개천절, the weekend, 추석 with its substitute and 한글날: seven days in a row")
                .isEqualTo(LocalDate.of(2025, 10, 10));
    }

    private LocalDate countsFor(String at) {
        return workdays.countsFor(Instant.parse(at));
    }

    @Test
    void anOfficeAddsADayOffAndTakesItAway() {
        var day = LocalDate.of(2031, 6, 4);
        assertThat(workdays.works(day)).isTrue();
        holidays.add(day, "임시공휴일");
        holidays.add(day, "대통령 선거일");
        assertThat(holidays.all()).containsEntry(day, "대통령 선거일");
        assertThat(workdays.works(day)).isFalse();
        assertThat(holidays.remove(day)).isTrue();
        assertThat(holidays.remove(day)).isFalse();
        assertThat(workdays.works(day)).isTrue();
    }
}
