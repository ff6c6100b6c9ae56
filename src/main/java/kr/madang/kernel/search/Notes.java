package kr.madang.kernel.search;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.search.korean.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows of itself (색인 꼬리표), kept in the same commit as its documents: what it was made with, and which changes are in it.
 *
 * @param schema how entries are made; another one needs a new index
 * @param office whose documents these are
 * @param words number of the dictionary it was made with
 * @param floor all changes of transactions before this one are in it
 * @param at when that was
 * @param lexicon the dictionary itself: queries must be cut as the index was
 */
record Notes(
        int schema, String office, String cluster, long words, long rebuild, long floor, Instant at, Lexicon lexicon) {
    /** Goes up whenever entries or analysis change. */
    static final int SCHEMA = 1;

    static Notes of(SearchStore.Wanted wanted, Lexicon lexicon) {
        return new Notes(
                SCHEMA,
                wanted.office(),
                wanted.cluster(),
                wanted.words(),
                wanted.rebuild(),
                wanted.floor(),
                wanted.now(),
                lexicon);
    }

    Notes at(long floor, Instant at) {
        return new Notes(schema, office, cluster, words, rebuild, floor, at, lexicon);
    }

    /** Why it cannot be used at all, as the tail of a message key; null when it can. */
    @Nullable
    String unusable(SearchStore.Wanted wanted) {
        if (schema != SCHEMA) return "schema";
        if (!office.equals(wanted.office()) || !cluster.equals(wanted.cluster()) || floor > wanted.floor())
            return "foreign";
        if (at.isBefore(wanted.now().minus(SearchJobs.KEPT).plus(SearchJobs.MARGIN))) return "old";
        return null;
    }

    /** It can be used, but another one must be made. */
    boolean outdated(SearchStore.Wanted wanted) {
        return words != wanted.words() || rebuild != wanted.rebuild();
    }

    Map<String, String> text() {
        return Map.of(
                "schema", Integer.toString(schema),
                "office", office,
                "cluster", cluster,
                "words", Long.toString(words),
                "rebuild", Long.toString(rebuild),
                "floor", Long.toString(floor),
                "at", at.toString(),
                "lexicon", lexicon.text());
    }

    /** Empty when these are no notes of ours. */
    static Optional<Notes> read(Map<String, String> text) {
        try {
            return Optional.of(new Notes(
                    Integer.parseInt(text.getOrDefault("schema", "")),
                    text.getOrDefault("office", ""),
                    text.getOrDefault("cluster", ""),
                    Long.parseLong(text.getOrDefault("words", "")),
                    Long.parseLong(text.getOrDefault("rebuild", "")),
                    Long.parseLong(text.getOrDefault("floor", "")),
                    Instant.parse(text.getOrDefault("at", "")),
                    Lexicon.parse(text.getOrDefault("lexicon", ""))));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
