package kr.madang.press.alike;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what is like an article among others (닮은 기사 찾기). It counts shared shingles of one article with all others at once over an
 * inverted index, so nothing alike is ever missed, as an approximate index would. Articles of one shingle lie side by side in the order of
 * time, and what has grown too old is left behind for good: counting runs over memory in one direction.
 */
final class Neighbors {
    /** The same text again after this is another story, such as a festival's announcement of the next year. */
    static final Duration WINDOW = Duration.ofDays(14);

    interface Found {
        void pair(int later, int earlier, Likeness likeness);
    }

    private final List<Piece> pieces;
    private final long[] at;
    /** By piece: the numbers of its shingles, counted from 0 without gaps. */
    private final int[][] shingles;
    /** By shingle: where its articles begin, and which of them are the first that are not too old. */
    private final int[] starts;

    private final int[] fresh;
    private final int[] owners;
    private final int[] counts;
    private final int[] touched;

    private Neighbors(List<Piece> pieces) {
        this.pieces = pieces;
        int n = pieces.size();
        at = pieces.stream().mapToLong(p -> p.at().toEpochMilli()).toArray();
        shingles = new int[n][];
        var names = new Names(pieces.stream().mapToInt(p -> p.sketch().size()).sum());
        for (int i = 0; i < n; i++) {
            var own = pieces.get(i).sketch().shingles();
            shingles[i] = new int[own.length];
            for (int s = 0; s < own.length; s++) shingles[i][s] = names.of(own[s]);
        }
        starts = starts(names.size());
        owners = new int[starts[names.size()]];
        fresh = Arrays.copyOf(starts, names.size());
        fill();
        counts = new int[n];
        touched = new int[n];
    }

    private int[] starts(int names) {
        var begins = new int[names + 1];
        for (var own : shingles) for (int shingle : own) begins[shingle + 1]++;
        for (int s = 0; s < names; s++) begins[s + 1] += begins[s];
        return begins;
    }

    private void fill() {
        var next = fresh.clone();
        for (int i = 0; i < shingles.length; i++) for (int shingle : shingles[i]) owners[next[shingle]++] = i;
    }

    /** Numbers without gaps for the shingles there are. */
    private static final class Names {
        private final int[] keys;
        private final int[] names;
        private final int mask;
        private int count;

        Names(int most) {
            int slots = Integer.highestOneBit(Math.max(16, most)) * 4;
            mask = slots - 1;
            keys = new int[slots];
            names = new int[slots];
        }

        int of(int shingle) {
            int slot = (shingle * 0x9E3779B9 >>> 7) & mask;
            while (names[slot] != 0 && keys[slot] != shingle) slot = slot + 1 & mask;
            if (names[slot] == 0) {
                keys[slot] = shingle;
                names[slot] = ++count;
            }
            return names[slot] - 1;
        }

        int size() {
            return count;
        }
    }

    /** Tells of every pair that is one story, the later one first; each pair once. @param pieces by time */
    static void pairs(List<Piece> pieces, Found found) {
        var index = new Neighbors(pieces);
        for (int i = 0; i < pieces.size(); i++) index.look(i, found);
    }

    private void look(int index, Found found) {
        long from = at[index] - WINDOW.toMillis();
        int others = 0;
        for (int shingle : shingles[index]) {
            int p = fresh[shingle];
            while (at[owners[p]] < from) p++;
            fresh[shingle] = p;
            for (int other = owners[p]; other < index; other = owners[++p])
                if (counts[other]++ == 0) touched[others++] = other;
        }
        for (int i = 0; i < others; i++) tell(index, touched[i], found);
    }

    private void tell(int index, int other, Found found) {
        var mine = pieces.get(index).sketch();
        int shared = counts[other];
        counts[other] = 0;
        var theirs = pieces.get(other).sketch();
        if (shared < Likeness.least(Math.min(mine.size(), theirs.size()))) return;
        var likeness = Likeness.of(mine, theirs, shared);
        if (likeness.same()) found.pair(index, other, likeness);
    }
}
