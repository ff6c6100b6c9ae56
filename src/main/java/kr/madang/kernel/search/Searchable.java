package kr.madang.kernel.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.access.Actor;

/**
 * The plug through which a room lets its documents be found (검색 대상). One for each kind of document. All methods may be called from any
 * thread, outside of a transaction.
 */
public interface Searchable {
    /** The room it belongs to, e.g. {@code press}. */
    String room();

    /** Unique and never changed, e.g. {@code press.release}; {@code Search.changed} names it. */
    String kind();

    /** Message key of what these documents are called, e.g. {@code press.release.title}. */
    String title();

    /**
     * Message keys of the labels people may narrow by, in the order they are shown: name of the label → its title. Labels not named here
     * are kept but not shown.
     */
    default List<Facet> facets() {
        return List.of();
    }

    /** @param name as in {@link Document#labels} @param title message key */
    record Facet(String name, String title) {}

    /** The documents of these ids as they are now; those that are not there, or shall not be found by anybody, are left out. */
    List<Document> load(Collection<UUID> ids);

    /** Every document there is, in any order, in pages of some hundreds, for an index that is made anew. */
    void all(Consumer<List<Document>> page);

    /** What this person has in common with {@link Document#readers} of what he may find; empty when he may find nothing. */
    Set<String> tokens(Actor by);

    /** The truth, asked again for everything that is shown: those among the ids this person may read now. It records no look. */
    Set<UUID> mayRead(Actor by, Collection<UUID> ids);
}
