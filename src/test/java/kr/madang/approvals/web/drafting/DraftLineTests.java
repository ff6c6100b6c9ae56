package kr.madang.approvals.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.UUID;
import kr.madang.DemoTest;
import kr.madang.accounts.AtDesk;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The line as the drafting form and its own page change it. */
@DemoTest
class DraftLineTests extends DraftingBrowser {
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
}
