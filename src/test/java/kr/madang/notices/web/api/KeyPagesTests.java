package kr.madang.notices.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The desk pages of keys against what people type and guess. */
class KeyPagesTests extends KeyRing {
    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Level level) throws Exception {
        var response = mvc.perform(request.with(AtDesk.who(Map.of("notices", level, "approvals", level)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private static MockHttpServletRequestBuilder typed(String name) {
        return post(KeyPages.AT)
                .param("name", name)
                .param("purpose", "시험 <b>쓰임</b>")
                .param("kind", "TEST")
                .param("expires", LocalDate.now().plusMonths(1).toString())
                .param("minute", "60")
                .param("month", "100")
                .param("free", "true");
    }

    @Test
    void theKeyIsShownOnceAndWorks() throws Exception {
        var name = "화면 " + System.nanoTime();
        var made = answer(typed(name), Level.WORK);
        assertThat(made.getStatus()).isEqualTo(200);
        assertThat(made.getHeader("Cache-Control")).contains("no-store");
        var found = Pattern.compile("madang_test_[\\w-]{43}").matcher(made.getContentAsString());
        assertThat(found.find()).isTrue();
        var token = found.group();
        accepted(send(token, text("01000000001", "화면에서"), ""));
        var at = Pattern.compile(KeyPages.AT + "/[0-9a-f-]{36}").matcher(made.getContentAsString());
        assertThat(at.find()).isTrue();
        var page = answer(get(at.group()), Level.WORK).getContentAsString();
        assertThat(page)
                .contains(token.substring(token.length() - 4))
                .contains("/api/notices/v1/messages")
                .doesNotContain(token)
                .doesNotContain("<b>쓰임");
        assertThat(answer(get(KeyPages.AT), Level.WORK).getContentAsString())
                .contains(name)
                .doesNotContain(token);
        assertThat(answer(post(at.group() + "/revocation").param("why", "남의 것"), Level.WORK)
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(post(at.group() + "/revocation").param("why", " "), Level.APPROVE)
                        .getStatus())
                .isEqualTo(422);
        assertThat(answer(post(at.group() + "/revocation").param("why", "끝"), Level.APPROVE)
                        .getStatus())
                .isEqualTo(302);
        refused(call(get(MESSAGES), token), 401, "notices.api.key");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() throws Exception {
        var wrong = answer(typed("").param("template", "x"), Level.WORK);
        assertThat(wrong.getStatus()).isEqualTo(404);
        var nameless = answer(typed(" "), Level.WORK);
        assertThat(nameless.getStatus()).isEqualTo(422);
        assertThat(nameless.getContentAsString()).contains("시험 &lt;b&gt;쓰임");
        for (var bad : Map.of("expires", "2020-01-01", "minute", "-1", "month", "99999999999")
                .entrySet()) {
            var request = post(KeyPages.AT)
                    .param("name", "이름")
                    .param("purpose", "쓰임")
                    .param("kind", "TEST")
                    .param("free", "true");
            for (var field : Map.of("expires", LocalDate.now().plusDays(9).toString(), "minute", "1", "month", "1")
                    .entrySet())
                request.param(field.getKey(), field.getKey().equals(bad.getKey()) ? bad.getValue() : field.getValue());
            assertThat(answer(request, Level.WORK).getStatus()).as(bad.getKey()).isEqualTo(422);
        }
    }

    @Test
    void lookersHaveNoBusinessHere() throws Exception {
        assertThat(answer(get(KeyPages.AT), Level.VIEW).getStatus()).isEqualTo(403);
        assertThat(answer(typed("x"), Level.VIEW).getStatus()).isEqualTo(403);
        assertThat(answer(get(KeyPages.AT + "/nonsense"), Level.WORK).getStatus())
                .isEqualTo(404);
    }
}
