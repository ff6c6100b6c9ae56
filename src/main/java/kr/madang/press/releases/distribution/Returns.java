package kr.madang.press.releases.distribution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kr.madang.kernel.post.Fate;
import kr.madang.kernel.post.Post;
import kr.madang.press.outlets.Reporters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters that came back for good (반송): whoever they were for is not written to at that address again. */
@Component
class Returns {
    /** Mail servers give up within days; what came back later nobody waits for. */
    private static final Duration WATCHED = Duration.ofDays(7);

    /** A letter whose end is not known. */
    record Open(UUID reporter, UUID letter) {}

    private final DistributionStore store;
    private final Reporters reporters;
    private final ObjectProvider<Post> post;
    private final Clock clock;

    Returns(DistributionStore store, Reporters reporters, ObjectProvider<Post> post, Clock clock) {
        this.store = store;
        this.reporters = reporters;
        this.post = post;
        this.clock = clock;
    }

    /** @return how many came back since it was asked last */
    @Transactional
    public int tell() {
        var carrier = post.getIfAvailable();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var open = store.open(at.minus(WATCHED));
        if (carrier == null || open.isEmpty()) return 0;
        var fates = carrier.fates(open.stream().map(Open::letter).toList());
        var back = open.stream()
                .filter(one -> fates.getOrDefault(one.letter(), Fate.WAITING).state() == Fate.State.FAILED)
                .toList();
        for (var one : back)
            tell(one, fates.getOrDefault(one.letter(), Fate.WAITING).why(), at);
        return back.size();
    }

    private void tell(Open one, String why, Instant at) {
        if (store.returned(one.letter(), at)) reporters.bounced(one.reporter(), why);
    }
}
