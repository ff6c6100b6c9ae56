package kr.madang.notices.lines;

import java.time.Instant;
import java.util.List;
import kr.madang.notices.carriers.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How a line does (연결 상태).
 *
 * @param ends how each node that looked lately finds it
 * @param minutes of the last hour; those in which nothing came back are left out
 */
public record Health(StoredLine line, boolean pinned, List<End> ends, List<Standing.Minute> minutes) {
    private static final int LATELY = 15;

    /** How one node finds it. @param trouble null when it can carry */
    public record End(String node, @Nullable String trouble, Instant since) {}

    /** In a word. */
    public enum Word {
        OFF,
        OPENING,
        WORKS,
        PARTLY,
        TROUBLE
    }

    public Health {
        ends = List.copyOf(ends);
        minutes = List.copyOf(minutes);
    }

    public Word word() {
        if (!line.running()) return Word.OFF;
        if (ends.isEmpty()) return Word.OPENING;
        long bad = ends.stream().filter(end -> end.trouble() != null).count();
        return bad == 0 ? Word.WORKS : bad == ends.size() ? Word.TROUBLE : Word.PARTLY;
    }

    /** All answers of the last quarter of an hour. */
    public Standing.Minute lately(Instant now) {
        int good = 0;
        int bad = 0;
        int slow = 0;
        for (var minute : minutes) {
            if (minute.from().isBefore(now.minusSeconds(60L * LATELY))) continue;
            good += minute.good();
            bad += minute.bad();
            slow += minute.slow();
        }
        return new Standing.Minute(now, good, bad, slow);
    }
}
