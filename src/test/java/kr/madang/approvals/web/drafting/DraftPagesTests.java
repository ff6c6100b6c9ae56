package kr.madang.approvals.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.DemoTest;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.AtDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The drafting form as a browser without scripts uses it, and as somebody hostile does. */
@DemoTest
class DraftPagesTests {
    private static final String PAPERS = "/desk/approvals/papers";
    private static final String TEXT = "1. 관련: 홍보미디어과-1234(2026. 11. 2.)\n2. 다음과 같이 알립니다.  끝.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    private String person(String login) {
        return accounts.findByLogin(login).orElseThrow().id().toString();
    }

    private String line() {
        return "review:" + person("planning") + " approve:" + person("chief");
    }

    private MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(AtDesk.as(login)).exchange();
    }

    private MvcTestResult post(String login, String uri, String... namesAndValues) {
        var request = mvc.post().uri(uri).with(AtDesk.as(login)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2)
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        return request.exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String to(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private static String hidden(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    /** What a filled form sends, with changes. */
    private String[] form(String... changes) {
        var sent = new ArrayList<>(List.of(
                "title",
                "안내판 교체 계획",
                "text",
                TEXT,
                "summary",
                "안내판을 바꿈",
                "keywords",
                "안내판, 교체",
                "unittask",
                "A1000042",
                "unittasktitle",
                "홍보물 관리",
                "retention",
                "years_5",
                "disclosure",
                "open",
                "kind",
                "general",
                "line",
                line(),
                "attached",
                "",
                "do",
                "keep"));
        for (int i = 0; i < changes.length; i += 2) {
            int at = sent.indexOf(changes[i]);
            if (at >= 0 && at % 2 == 0) sent.set(at + 1, changes[i + 1]);
            else sent.addAll(Arrays.asList(changes[i], changes[i + 1]));
        }
        return sent.toArray(String[]::new);
    }

    private String draft(String login, String... changes) {
        var at = to(post(login, PAPERS, form(changes)));
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private MvcTestResult put(String login, String id, String... namesAndValues) {
        var request = mvc.put()
                .uri(PAPERS + "/" + id + "/content")
                .with(AtDesk.as(login))
                .with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2)
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        return request.exchange();
    }

    @Test
    void aStepOfTheLineComesBackWithEverythingTyped() {
        var step = "add.concur:" + person("press");
        var back = to(post(
                "clerk", PAPERS, form("do", step, "buffer", UUID.randomUUID().toString())));
        assertThat(back).endsWith("#line-editor");
        var page = text(get("clerk", back.replace("#line-editor", "")));
        assertThat(page).contains("안내판 교체 계획", "홍보물 관리", "A1000042");
        assertThat(hidden(page, "line"))
                .isEqualTo(
                        "review:" + person("planning") + " concur:" + person("press") + " approve:" + person("chief"));
    }

    @Test
    void aRefusedStepKeepsWhatWasTyped() {
        var buffer = UUID.randomUUID().toString();
        var refused = post("clerk", PAPERS, form("do", "add.review:" + person("clerk"), "buffer", buffer));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("기안자는 자기 문서를 검토하거나 협조할 수 없습니다.", "안내판 교체 계획");
        assertThat(text(get("clerk", PAPERS + "/new?buffer=" + buffer))).contains("안내판 교체 계획");
    }

    @Test
    void aForgedLineIsRefusedAndNothingTypedIsLost() {
        for (var line : List.of(
                "review:" + person("planning") + " concur:" + person("planning") + " approve:" + person("chief"),
                "review:" + person("clerk") + " approve:" + person("chief"),
                "approve:" + person("chief") + " approve:" + person("press"),
                "boss:" + person("chief"),
                "review:" + person("planning"),
                "' or 1=1 --")) {
            var refused = post("clerk", PAPERS, form("line", line));
            assertThat(refused).as(line).hasStatus(422);
            assertThat(text(refused)).contains("다음과 같이 알립니다.", "href=\"#line-editor\"");
        }
    }

    @Test
    void scriptsInTitleAndTextAreShownAsText() {
        var evil = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        var id = draft(
                "clerk",
                "title",
                evil,
                "text",
                evil + "\n{{7*7}} ${7*7}  끝.",
                "summary",
                evil,
                "keywords",
                "<b>굵게</b>");
        for (var uri : List.of(PAPERS + "/" + id, PAPERS + "/" + id + "/edit")) {
            var page = text(get("clerk", uri));
            assertThat(page).contains("&lt;script").doesNotContain("<script>alert", "<img src=x", "<b>굵게");
        }
    }

    @Test
    void aTextOfTwoHundredThousandCharactersIsKeptAndAnEndlessOneRefusedKindly() {
        var id = draft("clerk", "text", "가".repeat(200_000));
        assertThat(text(get("clerk", PAPERS + "/" + id + "/edit"))).contains("가".repeat(200_000));
        draft("clerk", "text", "가나다".repeat(60_000), "summary", "", "keywords", "안내");
        var refused = post("clerk", PAPERS, form("text", "가".repeat(300_001)));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("300,000자까지", "안내판 교체 계획");
    }

    @Test
    void theSecondWindowSeesBothTextsAndLosesNone() {
        var id = draft("clerk");
        var base = hidden(text(get("clerk", PAPERS + "/" + id + "/edit")), "base");
        var buffer = UUID.randomUUID().toString();
        assertThat(to(put("clerk", id, form("text", "한 창에서 쓴 글  끝.", "base", base))))
                .endsWith(id);
        var conflict = to(put("clerk", id, form("text", "다른 창에서 쓴 글  끝.", "base", base, "buffer", buffer)));
        assertThat(conflict).contains("/conflict?buffer=" + buffer);
        var page = text(get("clerk", conflict));
        assertThat(page).contains("한 창에서 쓴 글", "다른 창에서 쓴 글", "<del>", "<ins>");
        assertThat(get("planning", conflict)).hasStatus(403);
        var seen = hidden(page, "base");
        var edit = to(choose(id, "choice", "edit", "buffer", buffer, "base", seen));
        assertThat(text(get("clerk", edit))).contains("다른 창에서 쓴 글");
        assertThat(to(choose(id, "choice", "mine", "buffer", buffer, "base", base)))
                .as("a third text nobody showed")
                .contains("/conflict");
        assertThat(to(choose(id, "choice", "mine", "buffer", buffer, "base", seen)))
                .endsWith(id);
        assertThat(text(get("clerk", PAPERS + "/" + id))).contains("다른 창에서 쓴 글");
        assertThat(get("clerk", conflict)).hasStatus(404);
    }

    private MvcTestResult choose(String id, String... namesAndValues) {
        var request = mvc.put()
                .uri(PAPERS + "/" + id + "/conflict")
                .with(AtDesk.as("clerk"))
                .with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2)
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        return request.exchange();
    }

    @Test
    void somebodyElsesBufferIsNotThere() {
        var buffer = UUID.randomUUID().toString();
        assertThat(post("clerk", "/desk/approvals/buffers/" + buffer, "title", "나만 보는 초안"))
                .hasStatus(204);
        assertThat(text(get("clerk", PAPERS + "/new"))).contains("나만 보는 초안", "저장하지 않은 내용이 있습니다.");
        assertThat(text(get("press", PAPERS + "/new?buffer=" + buffer))).doesNotContain("나만 보는 초안");
        var gone = mvc.delete()
                .uri("/desk/approvals/buffers/" + buffer)
                .with(AtDesk.as("press"))
                .with(csrf());
        assertThat(gone.exchange()).hasStatus(404);
        var id = draft("clerk");
        assertThat(post("press", "/desk/approvals/buffers/" + buffer, "paper", id, "title", "엿보기"))
                .hasStatus(404);
        assertThat(post("auditor", "/desk/approvals/buffers/" + buffer, "title", "감사"))
                .hasStatus(403);
        assertThat(text(get("clerk", PAPERS + "/new?buffer=" + buffer))).contains("나만 보는 초안");
    }

    @Test
    void savingEndsTheBuffer() {
        var buffer = UUID.randomUUID().toString();
        post("clerk", "/desk/approvals/buffers/" + buffer, "title", "곧 저장할 초안");
        draft("clerk", "buffer", buffer);
        assertThat(text(get("clerk", PAPERS + "/new?buffer=" + buffer))).doesNotContain("곧 저장할 초안");
    }

    @Test
    void anAttachmentIsReadByWhoeverMayReadItsPaperAndNobodyElse() throws Exception {
        var upload = mvc.post()
                .uri("/desk/approvals/writing/files")
                .multipart()
                .part(new MockPart(
                        "files", "견적서 \"1\".txt", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .with(AtDesk.as("clerk"))
                .with(csrf())
                .exchange();
        assertThat(upload).as("a page called a text").hasStatus(422);
        upload = mvc.post()
                .uri("/desk/approvals/writing/files")
                .multipart()
                .part(new MockPart("files", "견적서.txt", "금10,000원".getBytes(StandardCharsets.UTF_8)))
                .with(AtDesk.as("clerk"))
                .with(csrf())
                .exchange();
        assertThat(upload).hasStatusOk();
        var attached = hidden(text(upload), "attached");
        assertThat(get("clerk", "/desk/approvals/uploads/" + attached)).hasStatusOk();
        assertThat(get("press", "/desk/approvals/uploads/" + attached)).hasStatus(404);
        var stolen = post("press", PAPERS, form("attached", attached));
        assertThat(stolen).hasStatus(422);

        var id = draft("clerk", "attached", attached);
        assertThat(text(get("clerk", PAPERS + "/" + id))).contains("견적서.txt");
        var file = get("clerk", PAPERS + "/" + id + "/attachments/1/1");
        assertThat(file).hasStatusOk();
        assertThat(text(file)).isEqualTo("금10,000원");
        assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(file.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getResponse().getContentType()).isEqualTo("application/octet-stream");
        assertThat(get("media", PAPERS + "/" + id + "/attachments/1/1")).hasStatus(403);
        for (var no : List.of("/attachments/1/2", "/attachments/1/0", "/attachments/9/1"))
            assertThat(get("clerk", PAPERS + "/" + id + no)).as(no).hasStatus(404);
        var page = text(get("clerk", PAPERS + "/" + id + "/edit"));
        put("clerk", id, form("base", hidden(page, "base"), "attached", hidden(page, "attached"), "title", "고친 제목"));
        assertThat(text(get("clerk", PAPERS + "/" + id))).contains("고친 제목", "견적서.txt", "/attachments/2/1");
    }

    @Test
    void aFormOfOneselfTakesNoForeignFields() {
        assertThat(post("clerk", "/desk/approvals/starters", "title", "몰래 만든 서식"))
                .hasStatus(403);
        var title = "우리 서식 " + UUID.randomUUID().toString().substring(0, 8);
        var kept = post(
                "admin",
                "/desk/approvals/starters",
                "title",
                title,
                "subject",
                "제목",
                "text",
                "본문  끝.",
                "kind",
                "general",
                "line",
                line(),
                "attached",
                UUID.randomUUID().toString(),
                "shipped",
                "true",
                "id",
                UUID.randomUUID().toString(),
                "position",
                "9");
        assertThat(to(kept)).endsWith("/starters");
        var list = text(get("clerk", "/desk/approvals/starters"));
        var found = Pattern.compile("id=\"f-([0-9a-f-]{36})\">" + title).matcher(list);
        assertThat(found.find()).isTrue();
        var started = text(get("clerk", to(post("clerk", "/desk/approvals/starters/" + found.group(1) + "/drafts"))));
        assertThat(started).contains("본문  끝.");
        assertThat(hidden(started, "attached")).isEmpty();
        assertThat(post("admin", "/desk/approvals/starters", "title", "공고", "kind", "notice", "second", ""))
                .hasStatus(422);
    }

    @Test
    void aLineOnItsWayChangesWithAReasonOnly() {
        var id = draft("clerk");
        var hash = hidden(text(get("clerk", PAPERS + "/" + id)), "hash");
        to(post("clerk", PAPERS + "/" + id + "/acts", "move", "submit", "hash", hash));
        var at = PAPERS + "/" + id + "/line";
        assertThat(text(get("clerk", at))).contains("결재선 바꾸기");
        var line = "review:" + person("press") + " approve:" + person("chief");
        assertThat(change("clerk", at, "line", line, "words", "", "do", "change"))
                .hasStatus(422);
        assertThat(change("press", at, "line", line, "words", "끼어들기", "do", "change"))
                .hasStatus(403);
        var step = change("clerk", at, "line", line, "words", "담당이 바뀜", "do", "add.concur:" + person("media"));
        assertThat(step).hasStatusOk();
        assertThat(text(step)).contains("담당이 바뀜");
        assertThat(hidden(text(step), "line")).contains("concur:" + person("media"));
        assertThat(to(change("clerk", at, "line", line, "words", "담당이 바뀜", "do", "change")))
                .endsWith(id);
        assertThat(text(get("clerk", PAPERS + "/" + id))).contains("담당이 바뀜");
        assertThat(get("press", PAPERS + "/" + id)).hasStatusOk();
    }

    private MvcTestResult change(String login, String uri, String... namesAndValues) {
        var request = mvc.put().uri(URI.create(uri)).with(AtDesk.as(login)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2)
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        return request.exchange();
    }

    @Test
    void aReviewerCorrectsTheTextAlone() {
        var id = draft("clerk");
        var hash = hidden(text(get("clerk", PAPERS + "/" + id)), "hash");
        to(post("clerk", PAPERS + "/" + id + "/acts", "move", "submit", "hash", hash));
        var page = text(get("planning", PAPERS + "/" + id + "/edit"));
        assertThat(page).doesNotContain("name=\"unittask\"", "id=\"line-editor\"");
        var sent = form(
                "base",
                hidden(page, "base"),
                "text",
                "검토자가 고친 글  끝.",
                "unittask",
                "Z9999999",
                "line",
                "approve:" + person("press"));
        assertThat(to(put("planning", id, sent))).endsWith(id);
        assertThat(text(get("clerk", PAPERS + "/" + id)))
                .contains("검토자가 고친 글", "홍보물 관리", "과장")
                .doesNotContain("언론팀장");
        assertThat(put("clerk", id, form("base", hash)))
                .as("the drafter no longer has it")
                .hasStatus3xxRedirection();
        assertThat(put("media", id, form("base", hash))).hasStatus(403);
    }

    @Test
    void theTableExplainsItselfBeforeAnythingIsSent() {
        var none = text(post("clerk", "/desk/approvals/writing/decision", "task", "", "amount", ""));
        assertThat(none).contains("전결을 정한 기준이 없으므로");
        var odd = text(post("clerk", "/desk/approvals/writing/decision", "task", "", "amount", "만 원쯤"));
        assertThat(odd).contains("아직 결재권자를 알 수 없습니다.");
        var negative = text(post("clerk", "/desk/approvals/writing/decision", "task", "", "amount", "-1"));
        assertThat(negative).contains("금액은 0원 이상이어야 합니다.");
    }

    @Test
    void anOldPaperBeginsANewOneWithoutBeingTouched() {
        var id = draft("clerk");
        var started = to(post("clerk", PAPERS + "/" + id + "/copies"));
        assertThat(started).contains("/new?buffer=");
        assertThat(text(get("clerk", started))).contains("다음과 같이 알립니다.", "A1000042");
        assertThat(post("press", PAPERS + "/" + id + "/copies")).hasStatus(403);
    }

    @Test
    void allSixKindsAreFiledWithTheirNumbers() {
        for (var kind :
                List.of("legal,rule", "directive,order", "notice,announcement", "ledger,", "petition,", "general,")) {
            var parts = kind.split(",", 2);
            var id = draft("clerk", "kind", parts[0], "second", parts[1]);
            assertThat(hidden(text(get("clerk", PAPERS + "/" + id + "/edit")), "base"))
                    .hasSize(64);
        }
        assertThat(post("clerk", PAPERS, form("kind", "notice", "second", ""))).hasStatus(422);
        assertThat(post("clerk", PAPERS, form("kind", "general", "second", "order")))
                .hasStatus(422);
        assertThat(post("clerk", PAPERS, form("disclosure", "closed"))).hasStatus(422);
        assertThat(post("clerk", PAPERS, form("disclosure", "partly", "grounds", "6")))
                .hasStatus(422);
        draft("clerk", "disclosure", "partly", "grounds", "6", "parts", "2쪽 전화번호");
    }

    @Test
    void aUnitTaskOfTheListSaysItsOwnNameAndPeriod() {
        var page = text(get("clerk", PAPERS + "/new"));
        var found = Pattern.compile("<option value=\"([0-9A-Z]{8})\"[^>]*>소식지 발간 · 10년")
                .matcher(page);
        assertThat(found.find()).isTrue();
        var id = draft("clerk", "pick", found.group(1), "unittask", "", "unittasktitle", "", "retention", "years_1");
        assertThat(text(get("clerk", PAPERS + "/" + id))).contains("소식지 발간", "10년");
        assertThat(text(get("clerk", PAPERS + "/" + id + "/edit"))).containsPattern(found.group(1) + "\" selected");
        assertThat(post("clerk", PAPERS, form("pick", "Q9999999"))).hasStatus(422);
    }
}
