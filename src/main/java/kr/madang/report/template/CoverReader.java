package kr.madang.report.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands before the first heading: {@code 제목: …}, {@code 부서: …}, {@code 회기: …}, {@code 일정: …}, {@code 기준일: …}, {@code 차례: 있음}. */
final class CoverReader {
    private static final List<String> KNOWN = List.of("제목", "부서", "회기", "일정", "기준일", "차례");
    private final Map<String, String> values = new HashMap<>();
    private final Problems problems;

    CoverReader(Problems problems) {
        this.problems = problems;
    }

    void line(String text, int number) {
        int colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon).strip();
        if (colon < 0 || !KNOWN.contains(name)) {
            problems.error(number, 1, "cover.line", text.length() > 40 ? text.substring(0, 40) + "…" : text);
            return;
        }
        var value = text.substring(colon + 1).strip();
        if (values.put(name, value) != null) problems.error(number, 1, "cover.twice", name);
        if (name.equals("기준일") && !isDay(value)) problems.error(number, colon + 2, "cover.day", value);
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    Template.Cover cover() {
        var day = value("기준일");
        return new Template.Cover(
                value("제목"),
                value("부서"),
                value("회기"),
                value("일정"),
                isDay(day) ? day : "",
                !value("차례").equals("없음"));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
