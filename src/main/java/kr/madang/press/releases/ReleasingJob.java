package kr.madang.press.releases;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Lets out what was approved and whose embargo has passed (보도자료 배포). */
@Component
class ReleasingJob implements Job {
    private final Releasing releasing;

    ReleasingJob(Releasing releasing) {
        this.releasing = releasing;
    }

    @Override
    public String name() {
        return "press.releasing";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofSeconds(5));
    }

    @Override
    public String run() {
        return "배포 " + releasing.due() + "건";
    }
}
