package kr.madang.kernel.search;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.search.index.Index;
import kr.madang.kernel.search.index.OpenSearch;
import kr.madang.kernel.search.index.OpenSearchIndex;

/** Indexes in an OpenSearch cluster that all nodes share; an alias names the one in force and is moved in one step. */
final class ClusterPlace implements Place {
    private final OpenSearch cluster;
    private final String alias;
    private final Clock clock;

    /** @param alias also begins the names of the indexes */
    ClusterPlace(OpenSearch cluster, String alias, Clock clock) {
        if (!alias.matches("[a-z][a-z0-9_]{0,60}")) throw new IllegalArgumentException("MADANG_SEARCH_INDEX: " + alias);
        this.cluster = cluster;
        this.alias = alias;
        this.clock = clock;
    }

    @Override
    public String name() {
        return cluster.address();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public Optional<Index> open() throws IOException {
        return current().stream().findFirst().map(name -> new OpenSearchIndex(cluster, name));
    }

    /** Writing to an index that is gone would make another of that name, with fields as the cluster guesses them. */
    @Override
    public boolean inForce(Index index) throws IOException {
        return current().contains(((OpenSearchIndex) index).name());
    }

    private List<String> current() throws IOException {
        return names("/_alias/" + alias);
    }

    private List<String> names(String path) throws IOException {
        var names = new ArrayList<String>();
        cluster.find(path).properties().forEach(index -> names.add(index.getKey()));
        return names;
    }

    @Override
    public Index begin() throws IOException {
        return OpenSearchIndex.make(cluster, alias + "-" + clock.millis());
    }

    @Override
    public void enforce(Index index) throws IOException {
        var actions = new ArrayList<Object>();
        for (var old : current()) actions.add(Map.of("remove", Map.of("index", old, "alias", alias)));
        actions.add(Map.of("add", Map.of("index", ((OpenSearchIndex) index).name(), "alias", alias)));
        cluster.post("/_aliases", Map.of("actions", actions));
    }

    @Override
    public void forget() throws IOException {
        for (var name : current()) cluster.delete("/" + name);
    }

    @Override
    public void sweep() throws IOException {
        var kept = current();
        for (var name : names("/" + alias + "-*/_alias")) if (!kept.contains(name)) cluster.delete("/" + name);
    }
}
