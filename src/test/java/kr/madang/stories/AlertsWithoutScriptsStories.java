package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlertsWithoutScriptsStories extends Story {
    @Override
    protected Browser.NewContextOptions options() {
        return super.options().setJavaScriptEnabled(false);
    }

    @Test
    void anAlertIsWrittenFromAStandardSentenceWithoutScripts() {
        signIn("planning");
        go("/desk/notices/alerts/new");
        page.locator("#standard").selectOption("heat.warning");
        page.locator("button[name=do][value=standard]").click();
        assertThat(page.locator("#text")).hasValue(Pattern.compile("폭염경보"));
        assertThat(page.locator("#preview")).containsText("157");
        page.locator("#text").fill("[영등포구] 오늘 14시 관내에 폭염경보가 발령되었습니다. 물을 자주 드세요.");
        page.locator("button[name=do][value=preview]").click();
        assertThat(page.locator("#preview .phone-text")).containsText("오늘 14시");
        page.locator("main form.wide button:has-text('저장')").click();
        assertThat(page.locator("h1")).hasText("폭염 폭염경보");
    }

    @Test
    void aTreeGrowsRungByRungWithoutScripts() {
        signIn("planning");
        go("/desk/notices/trees/new");
        page.locator("#name").fill("새벽 제설반 " + System.nanoTime());
        page.locator("#title0").fill("제설 담당");
        page.locator("#people0 input").first().check();
        page.locator("button[name=do][value=more]").click();
        assertThat(page.locator("#title0")).hasValue("제설 담당");
        assertThat(page.locator("#people0 input").first()).isChecked();
        page.locator("#title1").fill("팀장");
        page.locator("main form.wide button:has-text('저장')").click();
        assertThat(page.locator("#errors")).isVisible();
        page.locator("#people1 input").nth(1).check();
        page.locator("main form.wide button:has-text('저장')").click();
        assertThat(page.locator("main")).containsText("새벽 제설반");
        page.locator("main section.card:has-text('새벽 제설반') summary").click();
        page.locator("main section.card:has-text('새벽 제설반') .confirm button").click();
        assertThat(page.locator("main")).not().containsText("새벽 제설반");
    }
}
