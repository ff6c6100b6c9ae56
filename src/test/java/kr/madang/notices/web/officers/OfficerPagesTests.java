package kr.madang.notices.web.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of where officers are reached: masked in lists, in clear for managers only, and every look is written down. */
@OfficeTest
class OfficerPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Level level) throws Exception {
        var response = mvc.perform(
                        request.with(AtDesk.who(Map.of("notices", level))).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    @Test
    void managersKeepThemAndOthersSeeThemMasked() throws Exception {
        var login = "op" + System.nanoTime();
        var id = accounts.open(Actor.SYSTEM, login, new Accounts.Details("연락 직원", "", "주무관", "", ""))
                .id();
        var at = OfficerPages.AT + "/" + id;
        assertThat(answer(post(at).param("phone", "02-123").param("mail", ""), Level.MANAGE)
                        .getStatus())
                .isEqualTo(422);
        assertThat(answer(post(at).param("phone", "010-0000-6789").param("mail", ""), Level.MANAGE)
                        .getStatus())
                .isEqualTo(302);
        assertThat(answer(get(OfficerPages.AT).param("q", login), Level.WORK).getContentAsString())
                .contains("010-****-6789")
                .doesNotContain("01000006789");
        assertThat(answer(get(at), Level.MANAGE).getContentAsString()).contains("01000006789");
        assertThat(answer(get(at), Level.APPROVE).getStatus()).isEqualTo(403);
        assertThat(answer(post(at).param("phone", "").param("mail", ""), Level.APPROVE)
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(get(OfficerPages.AT), Level.VIEW).getStatus()).isEqualTo(403);
        assertThat(answer(get(OfficerPages.AT + "/x"), Level.MANAGE).getStatus())
                .isEqualTo(404);
    }
}
