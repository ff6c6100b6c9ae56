package kr.madang.kernel.search;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.search.index.OpenSearch;
import kr.madang.kernel.search.index.OpenSearchServer;
import org.junit.jupiter.api.Test;

/** Two nodes that share an index in a real OpenSearch. */
class SharedIndexTests extends SearchCase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OpenSearch cluster = new OpenSearch(OpenSearchServer.address(), "", "");
    private final String alias = "shared" + NUMBER.incrementAndGet();

    private Follower shared(String name) {
        return follower(name, new ClusterPlace(cluster, alias, Clock.systemUTC()));
    }

    /** The old one is to go once the new one is in force. */
    private int indexes() {
        try {
            return cluster.get("/" + alias + "-*/_alias").size();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void oneNodeWritesBothFindAndTheOtherTakesOver() throws Exception {
        for (int i = 0; i < 20; i++) write(i, "소식 " + i);
        var first = shared("first");
        var one = node(first);
        await(() -> total(one, "소식") == 20);
        var second = shared("second");
        var two = node(second);
        await(() -> total(two, "소식") == 20);
        write(20, "소식 20");
        await(() -> total(one, "소식") == 21 && total(two, "소식") == 21);
        first.close();
        write(21, "소식 21");
        await(() -> total(two, "소식") == 22);
    }

    @Test
    void anotherDictionaryReachesBothWhileTheySearch() throws Exception {
        for (int i = 0; i < 50; i++) write(i, "샛별한마당 소식");
        var one = node(shared("first"));
        await(() -> total(one, "\"마당\"") == 50);
        var two = node(shared("second"));
        await(() -> total(two, "\"마당\"") == 50);
        words.put(Actor.SYSTEM, "샛별한마당", "", false);
        await(() -> total(one, "\"마당\"") == 0 && total(one, "샛별한마당 ") == 50);
        await(() -> total(two, "\"마당\"") == 0 && total(two, "샛별한마당 ") == 50);
        await(() -> indexes() == 1);
    }

    @Test
    void anIndexThatIsDeletedInTheClusterIsMadeAnew() throws Exception {
        for (int i = 0; i < 5; i++) write(i, "소식 " + i);
        var search = node(shared("only"));
        await(() -> total(search, "소식") == 5);
        for (var index : cluster.get("/_alias/" + alias).properties()) cluster.delete("/" + index.getKey());
        await(() -> {
            store.changed(KIND, java.util.List.of(Notebook.id(1)));
            return total(search, "소식") == 5;
        });
    }
}
