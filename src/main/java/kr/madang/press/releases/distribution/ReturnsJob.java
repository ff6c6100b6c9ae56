package kr.madang.press.releases.distribution;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Tells the book of reporters whose letters came back (반송 반영). */
@Component
class ReturnsJob implements Job {
    private final Returns returns;

    ReturnsJob(Returns returns) {
        this.returns = returns;
    }

    @Override
    public String name() {
        return "press.returns";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofMinutes(5));
    }

    @Override
    public String run() {
        return "반송 " + returns.tell() + "건";
    }
}
