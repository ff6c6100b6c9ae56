package kr.madang.press.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Groups articles into stories (기사 묶음). A pure function of the articles and of what people decided: any order, any batches, the same groups.
 *
 * <p>How: two articles hang together when {@link Likeness#same} says so and no more than two weeks lie between them. The fullest text of those that
 * are left leads, and whatever hangs together with it, and with no better leader, is of its group; so every member is like its leader itself.
 * A round-up keeps only what is nearly equal to it, or it would draw the stories it tells of together.
 */
public final class Stories {
    private final List<Piece> pieces;
    private final Map<UUID, Integer> index = new HashMap<>();
    private final Map<UUID, Placed> placed;
    private final List<List<Edge>> edges = new ArrayList<>();
    private final Bonds threads;
    private final boolean[] roundup;
    private final int[] leader;
    private final @Nullable Likeness[] likeness;

    record Edge(int other, Likeness likeness) {
        boolean nearlyEqual() {
            return likeness.jaccard() >= Roundups.COPY;
        }
    }

    private Stories(Collection<Piece> articles, Map<UUID, Placed> placed) {
        pieces = articles.stream().sorted(Piece.BY_TIME).toList();
        this.placed = placed;
        int n = pieces.size();
        threads = new Bonds(n);
        roundup = new boolean[n];
        leader = new int[n];
        likeness = new Likeness[n];
        for (int i = 0; i < n; i++) {
            index.put(pieces.get(i).id(), i);
            edges.add(new ArrayList<>());
        }
    }

    /**
     * Where each article stands.
     *
     * @param articles all of one or more whole threads
     * @param placed what people decided; of other articles it is not heeded
     */
    public static Map<UUID, Standing> of(Collection<Piece> articles, Map<UUID, Placed> placed) {
        var stories = new Stories(articles, placed);
        stories.connect();
        stories.lead();
        return stories.standings();
    }

    private void connect() {
        Neighbors.pairs(pieces, (later, earlier, alike) -> {
            threads.join(later, earlier);
            edges.get(later).add(new Edge(earlier, alike));
            edges.get(earlier).add(new Edge(later, alike));
        });
        placed.forEach((id, decision) -> {
            var here = index.get(id);
            var there = decision.with() == null ? null : index.get(decision.with());
            if (here != null && there != null) threads.join(here, there);
        });
        var roundups = new Roundups(pieces, edges);
        for (int i = 0; i < pieces.size(); i++) roundup[i] = roundups.is(i);
    }

    private boolean apart(int i) {
        var decision = placed.get(pieces.get(i).id());
        return decision != null && decision.apart();
    }

    private void lead() {
        Arrays.fill(leader, -1);
        for (int i = 0; i < pieces.size(); i++) if (apart(i)) leader[i] = i;
        var fullestFirst = new ArrayList<Integer>();
        for (int i = 0; i < pieces.size(); i++) if (!apart(i)) fullestFirst.add(i);
        fullestFirst.sort(Comparator.comparing(pieces::get, Piece.FULLEST));
        for (int i : fullestFirst) follow(i);
        unite();
    }

    /** Leaders stand before all they lead, because they are fuller. */
    private void follow(int i) {
        var best = edges.get(i).stream()
                .filter(edge -> leader[edge.other()] == edge.other() && !apart(edge.other()))
                .filter(edge -> !roundup[i] && !roundup[edge.other()] || edge.nearlyEqual())
                .max(Comparator.comparingDouble((Edge edge) -> edge.likeness().contained())
                        .thenComparingDouble(edge -> edge.likeness().jaccard())
                        .thenComparing(edge -> pieces.get(edge.other()), Piece.FULLEST.reversed()));
        leader[i] = best.map(Edge::other).orElse(i);
        likeness[i] = best.map(Edge::likeness).orElse(null);
    }

    /** What people joined becomes one group under the fullest of its leaders. */
    private void unite() {
        var groups = new Bonds(pieces.size());
        placed.forEach((id, decision) -> {
            var here = index.get(id);
            var there = decision.with() == null ? null : index.get(decision.with());
            if (here != null && there != null) groups.join(leader[here], leader[there]);
        });
        var heads = new HashMap<Integer, Integer>();
        for (int i = 0; i < pieces.size(); i++)
            if (leader[i] == i)
                heads.merge(
                        groups.root(i), i, (a, b) -> Piece.FULLEST.compare(pieces.get(a), pieces.get(b)) <= 0 ? a : b);
        for (int i = 0; i < pieces.size(); i++) {
            int head = heads.getOrDefault(groups.root(leader[i]), i);
            if (head != leader[i]) {
                var own = Likeness.of(pieces.get(i).sketch(), pieces.get(head).sketch());
                likeness[i] = own.same() ? own : null;
            }
        }
        var heading = leader.clone();
        for (int i = 0; i < pieces.size(); i++) heading[i] = heads.getOrDefault(groups.root(leader[i]), i);
        System.arraycopy(heading, 0, leader, 0, heading.length);
    }

    private Map<UUID, Standing> standings() {
        var earliest = new HashMap<Integer, UUID>();
        // by time, so the first of a thread names it
        for (int i = 0; i < pieces.size(); i++)
            earliest.putIfAbsent(threads.root(i), pieces.get(i).id());
        var all = new HashMap<UUID, Standing>();
        for (int i = 0; i < pieces.size(); i++) {
            var thread = earliest.getOrDefault(threads.root(i), pieces.get(i).id());
            var at = pieces.get(leader[i]).id();
            all.put(pieces.get(i).id(), new Standing(thread, at, likeness[i], roundup[i]));
        }
        return all;
    }

    /** Of these, all that are one story with any of the new ones: whose threads a grouping has to take in. */
    public static Set<UUID> touched(Collection<Piece> around, Collection<UUID> fresh) {
        var byTime = around.stream().sorted(Piece.BY_TIME).toList();
        var isNew = Set.copyOf(fresh);
        var touched = new HashSet<UUID>();
        Neighbors.pairs(byTime, (later, earlier, alike) -> {
            var a = byTime.get(later).id();
            var b = byTime.get(earlier).id();
            if (isNew.contains(a)) touched.add(b);
            if (isNew.contains(b)) touched.add(a);
        });
        return touched;
    }
}
