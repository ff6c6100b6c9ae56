package kr.madang.notices.sends;

import kr.madang.kernel.access.Actor;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Counts the ledger over at night (야간 발송 점검). */
@Component
class AuditJob implements Job {
    private final Audits audits;

    AuditJob(Audits audits) {
        this.audits = audits;
    }

    @Override
    public String name() {
        return "notices.audit";
    }

    @Override
    public Timing timing() {
        return Timing.daily(3, 40);
    }

    @Override
    public String run() {
        var run = audits.run(Actor.SYSTEM);
        return "발송 %d건, 메시지 %,d건을 세어 어긋남 %d건".formatted(run.sends(), run.messages(), run.findings());
    }
}
