package kr.madang.press.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.press.alike.Piece;
import kr.madang.press.alike.Stories;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over coverage of past years (과거 보도 이관), many thousand articles at once. */
@Component
public class Archive {
    private static final int BATCH = 2_000;

    /** An article of the past, with the outlet it names. @param foundAt when it was first put down */
    public record Past(UUID id, Found found, Instant foundAt) {}

    private final ArticleStore store;
    private final GroupStore groupStore;
    private final Groups groups;
    private final ReleaseMatches matches;
    private final Trail trail;

    Archive(ArticleStore store, GroupStore groupStore, Groups groups, ReleaseMatches matches, Trail trail) {
        this.store = store;
        this.groupStore = groupStore;
        this.groups = groups;
        this.matches = matches;
        this.trail = trail;
    }

    /** @return how many were not there */
    @Transactional
    public int load(Actor by, List<Past> all) {
        Articles.writes(by);
        groupStore.lock();
        boolean first = store.isEmpty();
        var pieces = new ArrayList<Piece>();
        for (int from = 0; from < all.size(); from += BATCH) {
            var rows = all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                    .map(past -> row(past, by.name()))
                    .toList();
            var prepared = store.prepare(rows);
            var fresh = new HashSet<>(store.insert(prepared));
            prepared.stream()
                    .map(ArticleStore.Prepared::piece)
                    .filter(p -> fresh.contains(p.id()))
                    .forEach(pieces::add);
        }
        // compared all at once when there is nothing else to compare with
        if (first) {
            groupStore.save(Stories.of(pieces, Map.of()));
            matches.propose(pieces);
        } else groups.take(pieces.stream().map(Piece::id).toList());
        trail.record(by, "press", "articles.taken-over", "articles", Map.of("articles", pieces.size()));
        return pieces.size();
    }

    private static ArticleRow row(Past past, String by) {
        var found = past.found();
        var address = found.url() == null ? null : Address.of(found.url()).orElseThrow();
        return new ArticleRow(
                past.id(),
                Objects.requireNonNull(found.outlet()),
                address,
                address == null ? Slot.of(found, found.title()) : null,
                found,
                found.title(),
                found.lead(),
                found.at(),
                null,
                past.foundAt(),
                by);
    }
}
