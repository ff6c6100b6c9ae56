package kr.madang.approvals.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.DemoTest;
import org.junit.jupiter.api.Test;

@DemoTest
class StarterPagesTests extends DraftingBrowser {
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
}
