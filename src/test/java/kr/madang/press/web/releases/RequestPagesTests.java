package kr.madang.press.web.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Everybody of the office may ask the press desk and sees what became of it, but not what others asked. */
@OfficeTest
class RequestPagesTests {
    private static final String AT = "/desk/press/requests";
    private static final RequestPostProcessor STRANGER = AtDesk.who(Map.of());
    private static final RequestPostProcessor READER = AtDesk.who(Map.of("press", Level.VIEW));

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient db;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, RequestPostProcessor who)
            throws Exception {
        var response = mvc.perform(request.with(who).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private String asked(String subject) throws Exception {
        var answer = answer(
                post(AT).param("subject", subject)
                        .param("facts", "다음 달 첫째 주에 문을 엽니다.")
                        .param("unit", "공원녹지과")
                        .param("contact", "주무관 2670-0000"),
                STRANGER);
        assertThat(answer.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    /** Whoever sent the request at this page. */
    private RequestPostProcessor asker(String at) {
        return AtDesk.as(db.sql("""
                select a.login from accounts.account a join press.release_request q on q.by_id = a.id
                where q.id = :id::uuid""")
                .param("id", at.substring(at.lastIndexOf('/') + 1))
                .query(String.class)
                .single());
    }

    @Test
    void aDepartmentWithoutTheRoomAsksAndFollowsItsOwn() throws Exception {
        assertThat(answer(get(AT + "/new"), STRANGER).getStatus()).isEqualTo(200);
        var mine = asked("숲속 놀이터가 문을 엽니다");
        var theirs = asked("다른 부서의 일");
        assertThat(answer(get(mine), asker(mine)).getContentAsString()).contains("숲속 놀이터가 문을 엽니다");
        assertThat(answer(get(theirs), asker(mine)).getStatus()).isEqualTo(404);
        assertThat(answer(get(AT), asker(mine)).getContentAsString())
                .contains("숲속 놀이터가 문을 엽니다")
                .doesNotContain("다른 부서의 일");
        assertThat(answer(get(AT), READER).getContentAsString()).contains("숲속 놀이터가 문을 엽니다", "다른 부서의 일");
    }

    @Test
    void onlyTheDeskDeclinesAndNobodyElseEntersTheRoom() throws Exception {
        var at = asked("사양될 일");
        assertThat(answer(post(at + "/refusal").param("why", "이미 알렸습니다."), asker(at))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(get("/desk/press/releases"), asker(at)).getStatus()).isEqualTo(403);
        var desk = AtDesk.who(Map.of("press", Level.WORK));
        assertThat(answer(post(at + "/refusal").param("why", "이미 알렸습니다."), desk).getStatus())
                .isEqualTo(302);
        assertThat(answer(get(at), asker(at)).getContentAsString()).contains("이미 알렸습니다.");
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() throws Exception {
        var answer = answer(post(AT).param("subject", "").param("facts", "적은 내용은 남는다"), STRANGER);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("적은 내용은 남는다");
    }
}
