package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ReportStories extends Story {
    private static final Path REAL = Path.of("..", "shared", "seeds", "report-2023.txt");

    private void openReportOf(String year) {
        go("/desk/report/reports");
        page.locator("main td a", new Page.LocatorOptions().setHasText(year + "년 주요업무 보고"))
                .last()
                .click();
        assertThat(page.locator(".paper")).isVisible();
        page.waitForLoadState();
    }

    @Test
    void theChiefFindsTheRowsBehindTheExecutionRate() {
        signIn("chief");
        go("/desk/report/reports");
        look("reports");
        openReportOf("2023");
        look("report-2023");
        page.locator(".paper a", new Page.LocatorOptions().setHasText("40.9"))
                .first()
                .click();
        assertThat(page.locator("h1")).hasText("집행률");
        assertThat(page.locator(".figure-card").first()).containsText("40.9");
        assertThat(page.locator("main table tbody tr").first()).isVisible();
        look("figure-rate");
        var file = page.waitForDownload(() -> page.locator(".exports a").first().click());
        assertThat(file.suggestedFilename()).endsWith(".csv");
    }

    @Test
    void everyReportComesInFourFormats() {
        signIn("chief");
        openReportOf("2023");
        for (var format : new String[] {"HTML", "PDF", "HWPX", "XLSX"}) {
            var file = page.waitForDownload(
                    () -> page.locator(".page-actions a", new Page.LocatorOptions().setHasText(format))
                            .click());
            assertThat(file.failure()).isNull();
            assertThat(file.suggestedFilename()).endsWith(format.toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void anIssuedReportShowsItsNumberAndItsSeal() {
        signIn("auditor");
        openReportOf("2013");
        assertThat(page.locator("main")).containsText("2013-0001호");
        assertThat(page.locator(".hash")).containsText("확정한 그대로입니다");
        look("report-2013");
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("달라진 수치")).click();
        look("report-differences");
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("처리 경과")).click();
        look("report-steps");
        assertThat(page.locator("form[action$=issue]").count()).isZero();
    }

    @Test
    void aTeamWritesItsPageAndSeesItPrinted() {
        signIn("chief");
        go("/desk/report/reports/new?template=2023");
        look("report-new");
        page.locator("input[name=title]").fill("2023년 하반기 시험 보고");
        page.locator("input[name=asOf]").fill("2023-05-31");
        page.locator("main form[action$=reports] button[type=submit]").last().click();
        var report = page.url();
        page.locator("button", new Page.LocatorOptions().setHasText("팀 작성 열기")).click();
        assertThat(page.locator("main")).containsText("팀 작성");
        go(report + "/pages");
        look("report-pages");
        page.context().clearCookies();
        signIn("press");
        go(report + "/pages");
        page.locator("main td a", new Page.LocatorOptions().setHasText("홍보기능 강화"))
                .first()
                .click();
        var text = page.locator("textarea[name=text]");
        text.fill(text.inputValue() + "\n○ 새로 적은 줄 {press.releases @누계}건, 손으로 적은 1,234건");
        assertThat(page.locator("#preview")).containsText("새로 적은 줄");
        assertThat(page.locator("#preview .said")).containsText("1,234건");
        look("report-write");
        page.locator("button", new Page.LocatorOptions().setHasText("저장"))
                .first()
                .click();
        assertThat(page.locator(".alert.success").first()).containsText("2판");
        page.locator("details summary", new Page.LocatorOptions().setHasText("저장된 판"))
                .click();
        page.locator("details a", new Page.LocatorOptions().setHasText("1판")).click();
        assertThat(page.locator(".diff ins").first()).containsText("새로 적은 줄");
        look("report-version");
        go(report + "/comments");
        page.locator("textarea[name=body]").fill("수치를 다시 볼 것");
        page.locator("main form[action$=comments] button").click();
        assertThat(page.locator("article.card")).containsText("수치를 다시 볼 것");
        look("report-comments");
    }

    @Test
    void figuresTemplatesAndHelpCanBeRead() {
        signIn("admin");
        go("/desk/report/figures");
        look("figures");
        go("/desk/report/templates");
        look("templates");
        go("/desk/report/templates/2023");
        look("template-2023");
        go("/desk/report/writing");
        look("writing");
    }

    @Test
    void anOldReportIsCheckedAndForgotten() throws Exception {
        signIn("chief");
        go("/desk/report/audits");
        var wrong = "예산현황\n구분 | 금액\n계 | 100\n가 | 30\n나 | 60\n○ 언론보도 실적: 10건(신문 4건, 방송 5건)\n";
        upload("hand.txt", wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("main h2").first()).hasText("hand.txt");
        upload("broken.hwp", new byte[] {1, 2, 3, 4, 5});
        assertThat(page.locator(".form-group")).containsText(Pattern.compile("\\S{5,}"));
        look("audit-refused");
    }

    @Test
    void theRealReportOf2023HasThreeOddRates() throws Exception {
        Assumptions.assumeTrue(Files.exists(REAL), "the original text is not here");
        signIn("chief");
        go("/desk/report/audits");
        upload("report-2023.txt", Files.readAllBytes(REAL));
        assertThat(page.locator("main tbody tr")).hasCount(3);
        for (var rate : new String[] {"33.1", "33.9", "49.1"})
            assertThat(page.locator("main tbody")).containsText(rate);
        look("audit-2023");
    }

    private void upload(String name, byte[] bytes) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        page.locator("main form button[type=submit]").click();
        page.waitForLoadState();
    }
}
