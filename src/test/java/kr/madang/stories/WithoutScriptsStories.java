package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

class WithoutScriptsStories extends Story {
    @Override
    protected Browser.NewContextOptions options() {
        return super.options().setJavaScriptEnabled(false);
    }

    @Test
    void somebodyWithoutScriptsSignsInOpensTheMenuAndLeaves() {
        signIn("press");
        page.setViewportSize(390, 844);
        page.locator(".menu-open").click();
        assertThat(page.locator("#menu")).isVisible();
        page.locator(".side-close").click();
        assertThat(page.locator("#menu")).isHidden();
        signOut();
        assertThat(page.locator("h1")).isVisible();
    }
}
