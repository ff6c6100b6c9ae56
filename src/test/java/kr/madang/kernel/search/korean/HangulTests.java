package kr.madang.kernel.search.korean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Initials, letters, the other keyboard, and words of the dictionary as they are typed. */
class HangulTests {
    @ParameterizedTest
    @CsvSource({
        "dudemdvh, 영등포",
        "dkssudgktpdy, 안녕하세요",
        "WkWkdaus, 짜짱면",
        "ekfrrhks, 닭관",
        "ghdqh rPghlr, 홍보 계획",
        "2026sus, 2026년"
    })
    void whatWasMeantWithTheOtherKeyboard(String typed, String meant) {
        assertThat(Keyboard.korean(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "", "123", "도서관", "kk kk!", "ㅁㄴㅇ"})
    void whatMakesNoKoreanIsLeftAlone(String typed) {
        assertThat(Keyboard.korean(typed)).isEmpty();
    }

    @Test
    void initialsStandForAllSyllablesThatBeginSo() {
        assertThat("영등포구청".matches(Hangul.pattern("ㅇㄷㅍ") + ".*")).isTrue();
        assertThat("영등포".matches(Hangul.pattern("영ㄷㅍ"))).isTrue();
        assertThat("양도소득".matches(Hangul.pattern("ㅇㄷㅍ") + ".*")).isFalse();
        assertThat("힣".matches(Hangul.pattern("ㅎ"))).isTrue();
        assertThat(Hangul.pattern(".*[a-z]{1000}(\\")).isEqualTo("az1000");
        assertThat(Hangul.pattern("ㅇ".repeat(5_000)).length()).isLessThan(1_000);
    }

    @Test
    void wordsAreAsFarApartAsLettersDiffer() {
        assertThat(Hangul.distance("도서관", "도사관", 3)).isEqualTo(1);
        assertThat(Hangul.distance("도서관", "도서관", 3)).isZero();
        assertThat(Hangul.distance("도서관", "축제", 2)).isEqualTo(3);
        assertThat(Hangul.letters("닭")).isEqualTo("ㄷㅏㄺ");
    }

    @Test
    void wordsAreTypedInManyWays() {
        assertThat(Lexicon.read("어르신소식지", "어르신+소식지").parts()).containsExactly("어르신", "소식지");
        assertThat(Lexicon.read(" 가나 ", "가나")).isEqualTo(new Lexicon.Word("가나", List.of()));
        assertThat(Lexicon.fault(Lexicon.read("가나다", "가 다"))).isEqualTo("parts");
        assertThat(Lexicon.fault(Lexicon.read("가", ""))).isEqualTo("word");
        assertThat(Lexicon.fault(Lexicon.read("가 나", ""))).isEqualTo("word");
        assertThat(Lexicon.fault(Lexicon.read("#주석", ""))).isEqualTo("word");
        var lexicon = Lexicon.of(List.of(Lexicon.read("나다", ""), Lexicon.read("가나다라", "가나 다라")));
        assertThat(Lexicon.parse(lexicon.text()).words()).isEqualTo(lexicon.words());
        assertThat(Lexicon.parse(lexicon.text()).fingerprint()).isEqualTo(lexicon.fingerprint());
    }

    @Test
    void anyTextIsCut() {
        var analyser = new Analyser(Lexicon.EMPTY);
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(80); j > 0; j--) text.append((char) random.nextInt(0x10000));
            assertThatCode(() -> analyser.tokens(text.toString())).doesNotThrowAnyException();
        }
        assertThat(analyser.words("a".repeat(100_000)))
                .allSatisfy(word -> assertThat(word.length()).isLessThanOrEqualTo(60));
        assertThat(analyser.words("ＡＩ 행정")).as("full width").first().isEqualTo("ai");
        assertThat(analyser.words("\u1112\u1169\u11bc\u1107\u1169"))
                .as("decomposed")
                .containsExactly("홍보");
    }

    @Test
    void manyThreadsCutAtOnceAsOneWould() {
        var analyser = new Analyser(Lexicon.EMPTY);
        var text = "영등포구는 불법 주정차 단속을 강화하고 비급여 진료비를 공개한다.";
        var alone = analyser.tokens(text);
        assertThat(java.util.stream.IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i -> analyser.tokens(text))
                        .distinct())
                .containsExactly(alone);
    }
}
