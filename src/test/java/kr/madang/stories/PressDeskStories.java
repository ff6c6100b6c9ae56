package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** The press desk places a notice and has it paid, counts the papers of a month, and keeps its training. */
class PressDeskStories extends Story {
    private void press(String text) {
        page.locator("main button").getByText(text).last().click();
    }

    @Test
    void aNoticeIsPlacedProvedAndPaid() {
        signIn("press");
        go("/desk/press/advertising");
        look("press-placements");
        go("/desk/press/advertising/sums");
        look("press-placement-sums");
        go("/desk/press/advertising/new");
        page.locator("#outlet").selectOption(new SelectOption().setLabel("겨레마당신문"));
        page.locator("#title").fill("공유재산 대부 입찰 공고");
        page.locator("#fee").fill("많이");
        page.locator("#day").fill("2023-05-10");
        press("저장");
        assertThat(page.locator("#errors")).isVisible();
        page.locator("#fee").fill("1,100,000");
        page.locator("#line").selectOption(new SelectOption().setIndex(1));
        press("저장");
        press("게재됨으로 적기");
        look("press-placement");
        page.locator("#file").setInputFiles(new FilePayload("게재지.png", "image/png", new byte[] {1, 2, 3}));
        press("게재지 올리기");
        assertThat(page.locator(".facts")).containsText("게재지.png");
        press("지급함으로 적기");
        assertThat(page.locator(".facts")).containsText("지급");
    }

    @Test
    void papersAreCountedAndTrainingIsKept() {
        signIn("press");
        go("/desk/press/subscriptions?on=2023-05-31");
        assertThat(page.locator("main .figures")).containsText("2,308");
        look("press-subscriptions");
        page.locator("main tbody a").first().click();
        look("press-subscription");
        go("/desk/press/subscriptions/months/2023-06");
        page.locator("main details summary").getByText("지급 적기").first().click();
        look("press-subscription-month");
        page.locator("main details[open] input[name=billed]").fill("1");
        page.locator("main details[open] button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("까닭을 적어 주십시오");
        go("/desk/press/training");
        look("press-training");
        page.locator("main tbody a").first().click();
        look("press-training-one");
        go("/desk/press/training/booklets");
        look("press-booklets");
    }
}
