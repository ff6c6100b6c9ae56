package kr.madang.approvals.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import kr.madang.DemoTest;
import kr.madang.accounts.AtDesk;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is typed and not yet saved, and two windows on one paper. */
@DemoTest
class BufferPagesTests extends DraftingBrowser {
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
    void anOldPaperBeginsANewOneWithoutBeingTouched() {
        var id = draft("clerk");
        var started = to(post("clerk", PAPERS + "/" + id + "/copies"));
        assertThat(started).contains("/new?buffer=");
        assertThat(text(get("clerk", started))).contains("다음과 같이 알립니다.", "A1000042");
        assertThat(post("press", PAPERS + "/" + id + "/copies")).hasStatus(403);
    }
}
