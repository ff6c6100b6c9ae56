package kr.madang.kernel.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One entry of a timeline (처리 경과).
 *
 * @param by who did it; empty when the program did
 */
public record Moment(Instant at, String title, String by, String text) {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm").withZone(ZoneId.of("Asia/Seoul"));

    public String when() {
        return WRITTEN.format(at);
    }
}
