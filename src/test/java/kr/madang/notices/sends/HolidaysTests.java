package kr.madang.notices.sends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The days off that come with the program follow from the law: those that fall on a day off anyway get a substitute. */
class HolidaysTests {
    private static final Pattern ROW = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', '([^']+)'\\)");
    private static final Set<String> ALSO_SATURDAY = Set.of("삼일절", "어린이날", "부처님오신날", "제헌절", "광복절", "개천절", "한글날", "성탄절");

    private static Map<LocalDate, String> shipped() throws IOException {
        var days = new TreeMap<LocalDate, String>();
        var rows = ROW.matcher(Files.readString(Path.of("src/main/resources/db/migration/notices/V4__sends.sql")));
        while (rows.find())
            assertThat(days.put(LocalDate.parse(rows.group(1)), rows.group(2))).isNull();
        return days;
    }

    private static boolean sunday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Test
    void everySubstituteFollowsFromTheLaw() throws IOException {
        var days = shipped();
        var substitutes = new TreeMap<LocalDate, String>();
        days.forEach((day, name) -> {
            if (name.contains("대체")) substitutes.put(day, name);
        });
        var expected = new TreeMap<LocalDate, String>();
        for (var day : days.keySet()) {
            var name = days.get(day);
            if (name == null || name.contains("대체") || !moves(day, name)) continue;
            var free = day.plusDays(1);
            while (off(free, days) && !expected.containsKey(free)) free = free.plusDays(1);
            expected.put(free, name);
        }
        assertThat(substitutes.keySet()).isEqualTo(expected.keySet());
    }

    /** 설날 and 추석 move when one of their days is a Sunday, the national days and some others also on a Saturday; 신정 and 현충일 never. */
    private static boolean moves(LocalDate day, String name) {
        boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        if (name.startsWith("설날") || name.startsWith("추석")) return sunday(day);
        // two on one day
        if (name.contains("·")) return true;
        return ALSO_SATURDAY.contains(name) && (saturday || sunday(day));
    }

    private static boolean off(LocalDate day, Map<LocalDate, String> days) {
        var name = days.get(day);
        return Calendar.weekend(day) || name != null && !name.contains("대체");
    }

    @Test
    void everyYearHasItsFixedDays() throws IOException {
        var days = shipped();
        for (int year = 2023; year <= 2027; year++) {
            for (var day : Set.of("-01-01", "-03-01", "-05-05", "-06-06", "-08-15", "-10-03", "-10-09", "-12-25"))
                assertThat(days).containsKey(LocalDate.parse(year + day));
            int of = year;
            assertThat(days.keySet().stream().filter(d -> d.getYear() == of).count())
                    .isBetween(15L, 25L);
        }
        assertThat(days).doesNotContainKey(LocalDate.of(2025, 7, 17)).containsKey(LocalDate.of(2026, 7, 17));
    }
}
