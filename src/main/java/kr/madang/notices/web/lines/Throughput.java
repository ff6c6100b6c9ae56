package kr.madang.notices.web.lines;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kr.madang.notices.carriers.Standing;

/**
 * Bars of the last minutes (분당 처리량): what came back well from the bottom, what did not above it.
 *
 * @param most answers in the busiest minute
 */
public record Throughput(List<Bar> bars, int most, int total) {
    /** Minutes shown. */
    public static final int MINUTES = 30;

    private static final double HEIGHT = 40;
    private static final int WIDTH = 8;

    /** One minute. @param x from the left; heights count from the foot */
    public record Bar(int x, double good, double bad, int answers) {
        public double top() {
            return HEIGHT - good - bad;
        }

        public double middle() {
            return HEIGHT - good;
        }
    }

    public static Throughput of(List<Standing.Minute> minutes, Instant now) {
        var first = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1));
        var shown = minutes.stream().filter(m -> !m.from().isBefore(first)).toList();
        int most = shown.stream().mapToInt(Shown::all).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (var minute : shown) {
            int place = (int) Duration.between(first, minute.from()).toMinutes();
            if (place >= MINUTES || Shown.all(minute) == 0) continue;
            bars.add(new Bar(
                    place * WIDTH, HEIGHT * minute.good() / most, HEIGHT * minute.bad() / most, Shown.all(minute)));
        }
        return new Throughput(
                List.copyOf(bars), most, shown.stream().mapToInt(Shown::all).sum());
    }
}
