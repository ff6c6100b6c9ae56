package kr.madang.notices.web.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.sends.Content;
import kr.madang.notices.sends.Send;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.sends.Sends;
import kr.madang.notices.sends.Town;
import kr.madang.notices.wording.SenderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of sends against what people and others type. */
@OfficeTest
@Import(Town.class)
class SendPagesTests {
    private static final String SENDER = "07000001200";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Sends sends;

    @Autowired
    SendTerms terms;

    @Autowired
    Ledger ledger;

    @Autowired
    Town.People people;

    @Autowired
    JdbcClient db;

    private final RequestPostProcessor worker = AtDesk.who(Map.of("notices", Level.WORK, "approvals", Level.WORK));
    private final RequestPostProcessor approver = AtDesk.who(Map.of("notices", Level.APPROVE));
    private final RequestPostProcessor looker = AtDesk.who(Map.of("notices", Level.VIEW));

    @BeforeEach
    void aNumber() {
        if (terms.senders().isEmpty())
            terms.register(Actor.SYSTEM, new SenderNumber(SENDER), "대표", "증명원", LocalDate.of(2022, 1, 3));
    }

    private Send draft(String title, String text) {
        return sends.draft(
                Actor.SYSTEM,
                new Content(title, Kind.PUBLIC, "근거", Channel.SMS, "", text, SENDER, "5", "몇 사람", "", "", null, null));
    }

    private static String body(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String uri, RequestPostProcessor who) {
        return mvc.get().uri(uri).with(who).exchange();
    }

