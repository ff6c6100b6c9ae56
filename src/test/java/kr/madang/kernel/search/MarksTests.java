package kr.madang.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import kr.madang.kernel.search.index.Reading;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Lexicon;
import kr.madang.kernel.search.korean.Synonyms;
import org.junit.jupiter.api.Test;

/** What is marked in a text, and that marking loses and adds nothing. */
class MarksTests {
    private final Analyser analyser = new Analyser(Lexicon.of(List.of(Lexicon.read("꿈나무영등포", ""))));
    private final Synonyms synonyms = Synonyms.of(List.of(List.of("누리집", "홈페이지")), analyser);

    private Marks marks(String typed) {
        return Marks.of(Reading.of(typed, analyser, synonyms), analyser);
    }

    private List<String> marked(String typed, String text) {
        return marks(typed).all(text).stream()
                .filter(Marks.Piece::hit)
                .map(Marks.Piece::text)
                .toList();
    }

    private static String text(List<Marks.Piece> pieces) {
        return pieces.stream().map(Marks.Piece::text).collect(Collectors.joining());
    }

    @Test
    void whatWasLookedForIsMarkedAndItsOppositeIsNot() {
        assertThat(marked("급여", "비급여와 급여")).containsExactly("급여");
        assertThat(marks("급여").all("비급여와 급여").getFirst().text()).isEqualTo("비급여와 ");
        assertThat(marked("불법 주정차", "불법주정차 단속")).isEqualTo(List.of("불법", "주정차"));
        assertThat(marked("홈페이지 ", "누리집 개편")).containsExactly("누리집");
        assertThat(marked("ㄲㄴㅁ", "꿈나무영등포 발행")).containsExactly("꿈나무");
        assertThat(marked("꿈나", "꿈나무영등포 발행")).containsExactly("꿈나");
        assertThat(marked("축제 -휴관", "휴관 축제")).containsExactly("축제");
    }

    @Test
    void aWordThatIsWrittenOtherwiseIsFoundByCuttingTheText() {
        assertThat(marked("돕다 ", "주민을 도왔다")).containsExactly("도왔");
    }

    @Test
    void markingLosesAndAddsNothing() {
        var random = new Random(5);
        var letters = "비급여 꿈나무영등포 <b>&\"'\n\t누리집ㅇㄷㅍ()[]\\$^😀";
        for (int i = 0; i < 2_000; i++) {
            var text = random.ints(random.nextInt(400), 0, letters.length())
                    .mapToObj(at -> String.valueOf(letters.charAt(at)))
                    .collect(Collectors.joining());
            var typed = random.ints(1 + random.nextInt(8), 0, letters.length())
                    .mapToObj(at -> String.valueOf(letters.charAt(at)))
                    .collect(Collectors.joining());
            assertThat(text(marks(typed).all(text))).as(typed).isEqualTo(text);
            var line = text.replaceAll("\\s+", " ").strip();
            var shown = text(marks(typed).excerpt(text)).replaceAll("^…|…$", "");
            assertThat(line).as(typed).contains(shown);
            assertThat(shown.length()).isLessThanOrEqualTo(181);
        }
    }

    @Test
    void anExcerptStandsWhereTheWordsAre() {
        var text = "머리말 ".repeat(200) + "불법 주정차를 단속한다. " + "꼬리말 ".repeat(200);
        var excerpt = marks("주정차 단속").excerpt(text);
        assertThat(excerpt.getFirst().text()).isEqualTo("…");
        assertThat(excerpt.getLast().text()).isEqualTo("…");
        assertThat(excerpt).anyMatch(Marks.Piece::hit);
    }
}
