package kr.madang.notices.carriers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a carrier stands in the balance (발송 연결 비중).
 *
 * @param weight its share as against the shares of the others
 * @param resting why it gets nothing just now; empty when it works
 * @param reduced when its share was last cut
 * @param minutes what was seen of it, the newest last
 */
public record Standing(
        String carrier, int weight, Optional<String> resting, Instant reduced, Instant raised, List<Minute> minutes) {
    /** What came back in one minute. @param bad answers that are the carrier's fault @param slow answers that took too long */
    public record Minute(Instant from, int good, int bad, int slow) {
        Minute plus(Balance.Seen seen) {
            return new Minute(from, good + seen.good(), bad + seen.bad(), slow + seen.slow());
        }

        int all() {
            return good + bad;
        }
    }

    public Standing {
        minutes = List.copyOf(minutes);
    }

    Standing cut(int weight, Instant now) {
        return new Standing(carrier, weight, resting, now, now, minutes);
    }

    Standing raise(int weight, Instant now) {
        return new Standing(carrier, weight, resting, reduced, now, minutes);
    }

    Standing rest(Optional<String> why) {
        return new Standing(carrier, weight, why, reduced, raised, minutes);
    }

    Standing seen(Balance.Seen seen, Instant minute, Duration memory) {
        var kept = new ArrayList<Minute>();
        for (var each : minutes) if (each.from().isAfter(minute.minus(memory))) kept.add(each);
        boolean same = !kept.isEmpty() && !kept.getLast().from().isBefore(minute);
        if (same) kept.set(kept.size() - 1, kept.getLast().plus(seen));
        else kept.add(new Minute(minute, 0, 0, 0).plus(seen));
        return new Standing(carrier, weight, resting, reduced, raised, kept);
    }

    /** All that was seen after this moment. */
    Minute since(Instant from) {
        var sum = new Minute(from, 0, 0, 0);
        for (var each : minutes)
            if (each.from().isAfter(from)) sum = sum.plus(new Balance.Seen(each.good(), each.bad(), each.slow()));
        return sum;
    }
}
