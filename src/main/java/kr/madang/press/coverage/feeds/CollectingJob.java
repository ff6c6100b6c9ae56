package kr.madang.press.coverage.feeds;

import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import kr.madang.press.coverage.Groups;
import org.springframework.stereotype.Component;

/** Reads sources that are due and groups what a crash left behind (보도 수집). */
@Component
class CollectingJob implements Job {
    private final Collecting collecting;
    private final Groups groups;

    CollectingJob(Collecting collecting, Groups groups) {
        this.collecting = collecting;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "press.collecting";
    }

    @Override
    public Timing timing() {
        return Timing.every(Duration.ofMinutes(1));
    }

    @Override
    public String run() {
        int sources = collecting.run();
        int left = 0;
        for (int n = groups.takeLeftBehind(); n > 0; n = groups.takeLeftBehind()) left += n;
        return "수집원 %d곳, 뒤늦게 묶은 기사 %d건".formatted(sources, left);
    }
}
