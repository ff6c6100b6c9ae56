package kr.madang.press.alike;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which articles are round-ups (모음 기사): they hold two texts that share nothing with each other, and
 * little besides. An article of one story that two outlets cut down to different halves looks the same until more outlets print it whole; until
 * then a person joins the three.
 */
final class Roundups {
    /** From this on a text is a copy of the whole and no part of it. */
    static final double COPY = 0.6;

    private static final double PART_OF_WHOLE = 0.2;
    private static final double TOGETHER = 0.55;
    private static final double NOTHING_SHARED = 0.12;
    private static final double LARGEST_PART = 0.85;
    private static final double HELD = 0.5;

    private final List<Piece> pieces;
    private final List<List<Stories.Edge>> edges;
    private final Set<Long> pairs = new HashSet<>();

    Roundups(List<Piece> pieces, List<List<Stories.Edge>> edges) {
        this.pieces = pieces;
        this.edges = edges;
        for (int i = 0; i < edges.size(); i++) for (var edge : edges.get(i)) pairs.add(pair(i, edge.other()));
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    boolean is(int whole) {
        var sketch = pieces.get(whole).sketch();
        if (sketch.size() < 2 * Likeness.HEADLINE) return false;
        var parts = edges.get(whole).stream().filter(e -> isPart(sketch, e)).toList();
        for (int i = 0; i < parts.size(); i++)
            for (int j = 0; j < i; j++) if (strangers(whole, parts.get(i), parts.get(j))) return true;
        return false;
    }

    private boolean isPart(Sketch whole, Stories.Edge edge) {
        var part = pieces.get(edge.other()).sketch();
        return edge.likeness().jaccard() < COPY
                && part.size() <= whole.size() * LARGEST_PART
                && edge.likeness().shared() >= whole.size() * PART_OF_WHOLE
                && edge.likeness().shared() >= part.size() * HELD;
    }

    private boolean strangers(int whole, Stories.Edge a, Stories.Edge b) {
        if (pairs.contains(pair(a.other(), b.other()))) return false;
        // what more outlets print whole than in its parts is one story that two of them cut to different halves
        if (copies(whole) > copies(a.other()) + copies(b.other())) return false;
        if (a.likeness().shared() + b.likeness().shared()
                < pieces.get(whole).sketch().size() * TOGETHER) return false;
        var one = pieces.get(a.other()).sketch();
        var two = pieces.get(b.other()).sketch();
        return one.sameQuotes(two) == 0 && one.shared(two) <= Math.min(one.size(), two.size()) * NOTHING_SHARED;
    }

    private long copies(int of) {
        return 1 + edges.get(of).stream().filter(Stories.Edge::nearlyEqual).count();
    }
}
