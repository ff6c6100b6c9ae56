package kr.madang.notices.alerts;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/**
 * Looks after alerts (재난 알림 살피기): lets out what was signed and whose news are late, and writes down what has run out. Pages know to
 * the second what has run out without it.
 */
@Component
class AlertsJob implements Job {
    private final AlertApproval approval;
    private final Raising raising;

    AlertsJob(AlertApproval approval, Raising raising) {
        this.approval = approval;
        this.raising = raising;
    }

    @Override
    public String name() {
        return "notices.alerts";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofSeconds(5));
    }

    @Override
    public String run() {
        int raised = approval.catchUp();
        int ended = 0;
        while (raising.expire()) ended++;
        return "발령 " + raised + "건, 만료 " + ended + "건";
    }
}
