package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** Without scripts no browser can be told, so nothing is said of it. */
class BrowserWithoutScriptsStories extends Story {
    @Override
    protected Browser.NewContextOptions options() {
        return super.options().setJavaScriptEnabled(false);
    }

    @Test
    void theWayIsNotOffered() {
        go("/notices/subscribe");
        assertThat(page.locator("#channel-PUSH")).isHidden();
        assertThat(page.locator("#channel-SMS")).isVisible();
        assertThat(page.locator("[data-push-say]")).isHidden();
        assertThat(page.getByText("인증번호 받기")).isVisible();
        assertThat(page.locator("main [data-push-own]").first()).isHidden();
        assertThat(page.locator("main [data-push-own]").last()).isHidden();
        go("/notices/my");
        assertThat(page.locator("[data-push=have]")).isHidden();
    }
}
