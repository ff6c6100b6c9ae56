package kr.madang.accounts.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How moments are written on the pages of this room, in Seoul time. */
final class Times {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm").withZone(SEOUL);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm:ss").withZone(SEOUL);

    private Times() {}

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String second(Instant at) {
        return SECOND.format(at);
    }
}
