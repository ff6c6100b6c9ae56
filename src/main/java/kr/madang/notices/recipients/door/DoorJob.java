package kr.madang.notices.recipients.door;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets one-time codes after a day (인증번호 정리). */
@Component
class DoorJob implements Job {
    private final Door door;
    private final Browsers browsers;
    private final TransactionOperations transaction;

    DoorJob(Door door, Browsers browsers, TransactionOperations transaction) {
        this.door = door;
        this.browsers = browsers;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "notices.door";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofHours(1));
    }

    @Override
    public String run() {
        return transaction.execute(status -> door.forget() + browsers.forget()) + "건 정리";
    }
}
