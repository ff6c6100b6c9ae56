package kr.madang.approvals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.OfficeTest;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.AtDesk;
import kr.madang.accounts.Grants;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.Looks;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Stage;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.UnitTask;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Downloads of a paper: who gets them, and under which name. */
@OfficeTest
class PrintPagesTests {
    private static final String TITLE = "청사 <b>안내판</b> \"교체\" 계획/안";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Approvals approvals;

    @Autowired
    Papers papers;

    @Autowired
    Looks looks;

    private Actor drafter;
    private RequestPostProcessor atDesk;
    private Paper.Id id;

    private Actor actor(String title, Level level) {
        var login = "print" + System.nanoTime();
        var account = accounts.open(Actor.SYSTEM, login, new Accounts.Details("출력", "press", title, "", ""));
        grants.change(Actor.SYSTEM, account.id(), Map.of("approvals", Optional.of(level)), "시험");
        return new Actor(account.id().value(), login, account.name(), "press", Map.of("approvals", level));
    }

    @BeforeEach
    void aDraft() {
        drafter = actor("주무관", Level.WORK);
        atDesk = AtDesk.as(drafter.login());
        var route = new Route(
                List.of(Stage.review(Person.of(actor("언론팀장", Level.WORK).id()))),
                Person.of(actor("홍보미디어과장", Level.APPROVE).id()),
                List.of());
        var content = new Content(TITLE, "1. <script>알림</script>  끝.", "알림", List.of("알림"), List.of());
        id = approvals.draft(
                drafter, content, Filing.general(new UnitTask("A0000001", "언론 홍보", Retention.YEARS_5)), route);
    }

    private String at(String path) {
        return "/desk/approvals/papers/" + id + path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf", "hwpx", "txt"})
    void eachFormComesUnderItsKoreanName(String ending) {
        var answer =
                mvc.get().uri(at("/printed." + ending)).with(atDesk).exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        var disposition = String.valueOf(answer.getHeader("Content-Disposition"));
        assertThat(disposition).startsWith(ending.equals("html") ? "inline" : "attachment");
        var name = URLDecoder.decode(disposition.substring(disposition.indexOf("UTF-8''") + 7), StandardCharsets.UTF_8);
        assertThat(name).isEqualTo("청사_b_안내판_b_교체_계획_안." + ending);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void thePageMayRunNothingAndEscapesEverything() throws Exception {
        var answer = mvc.get().uri(at("/printed.html")).with(atDesk).exchange().getResponse();
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("'sha256-");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("결재 전 문서");
    }

    @Test
    void whoMayNotReadThePaperGetsNoFileAndTheAttemptIsRecorded() {
        var stranger = AtDesk.who("computing", Map.of("approvals", Level.WORK));
        for (var path : List.of("/printed.pdf", "/printed.html", "/card", "/card.json", "/looks"))
            assertThat(mvc.get().uri(at(path)).with(stranger)).as(path).hasStatus(403);
        assertThat(looks.count(drafter, id).get(false)).isEqualTo(5);
        assertThat(mvc.get().uri(at("/printed.pdf")).with(AtDesk.who(Map.of()))).hasStatus(403);
        assertThat(looks.count(drafter, id).get(false)).isEqualTo(5);
    }

    @Test
    void whatDoesNotExistIsMissing() {
        for (var path : List.of("/printed.docx", "/printed.pdf?version=2", "/printed.pdf?version=-1"))
            assertThat(mvc.get().uri(at(path)).with(atDesk)).as(path).hasStatus(404);
        assertThat(mvc.get().uri("/desk/approvals/papers/none/printed.pdf").with(atDesk))
                .hasStatus(404);
    }

    @Test
    void aFileNameIsNeverEmptyNorEndless() {
        assertThat(PrintPages.name("", "???", "")).isEqualTo("문서");
        assertThat(PrintPages.name("홍보미디어과-1", "../../계획", "")).isEqualTo("홍보미디어과-1_.._.._계획");
        assertThat(PrintPages.name("", "🏢".repeat(300), "").codePointCount(0, 200))
                .isEqualTo(100);
    }
}
