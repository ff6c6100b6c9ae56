package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The drafting form does the same without scripts, one step more at a time. */
class DraftingWithoutScriptsStories extends Story {
    @Override
    protected Browser.NewContextOptions options() {
        return super.options().setJavaScriptEnabled(false);
    }

    private void press(String step) {
        page.locator("button[name=do][value='" + step + "']").first().click();
    }

    /** More than a server usually takes in one form. */
    private static FilePayload[] many() {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new FilePayload("자료 " + n + ".txt", "text/plain", new byte[] {'a', (byte) ('0' + n)}))
                .toArray(FilePayload[]::new);
    }

    @Test
    void peopleAreFoundFilesGoUpAndNothingTypedIsLost() {
        signIn("clerk");
        go("/desk/approvals/papers/new");
        page.locator("#title").fill("손으로 쓰는 계획");
        page.locator("#text").fill("1. 하나\n2. 둘\n\n붙임  견적서 1부.  끝.");
        page.locator("#q").fill("언론팀장");
        press("people");
        page.locator("#people li")
                .filter(new Locator.FilterOptions().setHasText("언론팀장"))
                .locator("button[value^='add.concur:']")
                .click();
        assertThat(page.locator("#line-editor .line-row")).hasCount(3);
        assertThat(page.locator("#title")).hasValue("손으로 쓰는 계획");
        page.locator("#files")
                .setInputFiles(new FilePayload("견적서.txt", "text/plain", "금10,000원".getBytes(StandardCharsets.UTF_8)));
        press("attach");
        assertThat(page.locator(".files li")).hasCount(1);
        page.locator("#files").setInputFiles(many());
        press("attach");
        assertThat(page.locator(".files li")).hasCount(61);
        press("gist");
        page.locator("#unittasktitle").fill("청사 홍보물 관리");
        page.locator("#unittask").fill("짧다");
        press("keep");
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator(".files li")).hasCount(61);
        page.locator("#unittask").fill("A1000042");
        press("keep");
        assertThat(page.locator("h1")).hasText("손으로 쓰는 계획");
        assertThat(page.locator(".files")).containsText("견적서.txt");
        assertThat(page.locator("main")).containsText("언론팀장");
    }
}
