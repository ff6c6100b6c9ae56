package kr.madang.kernel.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an index (질의).
 *
 * @param code the whole of what was typed as a number; empty when it cannot be one
 * @param readers whose documents count, as {@link Entry#reader}; nothing is found for nobody
 * @param kinds only these; all when empty
 * @param labels all of them, as {@link Entry#label}
 * @param from documents of this moment and later; null for the beginning
 * @param to earlier documents; null for no end
 * @param newest by date instead of by how well they fit
 */
public record Ask(
        Plan plan,
        String code,
        Set<String> readers,
        Set<String> kinds,
        Set<String> labels,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean newest,
        int skip,
        int many) {
    private static final int LONGEST_CODE = 60;

    public Ask {
        readers = Set.copyOf(readers);
        kinds = Set.copyOf(kinds);
        labels = Set.copyOf(labels);
    }

    /** What was typed, as a number that a document may have; empty when it is more than that. */
    public static String code(String typed, Plan plan) {
        boolean plain = plan.unwanted().isEmpty() && typed.length() <= LONGEST_CODE;
        return plain && Reading.says(typed) ? Entry.key(typed) : "";
    }

    /** The same question with another plan, asked for its count alone. */
    public Ask with(Plan other) {
        return new Ask(other, "", readers, kinds, labels, from, to, newest, 0, 0);
    }

    /**
     * What came of it.
     *
     * @param keys of the documents of this page, best first
     * @param kinds how many there are of each, whatever was narrowed by kind and label
     * @param labels how many there are of each, as {@link Entry#label}
     * @param total how many match
     * @param rough there are so many that they were not counted to the end: all counts are estimates
     */
    public record Found(
            List<String> keys, long total, Map<String, Long> kinds, Map<String, Long> labels, boolean rough) {
        public static final Found NOTHING = new Found(List.of(), 0, Map.of(), Map.of(), false);
    }
}
