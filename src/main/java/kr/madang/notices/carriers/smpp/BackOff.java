package kr.madang.notices.carriers.smpp;

import java.time.Duration;

/** How long to wait before a line is tried again (재연결 간격): twice as long each time, never all at the same moment. */
record BackOff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param failures how often it failed in a row, from 1 @param chance from 0 to 1, new each time */
    Duration pause(int failures, double chance) {
        double whole =
                Math.min(first.toNanos() * Math.pow(2, Math.clamp(failures - 1, 0, MOST_DOUBLINGS)), longest.toNanos());
        return Duration.ofNanos((long) (whole * (0.5 + chance / 2)));
    }
}
