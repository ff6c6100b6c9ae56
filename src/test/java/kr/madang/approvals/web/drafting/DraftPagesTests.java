package kr.madang.approvals.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import kr.madang.DemoTest;
import org.junit.jupiter.api.Test;

/** The drafting form as a browser without scripts uses it, and as somebody hostile does. */
@DemoTest
class DraftPagesTests extends DraftingBrowser {
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
