package kr.madang.notices.lines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import org.springframework.stereotype.Component;

/** Tells how all lines do, as all nodes see them (연결 상태 조회). */
@Component
public class Healths {
    private static final Duration LOOKED = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofMinutes(60);

    private final LineDesk desk;
    private final LineStore store;
    private final HealthStore health;
    private final Clock clock;

    Healths(LineDesk desk, LineStore store, HealthStore health, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.health = health;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** By number. */
    public List<Health> all(Actor by) {
        return desk.all(by).stream().map(this::of).toList();
    }

    public Health get(Actor by, int number) {
        return of(desk.get(by, number));
    }

    private Health of(StoredLine line) {
        var now = clock.instant();
        boolean pinned = store.pins().stream().anyMatch(pin -> pin.line() == line.number());
        var ends = health.states(now.minus(LOOKED)).stream()
                .filter(found -> found.line() == line.number())
                .map(found -> new Health.End(found.node(), found.trouble(), found.since()))
                .collect(Collectors.toList());
        return new Health(line, pinned, ends, health.minutes(line.number(), now.minus(HOUR)));
    }
}
