package kr.madang.office.web;

import java.time.LocalDate;
import java.util.Map;
import kr.madang.kernel.web.Form;

/**
 * The day a page is asked for (기준일); it stands in the address, so that a page can be passed on as it was seen.
 *
 * @param day what is shown
 * @param typed what was asked for
 * @param unreadable whether what was asked for is no day, so that {@code day} is the usual one
 */
record AsOf(LocalDate day, String typed, boolean unreadable) {
    private static final LocalDate EARLIEST = LocalDate.of(1948, 8, 15);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    static AsOf of(String typed, LocalDate usual) {
        var text = typed.strip();
        if (text.isEmpty()) return new AsOf(usual, usual.toString(), false);
        return Form.of(Map.of("day", text))
                .day("day")
                .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST))
                .map(day -> new AsOf(day, day.toString(), false))
                .orElseGet(() -> new AsOf(usual, text, true));
    }

    int year() {
        return day.getYear();
    }

    String query() {
        return "day=" + day;
    }
}
