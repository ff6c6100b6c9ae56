package kr.madang.kernel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract in this program's own index, and what only that can meet: its folder. */
class LuceneIndexTests extends IndexContract {
    @TempDir
    Path folder;

    private Path at() {
        return folder.resolve("index");
    }

    @Override
    Index fresh() throws Exception {
        return LuceneIndex.open(at());
    }

    @Test
    void whatWasNotKeptIsForgottenWithItsNotes() throws Exception {
        put(document(1, "남는 것", ""));
        index.keep(Map.of("floor", "1"));
        put(document(2, "사라질 것", ""));
        index.close();
        index = LuceneIndex.open(at());
        assertThat(index.count()).isEqualTo(1);
        assertThat(index.notes().orElseThrow()).containsEntry("floor", "1");
        var keys = Set.of(Entry.key("test.paper", id(1).toString()), Entry.key("test.paper", id(2).toString()));
        assertThat(index.having(keys)).hasSize(1);
    }

    @Test
    void manyAreEstimatedAndTheBestStayTheBest() throws Exception {
        int many = 3 * Counts.MOST;
        index.close();
        index = LuceneIndex.open(at(), many);
        var words = new ArrayList<Entry>();
        for (int i = 0; i < many; i++) words.add(Entry.of("test.paper", document(i, "오늘의 주민 소식", word(i)), analyser));
        ((LuceneIndex) index).add(words);
        put(document(-1, "축제와 도서관", ""));
        var answer = index.find(ask("도서관 "));
        assertThat(answer.rough()).isTrue();
        assertThat(numbers(answer.keys()).getFirst())
                .as("old, but of nothing else")
                .isEqualTo(-1);
        assertThat(answer.total()).isBetween((long) (many / 2 * 0.9), (long) (many / 2 * 1.1));
        assertThat(answer.kinds()).containsOnlyKeys("test.paper");
        assertThat(answer.labels().get(Entry.label("test.paper", "unit", "홍보미디어과")))
                .isEqualTo(answer.total());
        var newest = ask("도서관 ");
        var latest =
                new Ask(newest.plan(), newest.code(), newest.readers(), Set.of(), Set.of(), null, null, true, 0, 5);
        assertThat(numbers(index.find(latest).keys()))
                .containsExactly(many - 2, many - 4, many - 6, many - 8, many - 10);
        var numbered = index.find(ask("홍보미디어과-8 "));
        assertThat(numbered.rough()).isTrue();
        assertThat(numbers(numbered.keys()).getFirst()).isEqualTo(8);
        index.keep(Map.of());
        index.close();
        index = LuceneIndex.open(at());
        var counted = index.find(ask("도서관 "));
        assertThat(counted.rough()).isFalse();
        assertThat(counted.total()).isEqualTo(many / 2 + 1);
        var exact = index.find(ask("축제 도서관 "));
        assertThat(exact.rough()).isFalse();
        assertThat(exact.total()).isEqualTo(1);
    }

    private static String word(int i) {
        return (i % 2 == 0 ? "도서관 소식" : "축제 소식") + ", 홍보미디어과 8층";
    }

    @Test
    void aSecondWriterIsRefused() {
        assertThatThrownBy(() -> LuceneIndex.open(at())).isInstanceOf(LockObtainFailedException.class);
    }

    @Test
    void everyFileThatIsCutShortOrChangedIsNoticed() throws Exception {
        for (int i = 0; i < 50; i++) put(document(i, "제목 " + i, "글 " + i));
        index.keep(Map.of("floor", "1"));
        index.close();
        var files = Files.list(at())
                .filter(f -> !f.getFileName().toString().equals("write.lock"))
                .toList();
        assertThat(files).isNotEmpty();
        int noticed = 0;
        for (var file : files) {
            var whole = Files.readAllBytes(file);
            if (whole.length < 2) continue;
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
            noticed += damaged() ? 1 : 0;
            var changed = whole.clone();
            changed[whole.length / 2] ^= 0x5a;
            Files.write(file, changed);
            noticed += damaged() ? 1 : 0;
            Files.write(file, whole);
        }
        assertThat(noticed).isGreaterThanOrEqualTo(2 * files.size() - 1);
        index = LuceneIndex.open(at());
        assertThat(index.count()).isEqualTo(50);
    }

    private boolean damaged() throws Exception {
        try (var other = LuceneIndex.open(at())) {
            other.check();
            return false;
        } catch (java.io.IOException | RuntimeException e) {
            return true;
        }
    }
}
