package kr.madang.press.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.alike.Matching;
import kr.madang.press.alike.Piece;
import kr.madang.press.alike.Placed;
import kr.madang.press.alike.Stories;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps articles that are one story together (기사 묶음). What comes in is compared with what was published around it; the threads it touches are
 * grouped again as a whole, with what people decided, so that the order in which articles come never shows.
 */
@Component
public class Groups {
    /** More than the window of the engine, so that no neighbor is missed at its edge. */
    private static final Duration AROUND = Duration.ofDays(15);

    private static final int BATCH = 1_000;

    private final GroupStore store;
    private final ReleaseMatches matches;
    private final Trail trail;
    private final Clock clock;

    Groups(GroupStore store, ReleaseMatches matches, Trail trail, Clock clock) {
        this.store = store;
        this.matches = matches;
        this.trail = trail;
        this.clock = clock;
    }

    /** Groups what has just come in, in the transaction that takes it in. */
    @Transactional
    void take(List<UUID> fresh) {
        if (fresh.isEmpty()) return;
        store.lock();
        var own = store.pieces(fresh);
        var from = own.stream()
                .map(Piece::at)
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(AROUND);
        var to = own.stream()
                .map(Piece::at)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(AROUND);
        var affected = new HashSet<>(Stories.touched(store.between(from, to), fresh));
        affected.addAll(fresh);
        affected.addAll(store.joinedWith(affected));
        regroup(affected);
        matches.propose(own);
    }

    private void regroup(Collection<UUID> affected) {
        var pieces = store.wholeThreads(affected);
        store.save(Stories.of(pieces, store.placed(pieces)));
    }

    /** Groups what a crash or a bulk load left without a group. @return how many */
    @Transactional
    public int takeLeftBehind() {
        var left = store.ungrouped(BATCH);
        take(left);
        return left.size();
    }

    /** Groups everything of a span anew, e.g. after the rules changed; what people decided stays. @return articles looked at */
    @Transactional
    public int rebuild(Instant from, Instant to) {
        store.lock();
        var ids = store.between(from, to).stream().map(Piece::id).toList();
        var pieces = store.wholeThreads(ids);
        store.save(Stories.of(pieces, store.placed(pieces)));
        matches.propose(pieces);
        return pieces.size();
    }

    /** Looks again at what came in before the release it goes back to. */
    @ApplicationModuleListener
    void on(OriginalOut out) {
        store.lock();
        matches.propose(
                store.between(out.at().minus(Matching.EARLIEST), out.at().plus(Matching.LATEST)));
    }

    /** Sets an article apart from its group, for good. */
    @Transactional
    public void setApart(Actor by, UUID article) {
        decide(by, article, new Placed(true, null), "article.set-apart");
    }

    /** Makes the groups of two articles one; of an article that was set apart, only itself. */
    @Transactional
    public void join(Actor by, UUID article, UUID with) {
        if (article.equals(with)) throw Refused.invalid("press.coverage.itself");
        if (store.pieces(List.of(with)).isEmpty()) throw Refused.missing("press.coverage.missing");
        boolean apart = store.placed(article).map(Placed::apart).orElse(false);
        decide(by, article, new Placed(apart, with), "article.joined");
    }

    /** Leaves the article to the program again. */
    @Transactional
    public void release(Actor by, UUID article) {
        decide(by, article, null, "article.place-forgotten");
    }

    private void decide(Actor by, UUID article, @Nullable Placed decision, String act) {
        Articles.writes(by);
        store.lock();
        if (store.pieces(List.of(article)).isEmpty()) throw Refused.missing("press.coverage.missing");
        var affected = new HashSet<>(store.joinedWith(List.of(article)));
        affected.add(article);
        store.place(article, decision, by.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        affected.addAll(store.joinedWith(List.of(article)));
        regroup(affected);
        var with = decision == null ? null : decision.with();
        trail.record(by, "press", act, "article:" + article, with == null ? Map.of() : Map.of("with", with));
    }
}
