package kr.madang.kernel.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The kinds of documents the rooms have (검색 대상 목록). Asked for late: rooms need the search before their own documents are there. */
@Component
class Kinds {
    private final ObjectProvider<Searchable> searchables;
    private final Set<String> only;
    private volatile @Nullable Map<String, Searchable> all;

    /** @param only kinds that are indexed here; empty for all there are */
    Kinds(ObjectProvider<Searchable> searchables, @Value("${madang.search.kinds:}") Set<String> only) {
        this.searchables = searchables;
        this.only = Set.copyOf(only);
    }

    Map<String, Searchable> all() {
        var known = all;
        if (known == null)
            all = known = byKind(searchables
                    .orderedStream()
                    .filter(kind -> only.isEmpty() || only.contains(kind.kind()))
                    .toList());
        return known;
    }

    private static Map<String, Searchable> byKind(Iterable<Searchable> all) {
        var kinds = new LinkedHashMap<String, Searchable>();
        for (var one : all)
            if (kinds.put(one.kind(), one) != null) throw new IllegalStateException("two kinds named " + one.kind());
        return kinds;
    }
}
