package kr.madang.kernel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same contract in a real OpenSearch, in a process of its own, and that both find the same. */
class OpenSearchIndexTests extends IndexContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> WORDS = List.of(
            "영등포", "도서관", "홍보", "계획", "비급여", "급여", "축제", "안내", "주민센터", "불법", "합법", "주정차", "미지급", "지급", "신청", "청년",
            "꿈나무영등포", "어르신소식지", "문래동", "당산1동", "공사", "예산", "교육", "2026년", "AI", "회의");

    private final OpenSearch cluster = new OpenSearch(OpenSearchServer.address(), "", "");

    @TempDir
    Path folder;

    @Override
    Index fresh() throws Exception {
        return OpenSearchIndex.make(cluster, "contract-" + NUMBER.incrementAndGet());
    }

    @Test
    void bothFindTheSameForWhateverIsAsked() throws Exception {
        var random = new Random(11);
        try (var embedded = LuceneIndex.open(folder)) {
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < 300; i++)
                entries.add(Entry.of(
                        "test.paper",
                        document(i, text(random, 4), text(random, 25), i % 3 == 0 ? "a" : "b"),
                        analyser));
            embedded.put(entries);
            embedded.show();
            index.put(entries);
            index.show();
            for (int i = 0; i < 300; i++) {
                var ask = ask(question(random), i % 2 == 0 ? new String[] {"a"} : new String[] {"a", "b"});
                var wide = new Ask(
                        ask.plan(),
                        ask.code(),
                        ask.readers(),
                        ask.kinds(),
                        ask.labels(),
                        null,
                        null,
                        i % 5 == 0,
                        0,
                        300);
                var here = embedded.find(wide);
                var there = index.find(wide);
                assertThat(new HashSet<>(there.keys())).as(ask.toString()).isEqualTo(new HashSet<>(here.keys()));
                assertThat(there.total()).isEqualTo(here.total());
                assertThat(there.kinds()).isEqualTo(here.kinds());
                assertThat(there.labels()).isEqualTo(here.labels());
                if (wide.newest()) assertThat(there.keys()).isEqualTo(here.keys());
            }
        }
    }

    private static String text(Random random, int most) {
        var words = new ArrayList<String>();
        for (int i = 1 + random.nextInt(most); i > 0; i--)
            words.add(WORDS.get(random.nextInt(WORDS.size()))
                    + List.of("", "의", "을", "에서").get(random.nextInt(4)));
        return String.join(" ", words);
    }

    private static String question(Random random) {
        var word = WORDS.get(random.nextInt(WORDS.size()));
        return switch (random.nextInt(7)) {
            case 0 -> word + " " + text(random, 2);
            case 1 -> "\"" + text(random, 2) + "\"";
            case 2 -> word + " -" + WORDS.get(random.nextInt(WORDS.size()));
            case 3 -> word.substring(0, 1 + random.nextInt(word.length()));
            case 4 -> "ㅇㄷㅍ";
            case 5 -> "ㄷㅅㄱ " + word;
            default -> word + " ";
        };
    }

    @Test
    void aClusterThatIsAwayIsSaidToBe() {
        var away = new OpenSearchIndex(new OpenSearch("http://user:secret@127.0.0.1:1/", "", ""), "x");
        assertThatThrownBy(away::count).isInstanceOf(IOException.class);
        assertThat(new OpenSearch("http://user:secret@host:9200/", "", "").address())
                .isEqualTo("http://host:9200");
    }
}
