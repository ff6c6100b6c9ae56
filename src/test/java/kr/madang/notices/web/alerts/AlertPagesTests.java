package kr.madang.notices.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.AlertContent;
import kr.madang.notices.alerts.Alerts;
import kr.madang.notices.alerts.Way;
import kr.madang.notices.alerts.Whom;
import kr.madang.notices.sends.Town;
import kr.madang.notices.wording.disaster.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of alerts and calls against what people and others type. */
@OfficeTest
@Import(Town.class)
class AlertPagesTests {
    private static final String AT = "/desk/notices/alerts";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Alerts alerts;

    private final RequestPostProcessor worker = AtDesk.who(Map.of("notices", Level.WORK, "approvals", Level.WORK));
    private final RequestPostProcessor looker = AtDesk.who(Map.of("notices", Level.VIEW));
    private final RequestPostProcessor stranger = AtDesk.who(Map.of("report", Level.MANAGE));

    private Alert draft(String headline, String text, Whom whom) {
        return alerts.draft(
                Actor.SYSTEM,
                new AlertContent(
                        headline,
                        Grade.URGENT,
                        "호우",
                        AlertContent.Terms.of(Grade.URGENT, "호우"),
                        text,
                        "",
                        6,
                        "",
                        EnumSet.of(Way.BANNER),
                        null,
                        whom));
    }

    private Alert draft() {
        return draft("제목", "[영등포구] 글", new Whom.Residents(Set.of()));
    }

    private static String body(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String uri, RequestPostProcessor who) {
        return mvc.get().uri(uri).with(who).exchange();
    }

    @Test
    void whatIsTypedIsNeverMarkup() throws Exception {
        var alert = draft("<b>제목</b>", "<script>alert(1)</script> & \"글\"", new Whom.Residents(Set.of()));
        for (var page : new String[] {"", "/edit"}) {
            var body = body(get(AT + "/" + alert.id() + page, worker));
            assertThat(body).doesNotContain("<script>alert", "<b>제목").contains("&lt;script&gt;");
        }
        assertThat(body(get(AT + "/" + alert.id() + "/cap.xml", worker))).contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/notices/alerts?stage=nothing&what=x&q=%00%25_",
                "/desk/notices/alerts.csv?stage=x",
                "/desk/notices/alerts/new?standard=nothing",
                "/desk/notices/alerts/drill?standard=rain.warning",
                "/desk/notices/cap",
                "/desk/notices/calls?state=x&q=%00%3Cscript%3E",
                "/desk/notices/calls.csv?q=%00",
                "/desk/notices/trees",
                "/desk/notices/trees/new",
                "/alerts",
                "/alerts/feed.atom"
            })
    void whatNobodyUnderstandsIsAsIfNothingWasAsked(String uri) {
        assertThat(get(uri, worker)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/notices/alerts/00000000-0000-0000-0000-000000000000",
                "/desk/notices/alerts/------------------------------------",
                "/desk/notices/calls/999999999",
                "/desk/notices/trees/00000000-0000-0000-0000-000000000000",
                "/desk/notices/cap/00000000-0000-0000-0000-000000000000/message.xml",
                "/alerts/MADANG-2026-999999",
                "/alerts/MADANG-2026-999999.xml",
                "/alerts/..%2Fdesk",
                "/notices/c/AAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNotThereIsMissing(String uri) {
        assertThat(get(uri, worker).getResponse().getStatus()).isIn(404, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/notices/alerts", "/desk/notices/cap", "/desk/notices/calls", "/desk/notices/trees"})
    void othersSeeNothing(String uri) {
        assertThat(get(uri, stranger)).hasStatus(403);
    }

    @Test
    void whoMayOnlyLookSeesNoButtonsAndMayNotPress() throws Exception {
        var at = AT + "/" + draft().id();
        assertThat(body(get(at, looker))).doesNotContain(at + "/approval", at + "/edit");
        for (var act : new String[] {"/approval", "/confirmation", "/followers"})
            assertThat(mvc.post().uri(at + act).with(looker).with(csrf()).exchange())
                    .hasStatus(403);
        assertThat(mvc.delete().uri(at).with(looker).with(csrf()).exchange()).hasStatus(403);
        for (var form : new String[] {"/new", "/drill"})
            assertThat(get(AT + form, looker)).hasStatus(403);
        assertThat(get("/desk/notices/calls/new", worker)).hasStatus(403);
        assertThat(mvc.post()
                        .uri("/desk/notices/calls")
                        .with(worker)
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/desk/notices/cap/sources")
                        .with(worker)
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
    }

    /** Which form is sent decides what is made; a field that says something else changes nothing. */
    @Test
    void aFormOfADrillMakesADrillWhateverItSays() {
        var answer = mvc.post()
                .uri(AT + "/drill")
                .with(worker)
                .with(csrf())
                .param("headline", "훈련")
                .param("hazard", "호우")
                .param("text", "[영등포구] 오늘 15시 당산1동 훈련입니다. 참여해 주세요.")
                .param("hours", "6")
                .param("ways", "SMS", "BANNER")
                .param("drill", "false")
                .param("dongs", "당산1동")
                .param("audience", "{}")
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var location = java.util.Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        var made = alerts.get(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        assertThat(made.drill()).isTrue();
        assertThat(made.content().said()).startsWith("[훈련]");
    }

    @Test
    void theFormComesBackWithWhatWasTyped() throws Exception {
        var answer = mvc.post()
                .uri(AT + "/new")
                .with(worker)
                .with(csrf())
                .param("headline", "")
                .param("hazard", "호우")
                .param("hours", "육")
                .param("text", "공들여 쓴 글")
                .param("dongs", "당산1동")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("공들여 쓴 글").containsPattern("value=\"당산1동\" checked");
    }

    @Test
    void whoWritesOverSomebodyElseIsShownWhatTheyWrote() throws Exception {
        var alert = draft();
        alerts.write(
                Actor.SYSTEM,
                alert.id(),
                1,
                draft("다른 제목", "[영등포구] 다른 사람의 글", new Whom.Residents(Set.of())).content());
        var answer = mvc.put()
                .uri(AT + "/" + alert.id())
                .with(worker)
                .with(csrf())
                .param("headline", "제목")
                .param("hazard", "호우")
                .param("hours", "6")
                .param("version", "1")
                .param("text", "나의 글")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("다른 사람의 글", "나의 글");
    }

    @Test
    void aHostileFileIsExplainedBesideItsField() throws Exception {
        var evil = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><alert>&x;</alert>";
        var answer = mvc.post()
                .uri("/desk/notices/cap")
                .multipart()
                .file(new MockMultipartFile("file", "a.xml", "text/xml", evil.getBytes(StandardCharsets.UTF_8)))
                .with(worker)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("DOCTYPE").doesNotContain("root:");
    }

    @Test
    void theHookHearsNobodyWithoutASignature() {
        for (var id : new String[] {UUID.randomUUID().toString(), "------------------------------------"}) {
            var answer = mvc.post()
                    .uri("/notices/hooks/cap/" + id)
                    .content("<alert/>")
                    .exchange()
                    .getResponse()
                    .getStatus();
            assertThat(answer).isIn(403, 404);
        }
    }
}
