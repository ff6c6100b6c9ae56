package kr.madang.notices.web.singles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.singles.Single;
import kr.madang.notices.singles.Singles;
import kr.madang.notices.singles.Use;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The page of messages to one person against what people type and guess. */
@OfficeTest
class SinglePagesTests {
    private static final String AT = "/desk/notices/singles";

    @Autowired
    MockMvc mvc;

    @Autowired
    Singles singles;

    private MockHttpServletResponse answer(String at, Map<String, Level> grants) throws Exception {
        var response = mvc.perform(get(at).with(AtDesk.who(grants))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private String page(String at) throws Exception {
        var answer = answer(at, Map.of("notices", Level.VIEW));
        assertThat(answer.getStatus()).as(at).isEqualTo(200);
        return answer.getContentAsString();
    }

    @Test
    void listsShowWhatForAndToWhomButNeitherNumberNorText() throws Exception {
        var text = "비밀스러운 글 " + System.nanoTime();
        singles.post(Actor.SYSTEM, List.of(new Single(Use.API, Channel.SMS, "01000006543", "", text, "<b>ref</b>")));
        for (var at : List.of(AT, AT + "?q=6543", AT + "?use=API&state=queued&days=1", AT + ".csv?q=6543"))
            assertThat(page(at))
                    .as(at)
                    .contains("010-****-6543")
                    .doesNotContain("01000006543")
                    .doesNotContain(text)
                    .doesNotContain("<b>ref");
        assertThat(page(AT + "?q=0001-no-such")).contains("찾는 낱건이 없습니다");
    }

    @Test
    void whoMayNotLookDoesNot() throws Exception {
        assertThat(answer(AT, Map.of("report", Level.MANAGE)).getStatus()).isEqualTo(403);
        assertThat(answer(AT + ".csv", Map.of()).getStatus()).isEqualTo(403);
    }

    @Test
    void nothingThatIsTypedBreaksThePage() throws Exception {
        for (var typed : List.of("%00", "'%22%3Cscript%3E", "%25%25", "a".repeat(3_000)))
            assertThat(page(AT + "?q=" + typed + "&use=NOBODY&state=7&days=-9")).doesNotContain("<script>\"");
        assertThat(answer(AT + "?cursor=nonsense", Map.of("notices", Level.VIEW))
                        .getStatus())
                .isEqualTo(422);
    }
}
