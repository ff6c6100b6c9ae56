package kr.madang.notices.recipients;

import java.time.Clock;
import java.time.Duration;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Deletes recipients of whom nothing has been agreed to for a while (보유기간 경과 파기); {@code madang.notices.retention} says how long. */
@Component
public class Retention implements Job {
    private static final int BATCH = 1_000;

    private final Erasure erasure;
    private final Clock clock;
    private final Duration kept;

    Retention(Erasure erasure, Clock clock, @Value("${madang.notices.retention:P30D}") Duration kept) {
        this.erasure = erasure;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "notices.retention";
    }

    @Override
    public Timing timing() {
        return Timing.daily(3, 10);
    }

    /** How long addresses stay after the last consent ended. */
    public Duration kept() {
        return kept;
    }

    @Override
    public String run() {
        var before = clock.instant().minus(kept);
        int erased = 0;
        while (true) {
            int some = erasure.eraseIdle(Actor.SYSTEM, before, BATCH, "보유기간 " + kept.toDays() + "일 경과");
            erased += some;
            if (some == 0) return "연락처 " + erased + "건 파기";
        }
    }
}
