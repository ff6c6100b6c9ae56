package kr.madang.approvals.reminders;

import java.time.Clock;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Reminds every working morning at nine (정기 독촉). */
@Component
class ReminderJob implements Job {
    private final Round round;
    private final ReminderPost post;
    private final Workdays workdays;
    private final Clock clock;

    ReminderJob(Round round, ReminderPost post, Workdays workdays, Clock clock) {
        this.round = round;
        this.post = post;
        this.workdays = workdays;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "approvals.reminders";
    }

    @Override
    public Timing timing() {
        return Timing.daily(9, 0);
    }

    @Override
    public String run() {
        if (!workdays.works(Workdays.day(clock.instant()))) return "쉬는 날이라 독촉하지 않음";
        var came = round.go();
        int sent = post.carry();
        return "독촉 %d건(받은 사람 %d명), 편지 %d통 보냄, 편지를 보낼 수 없는 사람 %d명, 떠난 사람 자리라 아무도 받지 못한 독촉 %d건"
                .formatted(came.reminders(), came.people(), sent, came.homeless(), came.unheard());
    }
}
