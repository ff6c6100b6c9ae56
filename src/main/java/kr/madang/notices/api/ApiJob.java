package kr.madang.notices.api;

import java.time.Clock;
import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Forgets what calls no longer need (연계 기록 정리): answers after two days, the record of calls after two years. */
@Component
class ApiJob implements Job {
    static final Duration ANSWERS = Duration.ofDays(2);
    private static final Duration CALLS = Duration.ofDays(730);

    private final Onces onces;
    private final ApiCalls calls;
    private final Clock clock;

    ApiJob(Onces onces, ApiCalls calls, Clock clock) {
        this.onces = onces;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices.api.retention";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofHours(1));
    }

    @Override
    public String run() {
        var now = clock.instant();
        return onces.forget(now.minus(ANSWERS)) + calls.forget(now.minus(CALLS)) + "건 정리";
    }
}
