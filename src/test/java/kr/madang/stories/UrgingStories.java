package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Somebody reminds the person his paper waits for, and somebody throws a draft away and thinks better of it. */
class UrgingStories extends Story {
    private static final String TEXT = "1. 안내판을 다음과 같이 바꾸고자 합니다.\n  가. 일시: 2026. 12. 1. 09:00\n  나. 장소: 본관 1층  끝.";

    private void draft(String title) {
        go("/desk/approvals/papers/new");
        page.locator("main input[name=title]").fill(title);
        page.locator("main textarea[name=text]").fill(TEXT);
        page.locator("main input[name=unittasktitle]").fill("청사 홍보물 관리");
        page.locator("main input[name=unittask]").fill("A1000042");
        decidedByTheChief();
        page.locator("main button[name=do][value=keep]").click();
        assertThat(page.locator("h1")).hasText(title);
    }

    private Locator row(String title) {
        return page.locator("main tbody tr", new Page.LocatorOptions().setHasText(title));
    }

    @Test
    void aPaperIsUrgedAndItsHolderSeesIt() {
        var title = "급히 바꿀 안내판";
        signIn("clerk");
        draft(title);
        page.locator("main button[name=move][value=submit]").click();
        assertThat(page.locator("main")).containsText("진행 중");
        page.locator("#urgewords").fill("내일 설치라 오늘까지 부탁드립니다.");
        look("urging-paper");
        page.locator("form[action$=reminders] button").click();
        assertThat(page.locator("main")).containsText("독촉했습니다.");
        assertThat(page.locator("main")).containsText("독촉 1회");
        assertThat(page.locator("form[action$=reminders]")).hasCount(0);
        look("urging-paper-done");
        signOut();
        signIn("planning");
        assertThat(page.locator("main")).containsText("독촉받은 문서");
        look("urging-desk");
        go("/desk/approvals/inbox?urged=yes");
        assertThat(page.locator("main tbody tr")).hasCount(1);
        assertThat(row(title)).containsText("독촉 1회");
        assertThat(row(title)).containsText("내일 설치라");
        look("urging-inbox");
        row(title).locator("a").click();
        page.locator("main button[name=move][value=sign]").click();
        go("/desk/approvals/inbox?urged=yes");
        assertThat(page.locator("main")).not().containsText(title);
        look("urging-inbox-none");
    }

    @Test
    void aDraftIsThrownAwayAndBroughtBack() {
        var title = "그만둘 안내판";
        signIn("clerk");
        draft(title);
        var paper = page.url();
        page.locator("main details.confirm summary").click();
        assertThat(page.locator("main details.confirm")).containsText("30일");
        look("discard-ask");
        page.locator("form[action$=discards] button").click();
        assertThat(page.locator("h1")).hasText("기안함");
        assertThat(row(title)).isVisible();
        look("discard-list");
        go(paper);
        assertThat(page.locator("main")).containsText("버림");
        look("discard-paper");
        page.locator("form[action$=restorations] button").click();
        assertThat(page.locator("main")).containsText("되살렸습니다.");
        go("/desk/approvals/mine");
        assertThat(row(title)).isVisible();
    }

    @Test
    void whatWasTypedIsThrownAwayAndBroughtBack() {
        signIn("clerk");
        go("/desk/approvals/papers/new");
        page.locator("#title").fill("쓰다 만 안내판");
        page.locator("button[name=do][value=check]").click();
        page.waitForLoadState();
        go("/desk/approvals/papers/new");
        var left = page.locator(".unsaved li", new Page.LocatorOptions().setHasText("쓰다 만 안내판"));
        left.locator("summary").click();
        look("discard-buffer-ask");
        left.locator("form[action*=buffers] button").click();
        assertThat(page.locator("main")).containsText("기안함 > 버린 것");
        go("/desk/approvals/mine/discarded");
        look("discard-buffers");
        page.locator(".unsaved li", new Page.LocatorOptions().setHasText("쓰다 만 안내판"))
                .locator("button")
                .click();
        assertThat(page.locator("#title")).hasValue("쓰다 만 안내판");
    }
}
