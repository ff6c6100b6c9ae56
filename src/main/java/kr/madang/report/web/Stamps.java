package kr.madang.report.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as the desk writes them. */
final class Stamps {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm").withZone(ZoneId.of("Asia/Seoul"));

    private Stamps() {}

    static String of(Instant at) {
        return WRITTEN.format(at);
    }
}
