package kr.madang.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages of the search and of its dictionary, for those who may and those who may not. */
@OfficeTest
class SearchPagesTests {
    private static final Map<String, Level> MANAGER = Map.of("kernel", Level.MANAGE);
    private static final Map<String, Level> LOOKER = Map.of("kernel", Level.APPROVE, "approvals", Level.MANAGE);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Words words;

    private MockMvcTester.MockMvcRequestBuilder get(Map<String, Level> as, String path) {
        return mvc.get().uri(path).with(AtDesk.who(as));
    }

    private MockMvcTester.MockMvcRequestBuilder post(Map<String, Level> as, String path) {
        return mvc.post()
                .uri(path)
                .with(AtDesk.who(as))
                .with(csrf())
                .param("_once", UUID.randomUUID().toString());
    }

    @Test
    void theSearchIsForEverybodySignedInAndForNobodyElse() {
        assertThat(mvc.get().uri("/desk/search?q=a")).hasStatus3xxRedirection();
        assertThat(get(Map.of(), "/desk/search")).hasStatusOk().bodyText().contains("통합 검색", "ㅇㄷㅍ");
        assertThat(get(Map.of(), "/desk/search?q=도서관")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00%01&page=-1",
                "q=a&page=99999999999999",
                "q=a&page=x",
                "q=\"&kind='&label=:::&label=a",
                "q=a&from=2023-99-99&to=x",
                "q=a&from=2024-01-01&to=2023-01-01",
                "q=a&label=status:완료&kind=approvals.paper&sort=nonsense",
                "q=%ED%95",
                "q=a&q=b&kind=no.such",
                "q=a&page=100&sort=date",
                "label=x",
                "q=-"
            })
    void whateverStandsInTheAddressHasAnAnswer(String query) {
        assertThat(get(LOOKER, "/desk/search?" + query))
                .hasStatusOk()
                .bodyText()
                .contains("<h1");
    }

    @Test
    void markupThatIsTypedStaysText() {
        var typed = "<img src=x onerror=alert(1)>\"'>";
        assertThat(get(LOOKER, "/desk/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<img src=x");
    }

    @Test
    void onlyManagersSeeAndChangeTheDictionary() {
        assertThat(get(LOOKER, "/desk/search/words")).hasStatus(403);
        assertThat(get(LOOKER, "/desk/search/words/trial?word=가나다")).hasStatus(403);
        assertThat(post(LOOKER, "/desk/search/words").param("word", "가나다라")).hasStatus(403);
        assertThat(post(LOOKER, "/desk/search/words/synonyms").param("same", "가,나"))
                .hasStatus(403);
        assertThat(post(LOOKER, "/desk/search/words/rebuilds")).hasStatus(403);
        assertThat(get(MANAGER, "/desk/search/words?text=꿈나무영등포를+본다"))
                .hasStatusOk()
                .bodyText()
                .contains("<span class=\"cut-piece\">꿈나무영등포</span>");
        assertThat(words.all()).noneMatch(word -> word.text().equals("가나다라"));
    }

    @Test
    void aWordIsShownBeforeItIsKept() {
        assertThat(get(MANAGER, "/desk/search/words/trial?word=샛별한마당"))
                .hasStatusOk()
                .bodyText()
                .contains("안전 목록의 검색은 달라지지 않습니다");
        assertThat(post(MANAGER, "/desk/search/words").param("word", "샛별한마당")).hasStatus3xxRedirection();
        assertThat(words.cut("샛별한마당을 연다")).startsWith("샛별한마당");
        assertThat(mvc.delete()
                        .uri("/desk/search/words/샛별한마당")
                        .with(AtDesk.who(MANAGER))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(words.all()).noneMatch(word -> word.text().equals("샛별한마당"));
    }

    @Test
    void aWordThatTurnsAMeaningIsKeptOnlyByWhoSaysToKnow() {
        assertThat(get(MANAGER, "/desk/search/words/trial?word=업무상&parts=업 무상"))
                .hasStatusOk()
                .bodyText()
                .contains("안전 목록의 검색 1개가 달라집니다", "확인했습니다");
        assertThat(post(MANAGER, "/desk/search/words").param("word", "업무상").param("parts", "업 무상"))
                .hasStatus(422)
                .bodyText()
                .contains("“무상”(으)로 “업무상 재해 보상”이(가) 잘못 나옵니다.");
        assertThat(words.all()).noneMatch(word -> word.text().equals("업무상"));
        assertThat(mvc.delete()
                        .uri("/desk/search/words/꿈나무영등포")
                        .with(AtDesk.who(MANAGER))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(words.all()).anyMatch(word -> word.text().equals("꿈나무영등포"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "가", "가 나", "<b>", "가\n나", "#주석", "가,나"})
    void whatIsNoWordIsRefusedAndStaysTyped(String word) {
        var answer = post(MANAGER, "/desk/search/words").param("word", word);
        assertThat(answer).hasStatus(422).bodyText().doesNotContain("<b></");
    }

    @Test
    void oppositesNeverBecomeTheSame() {
        assertThat(post(MANAGER, "/desk/search/words/synonyms").param("same", "급여, 비급여"))
                .hasStatus(422);
        assertThat(post(MANAGER, "/desk/search/words/synonyms").param("same", "혼자"))
                .hasStatus(422);
        assertThat(post(MANAGER, "/desk/search/words/synonyms").param("same", "해오름극장, 해오름홀"))
                .hasStatus3xxRedirection();
        var group = words.groups().stream()
                .filter(g -> g.words().contains("해오름홀"))
                .findFirst()
                .orElseThrow();
        assertThat(mvc.delete()
                        .uri("/desk/search/words/synonyms/" + group.id())
                        .with(AtDesk.who(MANAGER))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }
}
