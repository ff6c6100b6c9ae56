package kr.madang.kernel.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.search.index.Ask;
import kr.madang.kernel.search.index.Entry;
import kr.madang.kernel.search.index.Plan;
import kr.madang.kernel.search.index.Reading;
import kr.madang.kernel.sql.AfterCommit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds what a person may read, in all rooms (통합 검색), and is told by the rooms what has changed. */
@Component
public class Search {
    private static final Logger log = LoggerFactory.getLogger(Search.class);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int ATTEMPTS = 2;

    private final SearchStore store;
    private final Kinds kinds;
    private final Follower follower;

    Search(SearchStore store, Kinds kinds, Follower follower) {
        this.store = store;
        this.kinds = kinds;
        this.follower = follower;
    }

    /**
     * Says that a document was made, changed or deleted, or may be read by others than before; in the transaction that did it. One row for
     * each: a document is loaded again when the transaction is kept.
     */
    public void changed(String kind, UUID id) {
        changed(kind, List.of(id));
    }

    public void changed(String kind, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        store.changed(kind, ids);
        if (follower.started() && TransactionSynchronizationManager.isSynchronizationActive())
            AfterCommit.run(follower::ring);
    }

    /** Always answers, whatever was typed. */
    public Answer find(Actor by, Query query) {
        follower.ask();
        for (int i = 0; i < ATTEMPTS; i++) {
            var now = follower.serving().orElse(null);
            if (now == null) break;
            try {
                return find(by, query, now);
            } catch (IOException | IllegalStateException | IllegalArgumentException e) {
                // the index may just have given way to another one
                if (i + 1 < ATTEMPTS) continue;
                log.warn("색인을 읽을 수 없습니다: {}", e.toString());
                follower.broken(now);
            }
        }
        return Answer.NOT_READY;
    }

    private Answer find(Actor by, Query query, Follower.Serving now) throws IOException {
        var plan = Reading.of(query.text(), now.generation().analyser(), now.synonyms());
        var ask = ask(by, query, plan);
        var found = now.generation().index().find(ask);
        var hits = hits(by, found.keys(), Marks.of(plan, now.generation().analyser()));
        long gone = found.keys().size() - hits.size();
        var others = found.total() == 0 && query.says()
                ? new Suggestions(now, ask).of(query.text())
                : List.<Answer.Other>of();
        return new Answer(
                true,
                hits,
                Math.max(0, found.total() - gone),
                found.rough(),
                counts(found, query),
                facets(found, query),
                others);
    }

    private Ask ask(Actor by, Query query, Plan plan) {
        var readers = new HashSet<String>();
        for (var kind : kinds.all().values())
            for (var token : kind.tokens(by)) readers.add(Entry.reader(kind.kind(), token));
        var labels = query.labels().stream()
                .map(label -> Entry.label(query.kind(), label.name(), label.value()))
                .collect(Collectors.toSet());
        return new Ask(
                plan,
                Ask.code(query.text(), plan),
                readers,
                query.kind().isEmpty() ? Set.of() : Set.of(query.kind()),
                labels,
                query.from() == null ? null : start(query.from()),
                query.to() == null ? null : start(query.to().plusDays(1)),
                query.sort() == Query.Sort.NEWEST,
                (query.page() - 1) * query.size(),
                query.size());
    }

    private static java.time.@Nullable Instant start(LocalDate day) {
        return day.atStartOfDay(SEOUL).toInstant();
    }

    /** Asks every room again whether this person may read what its documents say; the index may be a moment late. */
    private List<Answer.Hit> hits(Actor by, List<String> keys, Marks marks) {
        var asked = new LinkedHashMap<String, List<UUID>>();
        for (var key : keys)
            asked.computeIfAbsent(key.substring(0, key.lastIndexOf(':')), any -> new ArrayList<>())
                    .add(UUID.fromString(key.substring(key.lastIndexOf(':') + 1)));
        var loaded = new LinkedHashMap<String, Answer.Hit>();
        asked.forEach((kind, ids) -> {
            var searchable = kinds.all().get(kind);
            if (searchable == null) return;
            var allowed = searchable.mayRead(by, ids);
            if (allowed.isEmpty()) return;
            for (var document : searchable.load(allowed))
                loaded.put(Entry.key(kind, document.id().toString()), hit(searchable, document, marks));
        });
        return keys.stream().filter(loaded::containsKey).map(loaded::get).toList();
    }

    private static Answer.Hit hit(Searchable of, Document document, Marks marks) {
        return new Answer.Hit(
                of.kind(), of.title(), document, marks.all(document.title()), marks.excerpt(document.text()));
    }

    private List<Answer.Count> counts(Ask.Found found, Query query) {
        return kinds.all().values().stream()
                .filter(kind ->
                        found.kinds().containsKey(kind.kind()) || kind.kind().equals(query.kind()))
                .map(kind -> new Answer.Count(
                        kind.kind(),
                        kind.title(),
                        found.kinds().getOrDefault(kind.kind(), 0L),
                        kind.kind().equals(query.kind())))
                .toList();
    }

    private List<Answer.Facet> facets(Ask.Found found, Query query) {
        var kind = kinds.all().get(query.kind());
        if (kind == null) return List.of();
        var values = new LinkedHashMap<String, Map<String, Long>>();
        found.labels().forEach((label, count) -> {
            var parts = label.split(String.valueOf(Entry.SEPARATOR), 3);
            if (parts.length == 3 && parts[0].equals(query.kind()))
                values.computeIfAbsent(parts[1], any -> new LinkedHashMap<>()).put(parts[2], count);
        });
        return kind.facets().stream()
                .filter(facet -> values.containsKey(facet.name()))
                .map(facet -> new Answer.Facet(
                        facet.name(), facet.title(), values(facet.name(), values.get(facet.name()), query)))
                .toList();
    }

    private static List<Answer.Count> values(String name, @Nullable Map<String, Long> counts, Query query) {
        Function<String, Boolean> chosen = value -> query.labels().contains(new Query.Label(name, value));
        if (counts == null) return List.of();
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(12)
                .map(e -> new Answer.Count(e.getKey(), e.getKey(), e.getValue(), chosen.apply(e.getKey())))
                .toList();
    }
}
