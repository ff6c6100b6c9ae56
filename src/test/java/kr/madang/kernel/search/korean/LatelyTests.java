package kr.madang.kernel.search.korean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatelyTests {
    private static final int MOST = 4 << 20;
    private final Lately lately = new Lately();

    private static List<Token> tokens(int many) {
        return Stream.generate(() -> new Token("구정", 0, 2)).limit(many).toList();
    }

    @Test
    void rememberedUntilOthersTookItsPlace() {
        lately.put("구정 소식", tokens(2));
        assertThat(lately.get("구정 소식")).isEqualTo(tokens(2));
        assertThat(lately.get("구정 소식지")).isNull();
        for (int i = 0; i < 2_000; i++) {
            lately.put("다른 글 " + i, tokens(100));
            assertThat(lately.kept()).isLessThanOrEqualTo(MOST);
            // what is asked for again and again stays
            assertThat(lately.get("구정 소식")).isNotNull();
        }
        assertThat(lately.get("다른 글 0")).isNull();
        assertThat(lately.get("다른 글 1999")).isNotNull();
    }

    @Test
    void theSameTextTwiceCountsOnce() {
        lately.put("구정 소식", tokens(2));
        long once = lately.kept();
        lately.put("구정 소식", tokens(2));
        assertThat(lately.kept()).isEqualTo(once);
    }

    @Test
    void aTextThatWouldPushAllOthersOutIsNotKept() {
        lately.put("가".repeat(MOST), tokens(1));
        lately.put("나", tokens(MOST / 16));
        assertThat(lately.kept()).isZero();
    }

    @Test
    void theSecondCutIsTheFirstOne() {
        var analyser = new Analyser(Lexicon.EMPTY);
        var text = "영등포구청은 소식지를 불법으로 배포하지 않습니다.";
        assertThat(analyser.tokens(text)).isSameAs(analyser.tokens(text)).isNotEmpty();
    }
}
