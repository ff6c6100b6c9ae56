package kr.madang.approvals.drafting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.line.Paper;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into one open drafting form and has not saved yet (자동 저장). Each window has a buffer of its own, so two windows
 * never write over each other.
 *
 * @param paperOrNull the paper it changes; null for a new draft
 * @param fields as the form sent them
 */
public record Buffer(
        UUID id, Paper.@Nullable Id paperOrNull, String title, Map<String, List<String>> fields, Instant keptAt) {
    public Buffer {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = java.util.Collections.unmodifiableMap(copy);
    }

    public Optional<Paper.Id> paper() {
        return Optional.ofNullable(paperOrNull);
    }
}
