package kr.madang.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import kr.madang.accounts.Grants;
import kr.madang.accounts.log.AccessRecords;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/**
 * Forgets what need not be kept any longer (보존 기간): ended rights and memberships after three years, the access log and sign-ins after
 * two. The tables refuse anything earlier, whatever this job is told.
 */
@Component
class AccountsRetention implements Job {
    private static final Period RIGHTS = Period.ofYears(3);
    private static final Period LOGS = Period.ofYears(2);
    private static final Duration FAILURES = Duration.ofDays(7);
    /** The tables measure by their own clock and calendar; a day more keeps both in agreement. */
    private static final Period MARGIN = Period.ofDays(1);

    private final Grants grants;
    private final AccessRecords records;
    private final SignInLog signIns;
    private final ThrottleStore throttles;
    private final Clock clock;

    AccountsRetention(Grants grants, AccessRecords records, SignInLog signIns, ThrottleStore throttles, Clock clock) {
        this.grants = grants;
        this.records = records;
        this.signIns = signIns;
        this.throttles = throttles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "accounts.retention";
    }

    @Override
    public Timing timing() {
        return Timing.daily(4, 20);
    }

    @Override
    public String run() {
        int rights = grants.forget(before(RIGHTS));
        int looks = records.forget(before(LOGS));
        int attempts = signIns.forget(before(LOGS));
        throttles.forget(clock.instant().minus(FAILURES));
        return "권한·소속 " + rights + "건, 접속기록 " + looks + "건, 로그인 기록 " + attempts + "건 정리";
    }

    private Instant before(Period kept) {
        return clock.instant()
                .atZone(ZoneId.of("Asia/Seoul"))
                .minus(kept)
                .minus(MARGIN)
                .toInstant();
    }
}
