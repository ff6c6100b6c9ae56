package kr.madang.press.web.outlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Contact;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.outlets.Reporter;
import kr.madang.press.outlets.ReporterDraft;
import kr.madang.press.outlets.Reporters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of reporters: masked for readers, in clear for the desk, and every look written down. */
@OfficeTest
class ReporterPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Reporters reporters;

    @Autowired
    Outlets outlets;

    @Autowired
    JdbcClient db;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Level level) throws Exception {
        var response = mvc.perform(
                        request.with(AtDesk.who(Map.of("press", level))).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private Reporter reporter(String name) {
        var outlet = outlets.add(Actor.SYSTEM, "화면 매체 " + System.nanoTime(), Tier.CENTRAL_DAILY, List.of());
        var mail = "page" + System.nanoTime() + "@c.example.kr";
        return reporters.add(
                Actor.SYSTEM,
                new ReporterDraft(name, outlet.id(), "", List.of(), "", Contact.typed(mail, "010-0000-4321")));
    }

    private long looks(String subject) {
        return db.sql("select count(*) from accounts.access_entry where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    @Test
    void readersSeeAddressesMaskedAndTheDeskInClearWithALook() throws Exception {
        var reporter = reporter("화면기자");
        var at = ReporterPages.AT + "/" + reporter.id();
        var mail = reporters.contact(Actor.SYSTEM, reporter.id(), "시험").mail();
        assertThat(answer(get(at), Level.VIEW).getContentAsString())
                .contains("pa***@c.example.kr", "010-****-4321")
                .doesNotContain(mail, "010-0000-4321");
        long before = looks("reporter:" + reporter.id());
        assertThat(answer(get(at), Level.WORK).getContentAsString()).contains(mail);
        assertThat(looks("reporter:" + reporter.id())).isEqualTo(before + 1);
        var list = ReporterPages.AT + "?outlet=" + reporter.outlet();
        assertThat(answer(get(list), Level.WORK).getContentAsString()).doesNotContain(mail);
        var table = ReporterPages.AT + "/table.csv?outlet=" + reporter.outlet();
        assertThat(answer(get(table), Level.VIEW).getStatus()).isEqualTo(403);
        assertThat(answer(get(table), Level.WORK).getContentAsString()).contains(mail);
    }

    @Test
    void whatReadersMayNotChangeTheyCannot() throws Exception {
        var at = ReporterPages.AT + "/" + reporter("막힌기자").id();
        for (var request : List.of(
                post(at + "/consents").param("version", "1.0"),
                delete(at + "/consents"),
                post(at + "/retirement"),
                delete(at).param("erased", "x"),
                get(ReporterPages.AT + "/imports"),
                post(ReporterPages.AT).param("name", "x")))
            assertThat(answer(request, Level.VIEW).getStatus()).isEqualTo(403);
    }

    @Test
    void hostileWordsAreOnlyWords() throws Exception {
        var reporter = reporter("<img src=x onerror=alert(1)>");
        var page = answer(get(ReporterPages.AT + "/" + reporter.id()), Level.WORK);
        assertThat(page.getContentAsString()).doesNotContain("<img src=x").contains("&lt;img src=x");
        assertThat(answer(get(ReporterPages.AT).param("q", "%_\\'\"<").param("cursor", "zzz"), Level.VIEW)
                        .getStatus())
                .isEqualTo(422);
        assertThat(answer(get(ReporterPages.AT + "/nobody"), Level.VIEW).getStatus())
                .isBetween(400, 404);
        assertThat(answer(get(ReporterPages.AT).param("q", "가".repeat(5_000)), Level.VIEW)
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void nothingTypedIsLost() throws Exception {
        var outlet = reporter("다른기자").outlet().toString();
        var sent = answer(
                post(ReporterPages.AT)
                        .param("outlet", outlet)
                        .param("name", "새기자이름")
                        .param("beats", "구청")
                        .param("mail", "아님"),
                Level.WORK);
        assertThat(sent.getStatus()).isEqualTo(422);
        assertThat(sent.getContentAsString()).contains("새기자이름", "전자우편 주소로 읽을 수 없습니다");
    }
}
