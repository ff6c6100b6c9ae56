package kr.madang.notices.singles;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Forgets the contents of messages to one person when their time is over (낱건 내용 파기). */
@Component
class SingleErasureJob implements Job {
    private final SingleTexts texts;

    SingleErasureJob(SingleTexts texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "notices.singles.erasure";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofMinutes(1));
    }

    @Override
    public String run() {
        return texts.erase() + "건 파기";
    }
}
