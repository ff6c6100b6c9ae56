package kr.madang.kernel.search;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Something that can be found (검색 문서), as its room tells it.
 *
 * @param text what else it says; shown in excerpts only to who may read it
 * @param keys numbers and codes it is known by, e.g. {@code 홍보미디어과-1234}; found as a whole
 * @param labels what it can be narrowed by: name of the label → values; words or message keys
 * @param at its date in lists
 * @param link where it is read
 * @param readers who may find it: tokens of the kind's own making, compared with {@link Searchable#tokens}
 */
public record Document(
        UUID id,
        String title,
        String text,
        Set<String> keys,
        Map<String, List<String>> labels,
        Instant at,
        String link,
        Set<String> readers) {
    public Document {
        title = Normalizer.normalize(title, Normalizer.Form.NFC);
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        keys = Set.copyOf(keys);
        labels = Map.copyOf(labels);
        readers = Set.copyOf(readers);
    }
}
