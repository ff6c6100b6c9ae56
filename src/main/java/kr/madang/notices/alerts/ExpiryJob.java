package kr.madang.notices.alerts;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Writes down that alerts have run out (재난 알림 만료); pages know it to the second without. */
@Component
class ExpiryJob implements Job {
    private final Raising raising;

    ExpiryJob(Raising raising) {
        this.raising = raising;
    }

    @Override
    public String name() {
        return "notices.alerts.expiry";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofSeconds(10));
    }

    @Override
    public String run() {
        int ended = 0;
        while (raising.expire()) ended++;
        return "만료 " + ended + "건";
    }
}
