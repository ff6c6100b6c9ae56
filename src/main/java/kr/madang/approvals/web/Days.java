package kr.madang.approvals.web;

import java.time.LocalDate;

/** Days as official papers write them: {@code 2026. 11. 22.} */
public final class Days {
    private Days() {}

    public static String text(LocalDate day) {
        return "%d. %d. %d.".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
