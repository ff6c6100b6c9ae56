package kr.madang.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.search.index.LuceneIndex;
import org.junit.jupiter.api.Test;

/** The index of a node through changes, crashes, damage and other dictionaries. */
class FollowerTests extends SearchCase {
    @Test
    void whatChangesIsFoundAndWhatGoesIsGone() throws Exception {
        write(1, "도서관 새 단장");
        var search = node();
        await(() -> total(search, "도서관") == 1);
        write(2, "도서관 휴관");
        await(() -> total(search, "도서관") == 2);
        write(2, "축제 안내");
        await(() -> total(search, "도서관") == 1);
        notebook.notes.remove(Notebook.id(1));
        store.changed(KIND, List.of(Notebook.id(1)));
        await(() -> total(search, "도서관") == 0);
        assertThat(titles(search, "축제")).containsExactly("축제 안내");
    }

    @Test
    void aChangeOfATransactionThatEndsLateIsNotMissed() throws Exception {
        var search = node();
        write(1, "처음 소식");
        await(() -> total(search, "처음") == 1);
        try (var late = source.getConnection()) {
            late.setAutoCommit(false);
            try (var statement = late.createStatement()) {
                statement.execute("insert into kernel.search_change (kind, id) values ('%s', '%s')"
                        .formatted(KIND, Notebook.id(2)));
            }
            write(3, "다음 소식");
            await(() -> total(search, "다음") == 1);
            notebook.put(2, "늦은 소식", "all");
            Thread.sleep(100);
            assertThat(total(search, "늦은")).isZero();
            late.commit();
        }
        await(() -> total(search, "늦은") == 1);
    }

    @Test
    void whoMayNotReadItAnyMoreSeesNothingOfItEvenBeforeTheIndexKnows() throws Exception {
        write(1, "비밀이 될 축제");
        var search = node();
        await(() -> total(search, "축제") == 1);
        notebook.put(1, "비밀이 될 축제", "somebody");
        assertThat(titles(search, "축제")).isEmpty();
        assertThat(total(search, "축제")).isZero();
    }

    @Test
    void anIndexIsOpenedAgainWithoutMakingItAnew() throws Exception {
        for (int i = 0; i < 20; i++) write(i, "소식 " + i);
        var first = follower("first", folder);
        var search = node(first);
        await(() -> total(search, "소식") == 20);
        first.close();
        write(20, "소식 20");
        notebook.onPage = () -> {
            throw new AssertionError("made anew");
        };
        var again = node(follower("again", folder));
        await(() -> total(again, "소식") == 21);
    }

    @Test
    void anOfficeThatPausesAndGoesOnFindsAgain() throws Exception {
        write(1, "도서관 새 단장");
        var follower = follower("node", folder.resolve("search"));
        var search = node(follower);
        await(() -> total(search, "도서관") == 1);
        follower.close();
        write(2, "도서관 휴관");
        assertThat(total(search, "도서관")).isEqualTo(-1);
        follower.reopen();
        await(() -> total(search, "도서관") == 2);
    }

    @Test
    void whatWasWrittenAndNotKeptComesBackAfterACrash() throws Exception {
        write(1, "처음 소식");
        var first = follower("first", folder);
        var search = node(first);
        await(() -> total(search, "처음") == 1);
        // as a kill leaves it: the files of the last commit, no farewell
        var left = folder.resolveSibling(folder.getFileName() + "-left");
        copy(folder, left);
        for (int i = 2; i < 50; i++) write(i, "나중 소식");
        await(() -> total(search, "나중") == 48);
        notebook.onPage = () -> {
            throw new AssertionError("made anew");
        };
        var again = node(follower("again", left));
        await(() -> total(again, "나중") == 48);
        assertThat(total(again, "처음")).isEqualTo(1);
    }

