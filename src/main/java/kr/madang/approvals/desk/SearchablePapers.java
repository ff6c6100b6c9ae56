package kr.madang.approvals.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.search.Document;
import kr.madang.kernel.search.Searchable;
import org.springframework.stereotype.Component;

/**
 * Papers in the search of the house (결재문서 검색): title, summary, text, keywords, numbers, drafter. Everybody finds what {@link Access} lets
 * him read, but for drafts that were thrown away; finding is no look.
 */
@Component
class SearchablePapers implements Searchable {
    static final String KIND = "approvals.paper";

    private static final int PAGE = 500;

    private final SearchableStore store;
    private final Access access;
    private final OfficeRoster roster;
    private final Clock clock;

    SearchablePapers(SearchableStore store, Access access, OfficeRoster roster, Clock clock) {
        this.store = store;
        this.access = access;
        this.roster = roster;
        this.clock = clock;
    }

    @Override
    public String room() {
        return "approvals";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "search.approvals.paper";
    }

    @Override
    public List<Facet> facets() {
        return List.of(
                new Facet("status", "search.approvals.status"),
                new Facet("kind", "search.approvals.kind"),
                new Facet("unit", "search.approvals.unit"),
                new Facet("team", "search.approvals.team"));
    }

    @Override
    public List<Document> load(Collection<UUID> ids) {
        return store.load(ids);
    }

    @Override
    public void all(Consumer<List<Document>> page) {
        var last = new UUID(0, 0);
        while (true) {
            var papers = store.after(last, PAGE);
            if (!papers.isEmpty()) page.accept(papers);
            if (papers.size() < PAGE) return;
            last = papers.getLast().id();
        }
    }

    @Override
    public Set<String> tokens(Actor by) {
        if (!by.may("approvals", Level.VIEW)) return Set.of();
        var tokens = new HashSet<String>();
        tokens.add(SearchableStore.ME + by.id());
        if (!by.team().isEmpty()) tokens.add(SearchableStore.TEAM + by.team());
        if (Access.audits(by)) tokens.add(SearchableStore.AUDIT);
        for (var absent : roster.absentFor(by.id(), clock.instant())) tokens.add(SearchableStore.DUE + absent);
        return tokens;
    }

    @Override
    public Set<UUID> mayRead(Actor by, Collection<UUID> ids) {
        return by.may("approvals", Level.VIEW) ? access.readable(by, ids) : Set.of();
    }
}
