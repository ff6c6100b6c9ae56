package kr.madang.kernel.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the indexes of the nodes stand (색인 현황), and having them made anew (재색인). */
@Component
public class Indexes {
    /** A node that has not spoken for so long is closed. */
    static final Duration LATELY = Duration.ofMinutes(2);

    private static final Duration KNOWN = Duration.ofDays(30);

    /**
     * How all of them stand.
     *
     * @param words number of the dictionary in force
     * @param rebuild number of the last making that was asked for
     */
    public record Standing(long words, long rebuild, List<Node> nodes) {}

    /** @param state tail of a message key @param current whether it was made with the dictionary in force */
    public record Node(
            String name, String place, String state, long documents, boolean current, String said, Instant seenAt) {}

    private final SearchStore store;
    private final Trail trail;
    private final Clock clock;

    Indexes(SearchStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    public Standing standing() {
        var wanted = store.wanted();
        var now = clock.instant();
        var nodes = store.nodes(now.minus(KNOWN)).stream()
                .map(node -> new Node(
                        node.node(),
                        node.place(),
                        node.seenAt().isBefore(now.minus(LATELY))
                                ? "closed"
                                : node.state().toLowerCase(Locale.ROOT),
                        node.documents(),
                        node.words() == wanted.words() && node.rebuild() == wanted.rebuild(),
                        node.said(),
                        node.seenAt()))
                .toList();
        return new Standing(wanted.words(), wanted.rebuild(), nodes);
    }

    /** Every open office makes its index anew, a closed one when it is opened; the old ones answer meanwhile. */
    @Transactional
    public void rebuild(Actor by) {
        if (!by.may("kernel", Level.MANAGE)) throw new Refused(Refused.Reason.FORBIDDEN, "kernel.access.forbidden");
        long number = store.rebuild();
        trail.record(by, "kernel", "search.rebuild", "search", Map.of("number", number));
    }
}
