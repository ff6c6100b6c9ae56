package kr.madang.approvals.web.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.DemoTest;
import kr.madang.accounts.AtDesk;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockPart;

/** Attachments from the drafting form to whoever reads the paper. */
@DemoTest
class DraftFilesTests extends DraftingBrowser {
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
}
