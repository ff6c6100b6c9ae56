package kr.madang.notices.posts;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Tells officers what is new, every half minute (새글 알림 발송). */
@Component
class TellingJob implements Job {
    private final Telling telling;

    TellingJob(Telling telling) {
        this.telling = telling;
    }

    @Override
    public String name() {
        return "notices.posts";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofSeconds(30));
    }

    @Override
    public String run() {
        return telling.tell() + "명에게 알림, " + telling.forget() + "건 정리";
    }
}
