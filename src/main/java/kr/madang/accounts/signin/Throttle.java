package kr.madang.accounts.signin;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How long to wait after failures (로그인 제한). By account name and by code: the third and fourth failure cost seconds, the fifth locks for 15
 * minutes and each further one for twice as long, four hours at most. By address: an office shares one, so only the twentieth begins to
 * cost, up to 15 minutes.
 */
enum Throttle {
    LOGIN(Duration.ofHours(24)),
    CODE(Duration.ofHours(24)),
    ADDRESS(Duration.ofHours(1));

    static final int LOCKED_AT = 5;
    private static final int CROWD = 20;

    private final Duration forgotten;

    Throttle(Duration forgotten) {
        this.forgotten = forgotten;
    }

    /** After how long without an attempt the counting starts anew. */
    Duration forgotten() {
        return forgotten;
    }

    Duration wait(int failures) {
        return switch (this) {
            case LOGIN, CODE -> person(failures);
            case ADDRESS ->
                failures < CROWD
                        ? Duration.ZERO
                        : doubled(Duration.ofSeconds(1), failures - CROWD, Duration.ofMinutes(15));
        };
    }

    private static Duration person(int failures) {
        if (failures < 3) return Duration.ZERO;
        if (failures < LOCKED_AT) return doubled(Duration.ofSeconds(2), failures - 3, Duration.ofSeconds(4));
        return doubled(Duration.ofMinutes(15), failures - LOCKED_AT, Duration.ofHours(4));
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        var wait = first.multipliedBy(1L << Math.min(times, 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** The waits in seconds after the first, second, … failure, until they grow no more. */
    Long[] waits() {
        return IntStream.rangeClosed(1, 40).mapToObj(n -> wait(n).toSeconds()).toArray(Long[]::new);
    }
}
