package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The press officer finds what was written, puts right what the program took wrongly and claims a correction. */
class CoverageStories extends Story {
    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private void openFirst() {
        page.locator("main tbody th a").first().click();
    }

    @Test
    void anOfficerReadsCoverageAndPutsItRight() {
        signIn("press");
        go("/desk/press/coverage");
        assertThat(page.locator("h1")).hasText("언론보도");
        look("coverage-list");
        go("/desk/press/coverage?tier=REGIONAL_ONLINE&from=2023-05-01&to=2023-05-31&leaders=true");
        look("coverage-list-narrow");
        openFirst();
        assertThat(page.locator("#group")).containsText("같은 이야기");
        look("coverage-article");
        page.locator("#tone-NEGATIVE").check();
        button("논조 남기기").click();
        assertThat(page.locator("main .alert").first()).containsText("논조를 남겼습니다");
        var article = page.url();
        signOut();
        signIn("planning");
        go(article);
        page.locator("#tone-POSITIVE").check();
        button("논조 남기기").click();
        go(article);
        page.locator("#tags").fill("복지, #어르신");
        page.locator("form", new Page.LocatorOptions().setHas(page.locator("#tags")))
                .locator("button")
                .click();
        assertThat(page.locator("#reading").locator("..")).containsText("#어르신");
        look("coverage-article-read");
    }

    @Test
    void aPageOfAPaperIsEnteredByHandAndAClaimFollows() {
        signIn("press");
        go("/desk/press/coverage/new?kind=PAPER");
        page.locator("#title").fill("영등포구 예산 ‘두 배’로 늘었다");
        page.locator("#day").fill("2026-11-01");
        look("coverage-entry");
        button("저장").click();
        assertThat(page.locator("#errors")).containsText("매체를 골라");
        look("coverage-entry-refused");
        page.locator("#outlet").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(3));
        page.locator("#page").fill("A%d".formatted(System.nanoTime() % 90_000));
        button("저장").click();
        assertThat(page.locator("h1")).hasText("영등포구 예산 ‘두 배’로 늘었다");
        page.getByText("정정보도 청구 작성").click();
        page.locator("#wrong").fill("예산이 두 배로 늘었다.");
        page.locator("#right").fill("예산은 3.1% 늘었다(2026년도 세입세출예산서).");
        look("coverage-correction-draft");
        button("저장").click();
        assertThat(page.locator("main .alert").nth(1)).containsText("청구 기한");
        page.locator("#to").selectOption("SENT");
        button("저장").click();
        page.locator("#to").selectOption("RECEIVED");
        button("저장").click();
        assertThat(page.locator("main .alert").nth(1)).containsText(Pattern.compile("매체의 답변 기한: 3일 남음"));
        look("coverage-correction");
        go("/desk/press/corrections");
        look("coverage-corrections");
    }

    @Test
    void theSumsOfTheYearAreShown() {
        signIn("chief");
        go("/desk/press/coverage/statistics?from=2023-01-01&to=2023-05-31");
        assertThat(page.locator(".figure-card").first()).containsText("6,547");
        look("coverage-statistics");
        go("/desk/press/issues?day=2023-05-24&hour=17&word=%EC%98%81%EB%93%B1%ED%8F%AC%EA%B5%AC");
        look("coverage-issues");
        go("/desk/press/coverage/hosts");
        look("coverage-hosts");
        go("/desk/press/coverage?q=nothing-like-this");
        look("coverage-none");
    }

    @Test
    void aSourceIsAddedAndNeverLeadsIntoTheOffice() {
        signIn("admin");
        go("/desk/press/sources");
        look("coverage-sources");
        go("/desk/press/sources/new");
        var name = "동네신문 피드 " + System.nanoTime() % 1_000_000;
        page.locator("#name").fill(name);
        page.locator("#address").fill("http://127.0.0.1/rss.xml");
        look("coverage-source-new");
        button("저장").click();
        page.locator("main tbody").getByText(name).click();
        button("지금 읽기").click();
        assertThat(page.locator("main .alert").first()).containsText("접속이 허용되지 않는 주소");
        look("coverage-source");
    }
}
