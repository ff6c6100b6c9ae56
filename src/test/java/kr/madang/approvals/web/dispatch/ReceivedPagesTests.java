package kr.madang.approvals.web.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.approvals.desk.Units;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of received documents against what people type, send and guess. */
@OfficeTest
class ReceivedPagesTests {
    private static final String AT = "/desk/approvals/received";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    Units units;

    private Units.Unit unit;
    private String team;

    @BeforeEach
    void unit() {
        int n = NUMBER.incrementAndGet();
        team = "pages" + n;
        unit = new Units.Unit("P%06d".formatted(n), "화면" + n + "과");
        units.set(Actor.SYSTEM, unit, List.of(team));
    }

    private RequestPostProcessor clerk() {
        return AtDesk.who(team, Map.of("approvals", Level.WORK));
    }

    private MockHttpServletResponse answer(RequestBuilder request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    /** @return where its page is */
    private String entered(String title, MockMultipartFile... scans) throws Exception {
        var request = multipart(AT);
        for (var scan : scans) request.file(scan);
        var answer = answer(request.param("title", title)
                .param("sender", "=HYPERLINK(\"http://x.example\")")
                .param("sendernumber", "-1+1")
                .param("unit", unit.code())
                .with(clerk())
                .with(csrf()));
        assertThat(answer.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(answer.getHeader("Location"));
    }

    @Test
    void theTableToTakeAwayHoldsNoFormulas() throws Exception {
        entered("@SUM(1)");
        var csv = answer(get(AT + "/export.csv").with(clerk()));
        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getContentAsString()).contains("'@SUM(1)", "'=HYPERLINK", "'-1+1", "접수등록번호", unit.name() + "-1");
    }

    @Test
    void markupOfTitlesAndFileNamesStaysText() throws Exception {
        var scan = new MockMultipartFile("scan", "<img src=x>.html", "text/html", "<script>1</script>".getBytes());
        var at = entered("<script>alert(1)</script>", scan);
        var page = answer(get(at).with(clerk())).getContentAsString();
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)", "<img src=x>");
        var file = answer(get(at + "/files/1").with(clerk()));
        assertThat(file.getContentType()).startsWith("application/octet-stream");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(answer(get(at + "/files/1").with(AtDesk.who("nowhere", Map.of("approvals", Level.APPROVE))))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeTakenComesBackAsTyped() throws Exception {
        var answer = answer(multipart(AT)
                .param("title", "남을 제목")
                .param("sender", "")
                .param("senton", "2026-13-45")
                .with(clerk())
                .with(csrf()));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("남을 제목", "2026-13-45");
        var at = entered("처리할 문서");
        for (var act : List.of("give", "take", "assign", "finish", "nothing")) {
            var refused = answer(post(at + "/acts")
                    .param("act", act)
                    .param("result", "남을 말")
                    .with(clerk())
                    .with(csrf()));
            assertThat(refused.getStatus()).as(act).isEqualTo(422);
        }
    }

    @Test
    void madeUpAddressesLeadNowhere() throws Exception {
        for (var path : List.of(
                AT + "/x",
                AT + "/00000000-0000-7000-8000-000000000000",
                AT + "/00000000-0000-7000-8000-000000000000/arrival.xml",
                AT + "/x/files/1",
                "/desk/approvals/papers/x/dispatches",
                "/desk/approvals/papers/00000000-0000-7000-8000-000000000000/dispatches/x/package"))
            assertThat(answer(get(path).with(clerk())).getStatus()).as(path).isEqualTo(404);
        assertThat(answer(get(AT).param("cursor", "made-up").with(clerk())).getStatus())
                .isEqualTo(422);
        assertThat(answer(get(AT).param("q", "\0%_'").param("state", "x").with(clerk()))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void brokenUploadsAreAnsweredWithTheReason() throws Exception {
        var rubbish = new MockMultipartFile("file", "a.zip", "application/zip", new byte[100]);
        var refused =
                answer(multipart(AT + "/packages").file(rubbish).with(clerk()).with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("잘린 파일");
        var none = answer(multipart(AT + "/packages").with(clerk()).with(csrf()));
        assertThat(none.getStatus()).isEqualTo(422);
        var slip = new MockMultipartFile("slip", "a.xml", "application/xml", "<a/>".getBytes());
        assertThat(answer(multipart("/desk/approvals/arrivals")
                                .file(slip)
                                .with(clerk())
                                .with(csrf()))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void whoMayOnlyLookChangesNothing() throws Exception {
        var at = entered("볼 문서");
        var auditor = AtDesk.who("", Map.of("*", Level.VIEW));
        assertThat(answer(get(at).with(auditor)).getStatus()).isEqualTo(200);
        for (var path : List.of(at + "/acts", at + "/readers", at + "/answers", AT, AT + "/packages"))
            assertThat(answer(post(path).with(auditor).with(csrf())).getStatus())
                    .as(path)
                    .isEqualTo(403);
    }
}
