package kr.madang.kernel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
