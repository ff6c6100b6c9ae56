package kr.madang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Someone looks for something in the whole house, and keeps the dictionary. */
class SearchStories extends Story {
    private void ready(String query) {
        for (int i = 0; i < 400; i++) {
            go("/desk/search?q=" + query);
            if (page.locator(".seek-hits > li").count() > 0) return;
            page.waitForTimeout(300);
        }
    }

    @Test
    void aClerkFindsAPaperFromAnyPageAndNarrowsIt() {
        signIn("chief");
        ready("홍보");
        go("/desk");
        look("search-head");
        page.keyboard().press("/");
        page.keyboard().type("홍보 계획");
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/search?**");
        assertThat(page.locator(".seek-hits > li").count()).isGreaterThan(0);
        assertThat(page.locator(".seek-hits mark").count()).isGreaterThan(0);
        page.locator(".seek-side a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("결재문서"))
                .click();
        assertThat(page.locator(".seek-side nav").count()).isGreaterThan(2);
        look("search-results");
        page.locator(".seek-title a").first().click();
        assertThat(page.url()).contains("/desk/approvals/papers/");
        go("/desk/search?q=ghdqh");
        assertThat(page.locator(".seek-others").innerText()).contains("홍보");
        look("search-nothing");
        go("/desk/search");
        look("search-start");
    }

    @Test
    void anAdministratorSeesWhatAWordWouldTurnRound() {
        signIn("admin");
        go("/desk/search/words?text=꿈나무영등포와+비급여+진료비");
        look("search-words");
        go("/desk/search/words/trial?word=업무상&parts=업 무상");
        look("search-trial");
    }
}
