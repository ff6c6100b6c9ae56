package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FrontDoorStories extends Story {
    @Test
    void aVisitorReadsWhatMadangIs() {
        go("/");
        assertThat(page.locator("h1")).containsText("업무보고");
        look("landing");
    }

    @Test
    void aVisitorFindsWhatToTry() {
        go("/");
        page.locator("main").getByText("둘러보기").click();
        assertThat(page.locator("h1")).hasText("둘러보기");
        look("try");
    }

    @Test
    void everyTagStandsOnTheStylePage() {
        go("/style");
        assertThat(page.locator("h1")).isVisible();
        look("style");
        assertThat(page.locator("img:not([alt])").count()).isZero();
    }

    @Test
    void somebodyReadsJapaneseAndStaysOnThePage() {
        go("/style?page=2");
        page.locator(".languages summary").click();
        page.getByText("日本語").click();
        assertThat(page).hasURL(Pattern.compile(".*/style\\?page=2$"));
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page.locator(".pager").first()).containsText("次へ");
        go("/");
        look("landing-ja");
    }

    @Test
    void aWrongAddressIsExplained() {
        assertThat(go("/nowhere").status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("찾을 수 없습니다");
        look("error");
    }

    @Test
    void theFirstTabStopSkipsToTheContent() {
        go("/");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("본문 바로가기");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#content$"));
    }

    @Test
    void aVisitorSignsInAndOut() {
        typePassword("chief");
        assertThat(page.locator("h1")).hasText("내 책상");
        look("desk");
        signOut();
        go("/desk");
        assertThat(page.locator("input[name=password]")).isVisible();
    }

    @Test
    void theDeskMenuIsWalkedWithTheKeyboardAlone() {
        typePassword("admin");
        var links = page.locator("#menu li a");
        links.first().focus();
        for (int i = 1; i < links.count(); i++) {
            page.keyboard().press("Tab");
            assertThat(links.nth(i)).isFocused();
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("#menu [aria-current=page]")).hasCount(1);
    }

    @Test
    void onAPhoneTheMenuOpensOverThePageAndCloses() {
        typePassword("chief");
        page.setViewportSize(390, 844);
        var menu = page.locator("#menu");
        assertThat(menu).isHidden();
        page.locator(".menu-open").click();
        assertThat(menu).isVisible();
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target/stories/menu-phone.png")));
        axe();
        page.keyboard().press("Escape");
        assertThat(menu).isHidden();
    }

    @Test
    void everyTargetOnAPhoneIsAsLargeAsAFinger() {
        go("/style");
        page.setViewportSize(390, 844);
        var small = page
                .locator(
                        ".krds-btn:visible, .krds-input:visible, .krds-form-select:visible, summary:visible, .page-link:visible")
                .all()
                .stream()
                .filter(target -> target.boundingBox().height < 43.9)
                .map(Locator::textContent)
                .toList();
        assertThat(small).isEmpty();
    }

    @Test
    void aFormPressedTwiceIsSentOnceAndLeavingItUnsentIsAsked() {
        go("/style");
        page.locator("#title").fill("아직 저장하지 않은 글");
        var asked = new java.util.ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.locator(".brand").click();
        page.waitForURL(url -> !url.contains("/style"));
        assertThat(asked).containsExactly("beforeunload");
    }

    @Test
    void whatWasTypedSurvivesALostSession() {
        go("/style");
        page.locator("#title").fill("오래 걸려 쓴 제목");
        page.context().clearCookies();
        page.locator("#forms ~ form button.primary").click();
        assertThat(page.locator("h1")).hasText("로그인이 끝났습니다");
        assertThat(page.locator(".typed")).containsText("오래 걸려 쓴 제목");
        look("lost-session");
    }
}
