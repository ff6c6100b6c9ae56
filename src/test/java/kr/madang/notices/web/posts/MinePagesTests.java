package kr.madang.notices.web.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 내 알림 against what people type. */
@OfficeTest
class MinePagesTests {
    @Autowired
    MockMvc mvc;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Map<String, Level> grants)
            throws Exception {
        var response = mvc.perform(request.with(AtDesk.who(grants)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private static MockHttpServletRequestBuilder typed(String phone, String from, String to, String... desks) {
        return post(MinePages.AT)
                .param("sms", "true")
                .param("phone", phone)
                .param("mail", "")
                .param("from", from)
                .param("to", to)
                .param("day", "MONDAY", "nonsense")
                .param("desk", desks);
    }

    @Test
    void everybodyHasThePageAndSeesWhatHeMayRead() throws Exception {
        assertThat(answer(get(MinePages.AT), Map.of("notices", Level.WORK)).getContentAsString())
                .contains("보류된 발송")
                .doesNotContain("결재할 문서");
        assertThat(answer(get(MinePages.AT), Map.of()).getContentAsString()).contains("알림을 받을 수 있는 업무가 없습니다");
    }

    @Test
    void whatIsRightIsKeptAndWhatIsWrongStandsBesideItsField() throws Exception {
        var work = Map.of("notices", Level.WORK);
        assertThat(answer(typed("010-0000-1234", "9", "18", "notices.held"), work)
                        .getStatus())
                .isEqualTo(302);
        for (var wrong : new MockHttpServletRequestBuilder[] {
            typed("02-123-4567", "9", "18", "notices.held"),
            typed("010-0000-1234", "9", "9", "notices.held"),
            typed("010-0000-1234", "x", "18", "notices.held"),
            typed("010-0000-1234", "-5", "99999999999", "notices.held")
        }) {
            var said = answer(wrong, work);
            assertThat(said.getStatus()).isEqualTo(422);
            assertThat(said.getContentAsString()).contains("form-hint-invalid");
        }
        assertThat(answer(typed("010-0000-1234", "9", "18", "approvals.due"), work)
                        .getStatus())
                .isEqualTo(403);
    }
}
