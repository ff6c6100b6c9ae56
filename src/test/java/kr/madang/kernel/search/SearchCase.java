package kr.madang.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kr.madang.TestPostgres;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.sql.Sql;
import kr.madang.kernel.trail.Trail;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes of an office with documents of a room made up for the test. */
abstract class SearchCase {
    static final String KIND = "test.note";
    private static final Follower.Pace QUICK = new Follower.Pace(0, 0, 20, 100);

    @TempDir
    Path folder;

    final HikariDataSource source = fresh();
    final JdbcClient db = Sql.client(source);
    final SearchStore store = new SearchStore(db);
    final WordStore wordStore = new WordStore(db);
    final Words words = new Words(wordStore, silent(), Clock.systemUTC());
    final Notebook notebook = new Notebook();
    private final List<Follower> followers = new ArrayList<>();

    private static HikariDataSource fresh() {
        var config = new HikariConfig();
        config.setDataSource(TestPostgres.fresh());
        var source = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/kernel")
                .load()
                .migrate();
        return source;
    }

    static Trail silent() {
        return new Trail(null, null, null, null, null, null) {
            @Override
            public void record(Actor by, String room, String act, String subject, Map<String, ?> details) {}
        };
    }

    @AfterEach
    void close() throws Exception {
        for (var follower : followers) follower.close();
        source.close();
    }

    Follower follower(String node, Path at) {
        return follower(node, new FolderPlace(at));
    }

    Follower follower(String node, Place place) {
        var kinds = Map.<String, Searchable>of(KIND, notebook);
        var follower = new Follower(node, place, store, wordStore, () -> kinds, new Lead(source), QUICK);
        followers.add(follower);
        return follower;
    }

    Search node(Follower follower) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("notebook", notebook);
        return new Search(store, new Kinds(beans.getBeanProvider(Searchable.class), java.util.Set.of()), follower);
    }

    Search node() {
        return node(follower("node", folder.resolve("search")));
    }

    /** Writes a note and says so. */
    void write(int number, String title) {
        notebook.put(number, title, "all");
        store.changed(KIND, List.of(Notebook.id(number)));
    }

    static List<String> titles(Search search, String text) {
        return search
                .find(Actor.SYSTEM, new Query(text, "", List.of(), null, null, Query.Sort.BEST, 1, 50))
                .hits()
                .stream()
                .map(hit -> hit.document().title())
                .toList();
    }

    static long total(Search search, String text) {
        var answer = search.find(Actor.SYSTEM, Query.of(text));
        return answer.ready() ? answer.total() : -1;
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting").isLessThan(end);
            Thread.sleep(10);
        }
    }

    /** A room that keeps notes. */
    static final class Notebook implements Searchable {
        record Note(String title, Set<String> readers) {}

        final Map<UUID, Note> notes = new ConcurrentSkipListMap<>();
        volatile Runnable onPage = () -> {};

        static UUID id(int number) {
            return new UUID(1, number);
        }

        void put(int number, String title, String... readers) {
            notes.put(id(number), new Note(title, Set.of(readers)));
        }

        private static Document document(UUID id, Note note) {
            return new Document(
                    id,
                    note.title(),
                    "글 " + note.title(),
                    Set.of(),
                    Map.of(),
                    Instant.EPOCH,
                    "/n/" + id,
                    note.readers());
        }

        @Override
        public String room() {
            return "test";
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String title() {
            return "test.note";
        }

        @Override
        public List<Document> load(Collection<UUID> ids) {
            return ids.stream()
                    .filter(notes::containsKey)
                    .map(id -> document(id, notes.get(id)))
                    .toList();
        }

        @Override
        public void all(Consumer<List<Document>> page) {
            for (var entry : new HashMap<>(notes).entrySet()) {
                page.accept(List.of(document(entry.getKey(), entry.getValue())));
                onPage.run();
            }
        }

        @Override
        public Set<String> tokens(Actor by) {
            return Set.of("all");
        }

        @Override
        public Set<UUID> mayRead(Actor by, Collection<UUID> ids) {
            return ids.stream()
                    .filter(id ->
                            notes.containsKey(id) && notes.get(id).readers().contains("all"))
                    .collect(Collectors.toSet());
        }
    }
}