    @Test
    void whatIsTypedIsNeverMarkup() throws Exception {
        var send = draft("<b>제목</b>", "<script>alert(1)</script> & \"글\"");
        for (var page : new String[] {"", "/edit"}) {
            var body = body(get("/desk/notices/sends/" + send.serial() + page, worker));
            assertThat(body).doesNotContain("<script>alert").contains("&lt;script&gt;");
        }
        assertThat(body(get("/desk/notices/sends?q=%3Cscript%3E", worker))).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/notices/sends?state=nothing&kind=x&q=%00%25_",
                "/desk/notices/calendar?month=2026-13",
                "/desk/notices/calendar?month=9999-12",
                "/desk/notices/calendar?month=%27;drop",
                "/desk/notices/sends/new?standard=nothing&template=nothing",
                "/desk/notices/templates?q=%3Cx%3E",
                "/desk/notices/terms",
                "/desk/notices/audit",
                "/desk/notices/sends.csv?state=x"
            })
    void whatNobodyUnderstandsIsAsIfNothingWasAsked(String uri) {
        assertThat(get(uri, worker)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/notices/sends/999999999", "/desk/notices/sends/0", "/desk/notices/templates/x"})
    void whatIsNotThereIsMissing(String uri) {
        assertThat(get(uri, worker)).hasStatus(404);
    }

    @Test
    void aMadeUpCursorIsRefused() {
        assertThat(get("/desk/notices/sends?cursor=xyz", worker)).hasStatus(422);
    }

    @Test
    void theFormComesBackWithWhatWasTyped() throws Exception {
        var answer = mvc.post()
                .uri("/desk/notices/sends")
                .with(worker)
                .with(csrf())
                .param("title", "")
                .param("text", "공들여 쓴 글")
                .param("group", "all")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("공들여 쓴 글");
    }

    @Test
    void whoWritesOverSomebodyElseIsShownWhatTheyWrote() throws Exception {
        var send = draft("겹치는 발송", "처음 글");
        sends.write(Actor.SYSTEM, send.serial(), send.version(), content("다른 사람의 글"));
        var answer = mvc.put()
                .uri("/desk/notices/sends/" + send.serial())
                .with(worker)
                .with(csrf())
                .param("title", "겹치는 발송")
                .param("kind", "PUBLIC")
                .param("channel", "SMS")
                .param("group", "kept")
                .param("version", Integer.toString(send.version()))
                .param("text", "나의 글")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("다른 사람의 글", "나의 글");
        assertThat(sends.get(send.serial()).content().text()).isEqualTo("다른 사람의 글");
    }

    private static Content content(String text) {
        return new Content("겹치는 발송", Kind.PUBLIC, "근거", Channel.SMS, "", text, SENDER, "5", "몇 사람", "", "", null, null);
    }

    @Test
    void thePreviewCountsBytesAndMarksWhatPhonesCannotShow() throws Exception {
        var answer = mvc.post()
                .uri("/desk/notices/sends/preview")
                .with(worker)
                .with(csrf())
                .param("kind", "PUBLIC")
                .param("channel", "SMS")
                .param("group", "all")
                .param("text", "가나다\r\n😀")
                .exchange();
        assertThat(answer).hasStatusOk();
        assertThat(body(answer)).contains("/ 90", "<mark", "300");
    }

    @Test
    void whoMayOnlyLookSeesNoButtonsAndMayNotPress() throws Exception {
        var send = draft("보기만", "글");
        var at = "/desk/notices/sends/" + send.serial();
        assertThat(body(get(at, looker))).doesNotContain(at + "/trials", at + "/approval", at + "/edit");
        for (var act : new String[] {"/trials", "/approval", "/cancellation", "/confirmation"})
            assertThat(mvc.post().uri(at + act).with(looker).with(csrf()).exchange())
                    .hasStatus(403);
        assertThat(get("/desk/notices/sends/new", looker)).hasStatus(403);
        assertThat(mvc.post()
                        .uri("/desk/notices/terms/senders")
                        .with(worker)
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
    }

    /** Another unit's approved send shows who decides about it and no button that would only refuse. */
    @Test
    void whoNeitherWroteItNorApprovesIsToldWhoDecides() throws Exception {
        var send = draft("남의 발송", "글");
        db.sql("update notices.send set state = 'HELD', seal = 'x' where serial = :serial")
                .param("serial", send.serial())
                .update();
        var at = "/desk/notices/sends/" + send.serial();
        assertThat(body(get(at, worker)))
                .contains("작성한 사람과 결재권자만")
                .doesNotContain(at + "/confirmation", at + "/cancellation");
        assertThat(body(get(at, approver)))
                .contains(at + "/confirmation", at + "/cancellation")
                .doesNotContain("작성한 사람과 결재권자만");
        for (var act : new String[] {"/confirmation", "/cancellation"}) {
            var answer = mvc.post()
                    .uri(at + act)
                    .with(worker)
                    .with(csrf())
                    .param("reason", "남의 것")
                    .exchange();
            assertThat(answer).hasStatus(403);
        }
        assertThat(sends.get(send.serial()).state()).isEqualTo(Send.State.HELD);
    }

    /** Rows of a send, in lists and in files, show as little of a number as tells it from others. */
    @Test
    void rowsShowNoWholeNumber() throws Exception {
        var send = draft("건별 결과", "글");
        ledger.open(
                send.serial(),
                Lane.BULK,
                () -> people.freeze(send.serial(), "5", Channel.SMS, Kind.PUBLIC, send.madeAt()));
        var at = "/desk/notices/sends/" + send.serial();
        for (var page : new String[] {"/rows", "/rows?state=queued", "/rows.csv"}) {
            var body = body(get(at + page, looker));
            assertThat(body)
                    .contains("010-****-0003")
                    .doesNotContain("01000000003")
                    .doesNotContain("010-0000-0003");
        }
        assertThat(body(get(at + "/rows?state=delivered", looker))).doesNotContain("010-****-0003");
        assertThat(body(get(at + "/statistics", looker))).contains(">5<");
    }

    @Test
    void aNumberThatMayNotBeRegisteredIsExplainedBesideItsField() throws Exception {
        var answer = mvc.post()
                .uri("/desk/notices/terms/senders")
                .with(AtDesk.who(Map.of("notices", Level.APPROVE)))
                .with(csrf())
                .param("number", "050-1234-5678")
                .param("label", "번호")
                .param("proof", "증명원")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("050-1234-5678", "id=\"number-help\"");
    }
}
