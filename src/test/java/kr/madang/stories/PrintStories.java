package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A paper is handed over as a file, and its card tells how it came about. */
class PrintStories extends Story {
    private static final String TEXT = """
            1. 관련: 홍보미디어과-1234(2026. 11. 2.)
            2. 위와 관련하여 청사 방문객 안내를 다음과 같이 하고자 하오니 검토하여 주시기 바랍니다.
              가. 일시: 2026. 12. 1. 09:00
              나. 장소: 본관 1층
                1) 안내대 2곳
                2) 무인 안내기 1대
            | 구분 | 수량 | 금액(원) |
            |---|---|---|
            | 안내대 | 2 | 80,000 |

            붙임  배치도 1부.  끝.""";

    private void draft(String title) {
        go("/desk/approvals/papers/new");
        page.locator("main input[name=title]").fill(title);
        page.locator("main textarea[name=text]").fill(TEXT);
        page.locator("main input[name=unittasktitle]").fill("청사 홍보물 관리");
        page.locator("main input[name=unittask]").fill("A1000042");
        decidedByTheChief();
        keep();
    }

    private void keep() {
        page.locator("main button[name=do][value=keep]").click();
    }

    private Locator act(String move) {
        return page.locator("main button[name=move][value=" + move + "]");
    }

    private void find(String title) {
        go("/desk/approvals/papers?q=" + title);
        page.locator("main tbody a").getByText(title).first().click();
    }

    private void tab(String name) {
        page.locator("main nav.tabs a").getByText(name).click();
    }

    @Test
    void anApprovedPaperIsTakenAlongInFourForms() throws IOException {
        var title = "청사 방문객 안내 계획";
        signIn("clerk");
        draft(title);
        act("submit").click();
        look("print-paper-running");
        assertThat(page.locator("main .sheet-note")).hasText("결재 전 문서");
        signOut();
        signIn("planning");
        find(title);
        act("sign").click();
        signOut();
        signIn("chief");
        find(title);
        page.locator("main textarea[name=words]").fill("차질 없이 추진하세요.");
        act("sign").click();
        assertThat(page.locator("main .sheet-foot").first()).containsText(Pattern.compile("홍보미디어과-[0-9]+"));
        assertThat(page.locator("main .seats")).containsText("차질 없이 추진하세요.");
        look("print-paper-approved");
        for (var form : List.of("보존용 PDF", "한글(HWPX)", "텍스트")) {
            var file = page.waitForDownload(
                    () -> page.locator("main .downloads a").getByText(form).click());
            assertThat(file.suggestedFilename()).startsWith("홍보미디어과-").contains("청사_방문객_안내_계획");
            assertThat(Files.size(file.path())).isGreaterThan(500);
            if (form.equals("텍스트"))
                assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                        .contains("| 안내대 | 2 | 80,000 |");
        }
        page.locator("main .downloads a").getByText("웹 문서(HTML)").click();
        assertThat(page.locator("h1")).containsText(title);
        look("print-html");
    }

    @Test
    void theCardOfARedraftedPaperShowsWhatChangedAndWhoLooked() throws IOException {
        var title = "청사 안내대 설치 계획";
        signIn("clerk");
        draft(title);
        act("submit").click();
        signOut();
        signIn("planning");
        find(title);
        page.locator("main textarea[name=words]").fill("장소를 다시 정하세요.");
        act("return").click();
        signOut();
        signIn("clerk");
        find(title);
        page.locator("main form[action$=redrafts] button").click();
        page.locator("main textarea[name=text]").fill(TEXT.replace("본관 1층", "별관 2층"));
        keep();
        act("submit").click();
        tab("문서관리카드");
        assertThat(page.locator("main .alert.success")).containsText("카드에 이상이 없습니다.");
        assertThat(page.locator("main .redline del").first()).containsText("본관");
        assertThat(page.locator("main .redline ins").first()).containsText("별관");
        page.locator("main .card-chain summary").getByText("기록의 증거").first().click();
        look("print-card");
        var file = page.waitForDownload(
                () -> page.locator("main a").getByText("카드 내려받기").click());
        assertThat(Files.readString(file.path(), StandardCharsets.UTF_8)).contains("madang.card.1");
        page.locator("main .card-kin a").getByText("재기안 전 문서").click();
        assertThat(page.locator("main blockquote")).containsText("장소를 다시 정하세요.");
        tab("열람기록");
        assertThat(page.locator("main tbody tr").first()).isVisible();
        look("print-looks");
        var looks = page.url();
        signOut();
        signIn("planning");
        go(looks);
        assertThat(page.locator("main .empty")).isVisible();
        look("print-looks-closed");
    }
}
