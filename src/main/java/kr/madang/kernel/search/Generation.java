package kr.madang.kernel.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.kernel.search.index.Entry;
import kr.madang.kernel.search.index.Index;
import kr.madang.kernel.search.korean.Analyser;

/**
 * One making of the index (색인 세대) with the dictionary it was made with, and how far it has followed the changes. Written by one thread.
 */
final class Generation {
    private static final int MANY = 2_000;
    private static final long QUIET = 60_000;

    private final Index index;
    private final Analyser analyser;
    private volatile Notes notes;
    /** Changes that were taken although transactions before them had not ended. */
    private final Set<Long> taken = new HashSet<>();

    private int unkept;
    private Instant keptAt;

    Generation(Index index, Notes notes) {
        this.index = index;
        this.notes = notes;
        this.analyser = new Analyser(notes.lexicon());
        this.keptAt = notes.at();
    }

    Index index() {
        return index;
    }

    Analyser analyser() {
        return analyser;
    }

    Notes notes() {
        return notes;
    }

    /** Takes what has changed. @return how many documents were written */
    int follow(SearchStore store, SearchStore.Wanted wanted, Map<String, Searchable> kinds) throws IOException {
        var fresh = new ArrayList<SearchStore.Change>();
        var written = new int[1];
        var trouble = new IOException[1];
        store.changes(notes.floor(), page -> {
            for (var change : page) if (!taken.contains(change.seq())) fresh.add(change);
            try {
                if (trouble[0] == null) written[0] += take(fresh, kinds);
            } catch (IOException e) {
                trouble[0] = e;
            }
            fresh.clear();
        });
        if (trouble[0] != null) throw trouble[0];
        if (written[0] > 0) index.show();
        pass(store, wanted);
        keep(wanted.now());
        return written[0];
    }

    private int take(List<SearchStore.Change> changes, Map<String, Searchable> kinds) throws IOException {
        var byKind = new LinkedHashMap<String, Set<UUID>>();
        for (var change : changes)
            byKind.computeIfAbsent(change.kind(), any -> new LinkedHashSet<>()).add(change.id());
        int written = 0;
        for (var kind : byKind.entrySet()) {
            var searchable = kinds.get(kind.getKey());
            if (searchable != null) written += write(searchable, kind.getValue());
        }
        for (var change : changes) taken.add(change.seq());
        unkept += written;
        return written;
    }

    private int write(Searchable searchable, Collection<UUID> ids) throws IOException {
        var left = new HashMap<UUID, String>();
        for (var id : ids) left.put(id, Entry.key(searchable.kind(), id.toString()));
        var documents = searchable.load(ids);
        for (var document : documents) left.remove(document.id());
        index.put(documents.stream()
                .map(document -> Entry.of(searchable.kind(), document, analyser))
                .toList());
        index.remove(left.values());
        return ids.size();
    }

    /** The floor was asked before the changes were read: everything below it has been seen. */
    private void pass(SearchStore store, SearchStore.Wanted wanted) {
        if (wanted.floor() > notes.floor()) {
            notes = notes.at(wanted.floor(), wanted.now());
            var open = new HashSet<Long>();
            if (!taken.isEmpty()) store.changes(wanted.floor(), page -> page.forEach(change -> open.add(change.seq())));
            taken.retainAll(open);
        } else notes = notes.at(notes.floor(), wanted.now());
    }

    /** A commit waits for the disk, so not for every single change. */
    private void keep(Instant now) throws IOException {
        long since = now.toEpochMilli() - keptAt.toEpochMilli();
        if (unkept == 0 ? since < QUIET * 30 : unkept < MANY && since < QUIET / 30) return;
        keepNow();
    }

    void keepNow() throws IOException {
        index.keep(notes.text());
        unkept = 0;
        keptAt = notes.at();
    }
}
