package kr.madang.kernel.search;

import java.util.List;

/**
 * What was found (검색 결과): only what the person may read, counts included.
 *
 * @param ready false while there is no index that could answer
 * @param rough there are so many that only about as many were counted
 * @param kinds how many of each kind, whatever kind was chosen
 * @param facets by which the kind chosen can be narrowed further
 * @param others what else might have been meant, where nothing was found
 */
public record Answer(
        boolean ready,
        List<Hit> hits,
        long total,
        boolean rough,
        List<Count> kinds,
        List<Facet> facets,
        List<Other> others) {
    static final Answer NOT_READY = new Answer(false, List.of(), 0, false, List.of(), List.of(), List.of());

    /** @param title message key of the kind */
    public record Hit(
            String kind, String title, Document document, List<Marks.Piece> head, List<Marks.Piece> excerpt) {}

    /** @param title message key, or the words themselves */
    public record Count(String value, String title, long count, boolean chosen) {}

    /** @param title message key */
    public record Facet(String name, String title, List<Count> values) {}

    /** @param text what to look for instead @param count how many documents that finds */
    public record Other(String text, long count) {}
}
