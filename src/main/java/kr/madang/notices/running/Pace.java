package kr.madang.notices.running;

import java.time.Duration;

/** How many messages a holder hands over in one go (묶음 크기), so that it looks up about twice a second however slow the line is. */
final class Pace {
    private static final int FIRST = 50;
    private static final int MOST = 250;
    private static final int FASTER = 4;
    private static final Duration WANTED = Duration.ofMillis(400);

    private int size = FIRST;

    int size() {
        return size;
    }

    void took(int handed, Duration time) {
        double share = WANTED.toNanos() / (double) Math.max(1, time.toNanos());
        size = Math.clamp(Math.round(handed * Math.min(share, FASTER)), 1, MOST);
    }
}
