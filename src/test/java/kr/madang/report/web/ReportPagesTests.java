package kr.madang.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.accounts.AtDesk;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.report.Report;
import kr.madang.report.Reports;
import kr.madang.report.Templates;
import kr.madang.report.template.ShippedTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OfficeTest
class ReportPagesTests {
    private static final RequestPostProcessor CHIEF = AtDesk.who("section", Map.of("report", Level.APPROVE));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Reports reports;

    @Autowired
    Templates templates;

    private Report.Id id;

    @BeforeEach
    void aReportTheTeamsWrite() {
        if (templates.find("web-2023").isEmpty())
            templates.create(
                    Actor.SYSTEM, "web-2023", ShippedTemplate.all().getLast().text(), "");
        id = new Report.Id(UUID.randomUUID());
        var cover = new Report.Cover("2023년 <b>보고</b>", "과", "", "", true);
        reports.open(Actor.SYSTEM, id, "web-2023", 2023, LocalDate.of(2023, 5, 31), cover);
        reports.move(Actor.SYSTEM, id, Report.State.INPUT, "");
    }

    private int page() {
        return reports.pages(id).stream()
                .filter(p -> p.teams().contains("press"))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private String at(String path) {
        return "/desk/report/reports/" + id + path;
    }

    private static RequestPostProcessor team(String team, Level level) {
        return AtDesk.who(team, Map.of("report", level));
    }

    @Test
    void anotherTeamsPageIsNotSaved() {
        var answer = mvc.put()
                .uri(at("/pages/" + page()))
                .param("base", "1")
                .param("text", "□ 남의 글")
                .with(team("telecom", Level.WORK))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(403).bodyText().contains("남의 글", "다른 팀의 쪽입니다");
        assertThat(reports.page(id, page()).latest()).isOne();
    }

    @Test
    void whoMayOnlyLookCanChangeNothing() {
        var viewer = team("press", Level.VIEW);
        assertThat(mvc.get().uri(at("")).with(viewer)).hasStatusOk();
        for (var path : new String[] {"/state", "/issue", "/cover", "/pages/" + page()})
            assertThat(mvc.put()
                            .uri(at(path))
                            .param("to", "REVIEW")
                            .with(viewer)
                            .with(csrf()))
                    .as(path)
                    .hasStatus(403);
        assertThat(mvc.post().uri(at("/approval")).with(viewer).with(csrf())).hasStatus(403);
        assertThat(mvc.delete().uri(at("/approval")).with(viewer).with(csrf())).hasStatus(403);
        assertThat(mvc.post().uri("/desk/report/reports").with(viewer).with(csrf()))
                .hasStatus(403);
        assertThat(mvc.post().uri("/desk/report/templates").with(CHIEF).with(csrf()))
                .hasStatus(403);
        assertThat(reports.get(id).state()).isEqualTo(Report.State.INPUT);
    }

    @Test
    void theLoserOfTwoEditorsSeesBothTextsAndLosesNothing() {
        var press = team("press", Level.WORK);
        int page = page();
        assertThat(mvc.put()
                        .uri(at("/pages/" + page))
                        .param("base", "1")
                        .param("text", "□ 먼저 쓴 글")
                        .with(press)
                        .with(csrf()))
                .hasStatus3xxRedirection();
        var late = mvc.put()
                .uri(at("/pages/" + page))
                .param("base", "1")
                .param("text", "□ 나중에 쓴 글")
                .with(press)
                .with(csrf())
                .exchange();
        assertThat(late).hasStatus(409).bodyText().contains("먼저 쓴 글", "나중에 쓴 글", "name=\"base\" value=\"2\"");
        assertThat(reports.page(id, page).body()).isEqualTo("□ 먼저 쓴 글");
    }

    @Test
    void hostileWordsAreShownAsWords() {
        var text = "○ <script>alert(1)</script> {x.y{a=<img src=x onerror=1>} @누계} \" onmouseover=\"1";
        mvc.put()
                .uri(at("/pages/" + page()))
                .param("base", "1")
                .param("text", text)
                .with(team("press", Level.WORK))
                .with(csrf())
                .exchange();
        for (var path : new String[] {"", "/pages/" + page(), "/pages", "/comments", "/steps"})
            assertThat(mvc.get().uri(at(path)).with(CHIEF))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("<script>alert", "<img src=x", "<b>보고</b>");
    }

    @Test
    void badDaysAreExplainedAndNothingTypedIsLost() {
        var answer = mvc.post()
                .uri("/desk/report/reports")
                .param("id", UUID.randomUUID().toString())
                .param("template", "web-2023")
                .param("title", "지키는 글")
                .param("section", "과")
                .param("year", "2023")
                .param("asOf", "2023-02-30")
                .with(CHIEF)
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("지키는 글", "2023-02-30");
        assertThat(mvc.get()
                        .uri("/desk/report/figures/office.teams?from=2023-13-01&to=x")
                        .with(CHIEF))
                .hasStatus(422);
        assertThat(mvc.get()
                        .uri("/desk/report/figures/office.teams?from=2023-05-02&to=2023-05-01")
                        .with(CHIEF))
                .hasStatus(422);
    }

    @Test
    void theFormSentTwiceOpensOneReport() {
        var fresh = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++)
            assertThat(mvc.post()
                            .uri("/desk/report/reports")
                            .param("id", fresh)
                            .param("template", "web-2023")
                            .param("title", "두 번 누름")
                            .param("section", "과")
                            .param("year", "2023")
                            .param("asOf", "2023-05-31")
                            .with(CHIEF)
                            .with(csrf()))
                    .hasStatus3xxRedirection();
        assertThat(reports.list(null, null, 1000, 0))
                .filteredOn(r -> r.cover().title().equals("두 번 누름"))
                .hasSize(1);
    }

