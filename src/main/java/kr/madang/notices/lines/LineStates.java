package kr.madang.notices.lines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import kr.madang.notices.carriers.Balance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this node sees of its lines, gathered here and written down every few seconds (연결 관찰). */
@Component
class LineStates {
    /** A line that is just being opened is not in trouble yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Cell(int line, Instant minute) {}

    private record Last(@Nullable String trouble, Instant since) {}

    private final HealthStore health;
    private final LineStore store;
    private final Clock clock;
    private final String node = LineKeeper.node();
    private final Map<Cell, Balance.Seen> gathered = new HashMap<>();
    private final Map<Integer, Last> last = new HashMap<>();
    private final Map<Integer, Instant> opened = new HashMap<>();

    LineStates(HealthStore health, LineStore store, Clock clock) {
        this.health = health;
        this.store = store;
        this.clock = clock;
    }

    void seen(int line, Balance.Seen seen) {
        var cell = new Cell(line, clock.instant().truncatedTo(ChronoUnit.MINUTES));
        synchronized (gathered) {
            gathered.merge(
                    cell,
                    seen,
                    (a, b) -> new Balance.Seen(a.good() + b.good(), a.bad() + b.bad(), a.slow() + b.slow()));
        }
    }

    synchronized void write(Map<Integer, OpenLine> open) {
        Map<Cell, Balance.Seen> mine;
        synchronized (gathered) {
            mine = Map.copyOf(gathered);
            gathered.clear();
        }
        mine.forEach((cell, seen) -> health.add(cell.line(), cell.minute(), node, seen));
        open.values().forEach(this::look);
    }

    private void look(OpenLine line) {
        int number = line.stored().number();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var trouble = line.trouble().orElse(null);
        var begun = opened.computeIfAbsent(number, _ -> now);
        if (trouble != null && begun.plus(PATIENCE).isAfter(now)) return;
        var before = last.get(number);
        boolean turns = before == null ? trouble != null : (before.trouble() == null) != (trouble == null);
        if (turns) tell(line.stored(), trouble, now);
        var since = before == null || turns ? now : before.since();
        last.put(number, new Last(trouble, since));
        health.found(
                new HealthStore.Found(number, node, trouble, since, now),
                line.stored().revision());
    }

    private void tell(StoredLine line, @Nullable String trouble, Instant now) {
        var what = trouble == null ? LineChange.What.WOKEN : LineChange.What.RESTED;
        store.changed(line.number(), now, what, line.weight(), line.weight(), trouble == null ? "" : trouble, node);
    }

    /** This node has no end of the line any more. */
    synchronized void gone(int line) {
        last.remove(line);
        opened.remove(line);
        health.gone(line, node);
    }
}
