package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** Keys, alerts and addresses of officers in a browser without scripts. */
class SinglesWithoutScriptsStories extends Story {
    @Override
    protected Browser.NewContextOptions options() {
        return super.options().setJavaScriptEnabled(false);
    }

    @Test
    void aKeyIsMadeAndRevokedAndAnOfficerChoosesWhatHeIsTold() {
        signIn("admin");
        go("/desk/notices/keys/new");
        page.locator("#name").fill("스크립트 없는 연계");
        page.locator("#purpose").fill("시험");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#token")).isVisible();
        page.locator("main a.krds-btn").last().click();
        page.locator("#why").fill("끝");
        page.locator("main form[action$='/revocation'] button").click();
        assertThat(page.locator("main .alert.danger")).containsText("폐기했습니다");
        go("/desk/notices/mine");
        page.locator("input[name=desk]").first().check();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("input[name=desk]").first()).isChecked();
        go("/desk/notices/officers?q=chief");
        assertThat(page.locator("main tbody")).containsText("010-****-");
        page.locator("main tbody a").first().click();
        page.locator("#phone").fill("010-0000-4242");
        page.locator("main form button[type=submit]").click();
        go("/desk/notices/officers?q=chief");
        assertThat(page.locator("main tbody")).containsText("010-****-4242");
        go("/desk/notices/singles?days=365&use=API");
        assertThat(page.locator("main .empty")).isVisible();
    }
}
