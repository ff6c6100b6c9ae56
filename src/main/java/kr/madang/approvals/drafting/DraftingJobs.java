package kr.madang.approvals.drafting;

import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Clears the drafters' desks once a day (기안 정리): buffers nobody came back to, then uploads nobody attached. */
@Component
class DraftingJobs implements Job {
    private final Buffers buffers;
    private final Uploads uploads;

    DraftingJobs(Buffers buffers, Uploads uploads) {
        this.buffers = buffers;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "approvals.drafting";
    }

    @Override
    public Timing timing() {
        return Timing.daily(3, 10);
    }

    @Override
    public String run() {
        return "저장하지 않은 내용 " + buffers.forgetOld() + "건, 붙이지 않은 파일 " + uploads.sweep() + "건 정리";
    }
}