    @Test
    void aDamagedMissingOrForeignIndexIsMadeAnew() throws Exception {
        for (int i = 0; i < 10; i++) write(i, "소식 " + i);
        var first = follower("first", folder);
        var search = node(first);
        await(() -> total(search, "소식") == 10);
        first.close();
        var index = folder.resolve(Files.readString(folder.resolve("current")));
        damage(index);
        assertRebuilt("damaged");
        Files.writeString(folder.resolve("current"), "../../etc");
        assertRebuilt("pointing elsewhere");
        Files.write(folder.resolve("current"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertRebuilt("pointing nowhere");
        delete(folder);
        assertRebuilt("missing");
        db.sql("update kernel.search_state set office = gen_random_uuid()").update();
        assertRebuilt("of another office");
    }

    private void assertRebuilt(String why) throws Exception {
        var made = new AtomicBoolean();
        notebook.onPage = () -> made.set(true);
        var follower = follower(why, folder);
        var search = node(follower);
        await(() -> total(search, "소식") == 10);
        assertThat(made).as(why).isTrue();
        follower.close();
    }

    @Test
    void aFolderThatVanishesUnderAnOpenOfficeIsMadeAnew() throws Exception {
        for (int i = 0; i < 10; i++) write(i, "소식 " + i);
        var search = node();
        await(() -> total(search, "소식") == 10);
        delete(folder.resolve("search"));
        // what is kept next notices
        for (int i = 10; i < 2_100; i++) notebook.put(i, "소식 " + i, "all");
        store.changed(KIND, notebook.notes.keySet());
        await(() -> total(search, "소식") == 2_100 && Files.exists(folder.resolve("search/current")));
    }

    @Test
    void aSecondProgramOnTheSameFolderWaitsItsTurn() throws Exception {
        write(1, "소식");
        var first = follower("first", folder);
        var one = node(first);
        await(() -> total(one, "소식") == 1);
        var second = follower("second", folder);
        var two = node(second);
        two.find(Actor.SYSTEM, Query.of("소식"));
        await(() -> second.state() == Follower.State.LOCKED);
        assertThat(two.find(Actor.SYSTEM, Query.of("소식")).ready()).isFalse();
        assertThat(total(one, "소식")).isEqualTo(1);
        first.close();
        await(() -> total(two, "소식") == 1);
    }

    @Test
    void everyNodeFollowsByItself() throws Exception {
        var one = node(follower("one", folder.resolve("one")));
        var two = node(follower("two", folder.resolve("two")));
        for (int i = 0; i < 30; i++) write(i, "소식 " + i);
        await(() -> total(one, "소식") == 30 && total(two, "소식") == 30);
        notebook.notes.clear();
        for (int i = 0; i < 30; i++) store.changed(KIND, List.of(Notebook.id(i)));
        await(() -> total(one, "소식") == 0 && total(two, "소식") == 0);
    }

    @Test
    void searchesGoOnWhileAnotherDictionaryIsTaken() throws Exception {
        for (int i = 0; i < 200; i++) write(i, "샛별한마당 소식 " + i);
        var follower = follower("node", folder);
        var search = node(follower);
        await(() -> total(search, "샛별한마당 ") == 200);
        assertThat(total(search, "\"마당\"")).isEqualTo(200);
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        notebook.onPage = () -> {
            begun.countDown();
            try {
                go.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        words.put(Actor.SYSTEM, "샛별한마당", "", false);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(total(search, "샛별한마당 ")).isEqualTo(200);
        assertThat(total(search, "\"마당\"")).as("still the old dictionary").isEqualTo(200);
        write(200, "샛별한마당 도중 소식");
        await(() -> total(search, "도중") == 1);
        // and another word in the middle of it
        words.put(Actor.SYSTEM, "도중소식", "", false);
        go.countDown();
        await(() -> total(search, "\"마당\"") == 0 && total(search, "샛별한마당 ") == 201);
        await(() -> follower.serving().orElseThrow().generation().notes().words()
                == store.wanted().words());
        assertThat(total(search, "도중")).isEqualTo(1);
        await(() -> folders() == 1);
    }

    private long folders() {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory).count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void wordsThatMeanTheSameAreInForceAtOnce() throws Exception {
        write(1, "해오름극장 개관");
        var search = node();
        await(() -> total(search, "개관") == 1);
        assertThat(total(search, "달맞이홀 ")).isZero();
        words.same(Actor.SYSTEM, "해오름극장, 달맞이홀");
        await(() -> total(search, "달맞이홀 ") == 1);
    }

    @Test
    void aStormOfChangesEndsInTheTruth() throws Exception {
        var search = node();
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (int w = 0; w < 4; w++) {
                int from = w * 50;
                writers.submit(() -> {
                    for (int round = 0; round < 20; round++)
                        for (int i = from; i < from + 50; i++) write(i, "회차" + round + " 소식");
                });
            }
        }
        await(() -> total(search, "회차19 ") == 200);
        assertThat(total(search, "회차18 ")).isZero();
        assertThat(total(search, "소식")).isEqualTo(200);
    }

    @Test
    void anIndexThatSleptTooLongIsMadeAnew() throws Exception {
        write(1, "소식");
        var first = follower("first", folder);
        var search = node(first);
        await(() -> total(search, "소식") == 1);
        first.close();
        try (var index = LuceneIndex.open(folder.resolve(Files.readString(folder.resolve("current"))))) {
            var notes = new java.util.HashMap<>(index.notes().orElseThrow());
            notes.put("at", "2020-01-01T00:00:00Z");
            index.keep(notes);
        }
        notebook.put(2, "그사이 소식", "all");
        assertThat(store.forget(java.time.Instant.now().plusSeconds(60))).isPositive();
        var again = node(follower("again", folder));
        await(() -> total(again, "소식") == 2);
    }

    @Test
    void everyNodeMakesItsIndexAnewWhenAsked() throws Exception {
        write(1, "소식");
        var follower = follower("node", folder);
        var search = node(follower);
        await(() -> total(search, "소식") == 1);
        // as if an error had left it out
        notebook.put(2, "잊힌 소식", "all");
        new Indexes(store, silent(), java.time.Clock.systemUTC()).rebuild(Actor.SYSTEM);
        await(() -> total(search, "잊힌") == 1);
        await(() -> store.nodes(java.time.Instant.EPOCH).stream()
                .anyMatch(n -> n.state().equals("READY") && n.documents() == 2));
    }

    private static void damage(Path index) throws Exception {
        try (var files = Files.list(index)) {
            for (var file : files.filter(f -> Files.isRegularFile(f)).toList()) {
                var bytes = Files.readAllBytes(file);
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
