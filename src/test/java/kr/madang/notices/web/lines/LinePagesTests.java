package kr.madang.notices.web.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of the ways out against what people type and guess. */
@OfficeTest
class LinePagesTests {
    private static final String AT = "/desk/notices/lines";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    private static RequestPostProcessor who(Level level) {
        return AtDesk.who(Map.of("notices", level));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Level level) throws Exception {
        var response =
                mvc.perform(request.with(who(level)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private static MockHttpServletRequestBuilder line(String at, String name) {
        return post(at).param("kind", "smtp")
                .param("name", name)
                .param("host", "127.0.0.1")
                .param("port", "1")
                .param("security", "none")
                .param("from", "news@office.example")
                .param("password", "do-not-show-me")
                .param("sessions", "2")
                .param("patience", "5")
                .param("rate", "0");
    }

    /** @return where its page is */
    private String added() throws Exception {
        var answer = answer(line(AT + "/new", "<script>x</script>" + NUMBER.incrementAndGet()), Level.MANAGE);
        assertThat(answer.getStatus()).isEqualTo(302);
        return answer.getRedirectedUrl();
    }

    @Test
    void aManagerAddsTriesAndSwitchesOnALine() throws Exception {
        var at = added();
        var page = answer(get(at), Level.MANAGE).getContentAsString();
        assertThat(page)
                .contains("연결 시험")
                .contains("꺼짐")
                .doesNotContain("<script>x")
                .doesNotContain("do-not-show-me");
        assertThat(answer(get(at + "/settings"), Level.MANAGE).getContentAsString())
                .contains("저장된 값이 있습니다")
                .doesNotContain("do-not-show-me");
        var tried = mvc.perform(post(at + "/trials").with(who(Level.MANAGE)).with(csrf()))
                .andReturn();
        assertThat(tried.getFlashMap().get("trial")).isEqualTo(Map.of("works", false, "why", "cannot be reached"));
        assertThat(answer(post(at + "/turning").param("to", "on").param("whyturn", "개통"), Level.MANAGE)
                        .getStatus())
                .isEqualTo(302);
        assertThat(answer(get(AT), Level.WORK).getContentAsString()).contains("개통");
        answer(post(at + "/turning").param("to", "off").param("whyturn", "끝"), Level.MANAGE);
    }

    @Test
    void whatWasTypedStaysBesideWhatIsWrongWithIt() throws Exception {
        var wrong = answer(
                post(AT + "/new")
                        .param("kind", "smtp")
                        .param("name", "메일 서버 둘")
                        .param("host", "a b")
                        .param("from", "news@office.example")
                        .param("password", "do-not-show-me"),
                Level.MANAGE);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("메일 서버 둘")
                .contains("서버 이름이나 IP 주소를 적으세요.")
                .contains("href=\"#host\"")
                .doesNotContain("do-not-show-me");
        var at = added();
        var nameless = answer(post(at + "/turning").param("to", "on").param("whyturn", " "), Level.MANAGE);
        assertThat(nameless.getStatus()).isEqualTo(422);
        assertThat(nameless.getContentAsString()).contains("이유를 1~200자로 적으세요.");
    }

    @Test
    void onlyThoseWhoMayGetIn() throws Exception {
        var at = added();
        assertThat(answer(get(AT), Level.VIEW).getStatus()).isEqualTo(403);
        assertThat(answer(get(at), Level.WORK).getContentAsString()).doesNotContain("연결 시험");
        for (var path : new String[] {at + "/settings", at + "/turning", at + "/pinning", at + "/trials", AT + "/new"})
            assertThat(answer(post(path).param("kind", "smpp"), Level.WORK).getStatus())
                    .as(path)
                    .isEqualTo(403);
        assertThat(answer(get(at + "/settings"), Level.APPROVE).getStatus()).isEqualTo(403);
    }

    @Test
    void linesNobodyHasAreMissing() throws Exception {
        for (var path : new String[] {"/9999", "/0", "/abc", "/99999", "/1;x", "/-1"})
            assertThat(answer(get(AT + path), Level.MANAGE).getStatus())
                    .as(path)
                    .isIn(400, 404);
        assertThat(answer(get(AT + "?cursor=%00bad"), Level.WORK).getStatus()).isIn(400, 422);
        assertThat(answer(post(AT + "/new").param("kind", "fax").param("name", "x"), Level.MANAGE)
                        .getStatus())
                .isEqualTo(404);
    }

    /** The telephone exists in demo offices only; this one is for nothing. */
    @Test
    void thereIsNoPhoneHere() throws Exception {
        assertThat(answer(get("/desk/notices/phone"), Level.MANAGE).getStatus()).isEqualTo(404);
        assertThat(answer(post("/desk/notices/phone/troubles").param("delay", "1"), Level.MANAGE)
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get(AT), Level.MANAGE).getContentAsString()).doesNotContain("/desk/notices/phone");
    }
}
