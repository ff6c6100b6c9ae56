package kr.madang.press.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.pdf.SheetPdf;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.releases.ReleaseCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Articles out of uploaded pages, over the pages of the desk. */
class ImportPagesTests extends ReleaseCase {
    private static final String AT = "/desk/press/coverage/pages";

    @Autowired
    MockMvc http;

    private RequestPostProcessor desk() {
        return kr.madang.accounts.AtDesk.who(java.util.Map.of("press", kr.madang.kernel.access.Level.WORK));
    }

    private Outlet outlet() {
        long now = System.nanoTime();
        return outlets.add(officer, "지면 " + now, Tier.CENTRAL_DAILY, List.of("p" + now + ".example"));
    }

    private long articles(String title) {
        return db.sql("select count(*) from press.article where title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsConfirmedIsKeptOnce() throws Exception {
        var title = "지면 기사 " + System.nanoTime();
        var pdf = SheetPdf.write(new Sheet(
                "지면",
                "신문",
                LocalDate.of(2023, 5, 3),
                "",
                List.of(Sheet.Line.of(Sheet.Style.MAST, title), Sheet.Line.of(Sheet.Style.BODY, "영등포구 소식이다. 나들목 기자"))));
        var outlet = outlet().id().toString();
        var file = new MockMultipartFile("file", "지면.pdf", "application/pdf", pdf);
        var shown = http.perform(multipart(AT)
                        .file(file)
                        .param("outlet", outlet)
                        .param("day", "2023-05-03")
                        .with(desk())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).contains(title, "나들목");
        assertThat(articles(title)).isZero();
        for (int status : List.of(302, 422)) {
            var sent = post(AT + "/articles")
                    .param("outlet", outlet)
                    .param("day", "2023-05-03")
                    .param("take", "0")
                    .param("page-0", "1")
                    .param("title-0", title)
                    .param("text-0", "영등포구 소식이다.")
                    .param("reporter-0", "나들목");
            http.perform(sent.with(desk()).with(csrf()))
                    .andExpect(result ->
                            assertThat(result.getResponse().getStatus()).isIn(status, status == 302 ? 303 : 409));
        }
        assertThat(articles(title)).isEqualTo(1);
    }

    @Test
    void anotherFileIsRefusedInPlainWords() throws Exception {
        var file = new MockMultipartFile("file", "나쁜.pdf", "application/pdf", "<html>".getBytes());
        var shown = http.perform(multipart(AT)
                        .file(file)
                        .param("outlet", outlet().id().toString())
                        .param("day", "2023-05-03")
                        .with(desk())
                        .with(csrf()))
                .andExpect(status().is4xxClientError())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).contains("읽을 수 있는 PDF가 아닙니다");
    }
}
