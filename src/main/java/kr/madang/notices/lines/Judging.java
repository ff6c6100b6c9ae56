package kr.madang.notices.lines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Balance;
import kr.madang.notices.carriers.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Judges every minute how the lines did and shares the messages anew (비중 조정). The office has one opinion of a line: what all nodes saw
 * is summed up, judged on one of them, and kept where all of them read it.
 */
@Component
class Judging implements Job {
    private static final Duration LOOKED_AT = Duration.ofMinutes(16);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration LOST_NODE = Duration.ofDays(1);

    private final LineStore store;
    private final HealthStore health;
    private final TransactionOperations transaction;
    private final Clock clock;

    Judging(LineStore store, HealthStore health, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.health = health;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices.lines.judging";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofMinutes(1));
    }

    @Override
    public String run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Integer changed = transaction.execute(status -> judge(now));
        health.forgetMinutes(now.minus(KEPT));
        health.forgetStates(now.minus(LOST_NODE));
        return "비중 변경 " + changed + "건";
    }

    private int judge(Instant now) {
        store.lockAll();
        int changes = 0;
        for (var channel : Channel.values()) {
            var lines = store.all().stream()
                    .filter(line -> line.running() && line.channel() == channel)
                    .toList();
            var before = balance(lines, now);
            var after = before.judge(now);
            for (var line : lines) keep(line, before, after);
            for (var change : after.changes()) keep(change);
            changes += after.changes().size();
        }
        return changes;
    }

    private Balance balance(List<StoredLine> lines, Instant now) {
        var standings = new LinkedHashMap<String, Standing>();
        for (var line : lines)
            standings.put(
                    Lines.key(line.number()),
                    new Standing(
                            Lines.key(line.number()),
                            line.weight(),
                            Optional.empty(),
                            line.reducedAt(),
                            line.raisedAt(),
                            health.minutes(line.number(), now.minus(LOOKED_AT))));
        return new Balance(standings, Optional.empty(), List.of());
    }

    private void keep(StoredLine line, Balance before, Balance after) {
        var was = before.standings().get(Lines.key(line.number()));
        var is = after.standings().get(Lines.key(line.number()));
        if (is != null && !is.equals(was)) store.weigh(line.number(), is.weight(), is.reduced(), is.raised());
    }

    private void keep(Balance.Change change) {
        store.changed(
                Integer.parseInt(change.carrier()),
                change.at(),
                LineChange.What.valueOf(change.what().name()),
                change.from(),
                change.to(),
                change.why(),
                LineKeeper.node());
    }
}
