package kr.madang.notices.recipients;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** The hours in which advertising needs a consent of its own (야간, 21시부터 다음 날 8시까지). */
public final class Night {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime BEGINS = LocalTime.of(21, 0);
    private static final LocalTime ENDS = LocalTime.of(8, 0);

    private Night() {}

    /** 21:00 belongs to the night, 08:00 to the day. */
    public static boolean covers(Instant at) {
        var time = at.atZone(SEOUL).toLocalTime();
        return !time.isBefore(BEGINS) || time.isBefore(ENDS);
    }
}
