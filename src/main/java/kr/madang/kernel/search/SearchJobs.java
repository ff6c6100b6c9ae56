package kr.madang.kernel.search;

import java.time.Clock;
import java.time.Duration;
import kr.madang.kernel.jobs.Job;
import kr.madang.kernel.jobs.Timing;
import org.springframework.stereotype.Component;

/** Forgets changes every index has followed long ago (검색 변경 정리). An index that slept longer is made anew. */
@Component
class SearchJobs implements Job {
    static final Duration KEPT = Duration.ofDays(4);
    /** How much before the changes are gone an index counts as too old. */
    static final Duration MARGIN = Duration.ofDays(1);

    private static final Duration NODES_KEPT = Duration.ofDays(30);

    private final SearchStore store;
    private final Clock clock;

    SearchJobs(SearchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search.retention";
    }

    @Override
    public Timing timing() {
        return Timing.daily(4, 10);
    }

    @Override
    public String run() {
        store.forgetNodes(clock.instant().minus(NODES_KEPT));
        return store.forget(clock.instant().minus(KEPT)) + "건 정리";
    }
}
