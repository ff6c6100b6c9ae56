package kr.madang.approvals.reminders;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Carries what the mail server did not take in the morning (독촉 편지 다시 보내기). */
@Component
class ReminderPostJob implements Job {
    private final ReminderPost post;

    ReminderPostJob(ReminderPost post) {
        this.post = post;
    }

    @Override
    public String name() {
        return "approvals.letters";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofMinutes(10));
    }

    @Override
    public String run() {
        return "편지 " + post.carry() + "통 보냄";
    }
}
