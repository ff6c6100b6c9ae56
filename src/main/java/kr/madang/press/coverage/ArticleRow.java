package kr.madang.press.coverage;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kr.madang.press.alike.Sketch;
import org.jspecify.annotations.Nullable;

/** An article on its way into the table. */
record ArticleRow(
        UUID id,
        @Nullable UUID outlet,
        @Nullable Address address,
        @Nullable String slot,
        Found found,
        String title,
        String lead,
        Instant at,
        @Nullable Instant saidAt,
        Instant foundAt,
        String enteredBy) {
    /** What names it, whenever it comes. */
    String key() {
        return address != null ? address.canonical() : Objects.requireNonNull(slot);
    }

    Sketch sketch() {
        return Sketch.of(title, found.body().length() > lead.length() ? found.body() : lead);
    }
}
