package kr.madang.kernel.jobs;

import java.time.Duration;
import java.time.LocalTime;

/** When a job is due (주기), in Seoul time. */
public sealed interface Timing {
    /** So long after the end of the last run. */
    record Every(Duration pause) implements Timing {
        public Every {
            if (pause.compareTo(Duration.ofSeconds(1)) < 0) throw new IllegalArgumentException("every " + pause);
        }
    }

    record Daily(LocalTime at) implements Timing {}

    /** Six fields: second, minute, hour, day of month, month, day of week. */
    record Cron(String pattern) implements Timing {}

    static Timing every(Duration pause) {
        return new Every(pause);
    }

    static Timing daily(int hour, int minute) {
        return new Daily(LocalTime.of(hour, minute));
    }
}