    @Test
    void thePreviewIsShownWithoutSavingAndSaysWhatIsWrong() {
        var answer = mvc.post()
                .uri(at("/pages/" + page() + "/preview"))
                .param("text", "○ 미리 본 글 {press.releases @어제}건, 1,234명")
                .with(team("press", Level.WORK))
                .with(csrf())
                .exchange();
        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("미리 본 글", "알 수 없는 때입니다", "1,234명")
                .doesNotContain("<html");
        assertThat(reports.page(id, page()).latest()).isOne();
    }

    @Test
    void unknownThingsAreMissingNotBroken() {
        assertThat(mvc.get().uri("/desk/report/reports/" + UUID.randomUUID()).with(CHIEF))
                .hasStatus(404);
        assertThat(mvc.get().uri(at("/pages/999")).with(CHIEF)).hasStatus(404);
        assertThat(mvc.get().uri(at("/document.exe")).with(CHIEF)).hasStatus(404);
        assertThat(mvc.get().uri("/desk/report/figures/press.unknown").with(CHIEF))
                .hasStatus(404);
        assertThat(mvc.get().uri("/desk/report/figures/reckoned?of=nonsense").with(CHIEF))
                .hasStatus(404);
        assertThat(mvc.get().uri("/desk/report/templates/none").with(CHIEF)).hasStatus(404);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsReason() {
        var file = new MockMultipartFile("file", "x.hwpx", "application/zip", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(mvc.post()
                        .uri("/desk/report/audits")
                        .multipart()
                        .file(file)
                        .with(CHIEF)
                        .with(csrf()))
                .hasStatus(422);
        var fine = new MockMultipartFile("file", "a.txt", "text/plain", "○ 보도 10건(신문 4건, 방송 6건)".getBytes());
        assertThat(mvc.post()
                        .uri("/desk/report/audits")
                        .multipart()
                        .file(fine)
                        .with(CHIEF)
                        .with(csrf()))
                .hasStatusOk();
        assertThat(mvc.post().uri("/desk/report/audits").with(CHIEF).with(csrf()))
                .hasStatus(422);
    }

    @Test
    void reportsAndFiguresAnswerAsJson() {
        assertThat(mvc.get().uri("/api/report/reports/" + id).with(CHIEF))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.report.state")
                .isEqualTo("INPUT");
        assertThat(mvc.get().uri("/api/report/figures").with(CHIEF))
                .hasStatusOk()
                .bodyText()
                .contains("office.teams");
        assertThat(mvc.get()
                        .uri("/api/report/figures/office.teams?from=2023-01-01&to=2023-05-31")
                        .with(CHIEF))
                .hasStatusOk();
    }
}
