package kr.madang.press.alike;

/**
 * How alike two texts are (닮은 정도).
 *
 * @param shared shingles both have
 * @param jaccard of all shingles of the two, the part both have; 1 for equal texts
 * @param contained of the shingles of the shorter one, the part the longer one has
 * @param quotes direct quotations both have
 * @param same whether this is one story
 */
public record Likeness(int shared, double jaccard, double contained, int quotes, boolean same) {
    /** So much of both together, and the texts are one story. */
    static final double ALIKE = 0.42;
    /** So much of the shorter, and it is the longer one cut down. */
    static final double CUT = 0.6;
    /** So much of the shorter, when people are quoted with the same words besides. */
    static final double CUT_WITH_QUOTE = 0.36;
    /** Below this a text is a mere headline, and such are alike only when they are equal. */
    static final int HEADLINE = 36;

    private static final double SAME_HEADLINE = 0.9;
    private static final int FEWEST = 8;
    private static final int FEWEST_OF_CUT = 24;

    public static Likeness of(Sketch a, Sketch b) {
        return of(a, b, a.shared(b));
    }

    /** @param shared shingles both have, counted already */
    static Likeness of(Sketch a, Sketch b, int shared) {
        int smaller = Math.min(a.size(), b.size());
        int union = a.size() + b.size() - shared;
        double jaccard = union == 0 ? 0 : (double) shared / union;
        double contained = smaller == 0 ? 0 : (double) shared / smaller;
        int quotes = shared < FEWEST ? 0 : a.sameQuotes(b);
        return new Likeness(shared, jaccard, contained, quotes, same(smaller, shared, jaccard, contained, quotes));
    }

    /** How many shared shingles two texts need at least to be one story: whoever has fewer need not be looked at. */
    static int least(int smaller) {
        return smaller < HEADLINE ? FEWEST : Math.max(FEWEST, (int) (smaller * CUT_WITH_QUOTE));
    }

    private static boolean same(int smaller, int shared, double jaccard, double contained, int quotes) {
        if (shared < FEWEST) return false;
        if (smaller < HEADLINE) return contained >= SAME_HEADLINE && jaccard >= ALIKE;
        if (jaccard >= ALIKE) return true;
        if (shared < FEWEST_OF_CUT) return false;
        return contained >= CUT || quotes > 0 && contained >= CUT_WITH_QUOTE;
    }

    /** Of the shorter text, how many percent the longer one has. */
    public int percent() {
        return (int) Math.round(contained * 100);
    }
}
