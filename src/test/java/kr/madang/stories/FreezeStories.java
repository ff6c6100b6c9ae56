package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A report is frozen through the gate: asked for by a team, decided by the chief on his phone, and what he decides happens to the report. */
class FreezeStories extends Story {
    private static final int WIDE = 1280;
    private static final int PHONE = 390;

    /** @return address of a report in review */
    private String inReview(String title) {
        signIn("chief");
        go("/desk/report/reports/new?template=2023");
        page.locator("input[name=title]").fill(title);
        page.locator("input[name=asOf]").fill("2023-05-31");
        page.locator("main form[action$=reports] button[type=submit]").last().click();
        var report = page.url();
        button("팀 작성 열기").click();
        button("검토로 넘기기").click();
        assertThat(page.locator("main .badge").first()).hasText("검토");
        signOut();
        return report;
    }

    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private Locator act(String move) {
        return page.locator("main button[name=move][value=" + move + "]");
    }

    /** The team asks and sends the paper on its way. */
    private void asked(String report, String title) {
        signIn("planning");
        go(report);
        page.locator("main details.confirm summary").first().click();
        page.locator("main details.confirm button").first().click();
        assertThat(page.locator("h1")).hasText(title + " 확정");
        assertThat(page.locator("main .paper")).containsText("확정 해시");
        act("submit").click();
        assertThat(page.locator("main")).containsText("진행 중");
        go(report);
        assertThat(page.locator("main")).containsText("확정 결재가 진행 중입니다");
        signOut();
    }

    /** On a phone: the item in the inbox, and what it is about before anything is signed. */
    private void opensOnThePhone(String title, String picture) {
        signIn("chief");
        page.setViewportSize(PHONE, 844);
        go("/desk/approvals/inbox");
        var item = page.locator("main tbody tr", new Page.LocatorOptions().setHasText(title + " 확정"));
        assertThat(item).containsText("결재");
        assertThat(item).containsText("수치와 내용을");
        item.locator("a").scrollIntoViewIfNeeded();
        assertThat(item.locator("a")).isInViewport();
        look(picture + "-inbox");
        page.setViewportSize(PHONE, 844);
        item.locator("a").click();
        assertThat(page.locator("main .paper.official")).containsText("기준일: 2023. 5. 31.");
        assertThat(page.locator("main .paper.official")).containsText("고치려면 새 보고서를");
        assertThat(act("sign")).isVisible();
        assertThat(page.locator("main a[href^='/desk/report/reports/']").first())
                .isVisible();
        look(picture + "-paper");
        page.setViewportSize(PHONE, 844);
    }

    /** What the decision brings comes through the outbox, a moment later. */
    private void becomes(String report, String state) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            go(report);
            if (page.locator("main .badge").first().innerText().strip().equals(state)) return;
            Thread.sleep(100);
        }
        assertThat(page.locator("main .badge").first()).hasText(state);
    }

    @Test
    void aReportIsFrozenBySigningOnThePhone() throws Exception {
        var title = "확정할 주요업무 보고";
        var report = inReview(title);
        asked(report, title);
        opensOnThePhone(title, "freeze");
        page.locator("main a[href^='/desk/report/reports/']").first().click();
        assertThat(page.locator("main .paper")).isVisible();
        page.goBack();
        act("sign").click();
        assertThat(page.locator("main")).containsText("결재 완료");
        becomes(report, "확정");
        assertThat(page.locator(".hash")).containsText("확정한 그대로입니다");
        page.setViewportSize(WIDE, 900);
        look("freeze-frozen");
        go(report + "/steps");
        assertThat(page.locator("main")).containsText("홍보미디어과-");
        go("/desk/approvals/inbox");
        assertThat(page.locator("main")).not().containsText(title);
    }

    @Test
    void aReportSentBackLiesOpenWithTheWords() throws Exception {
        var title = "되돌아올 주요업무 보고";
        var words = "12쪽 표의 합계를 다시 보십시오.";
        var report = inReview(title);
        asked(report, title);
        opensOnThePhone(title, "freeze-back");
        act("return").click();
        assertThat(page.locator("#errors, main .alert").first()).isVisible();
        page.locator("main textarea[name=words]").fill(words);
        act("return").click();
        assertThat(page.locator("main")).containsText("반려");
        page.setViewportSize(WIDE, 900);
        signOut();
        signIn("planning");
        becomes(report, "검토");
        assertThat(page.locator("main .alert").first()).containsText(words);
        look("freeze-sent-back");
        go(report + "/steps");
        assertThat(page.locator("main")).containsText(words);
        go("/desk/approvals/mine");
        assertThat(page.locator("main tbody")).containsText(title);
        signOut();
        signIn("chief");
        go(report + "/pages");
        page.locator("main td a", new Page.LocatorOptions().setHasText("쓰기"))
                .first()
                .click();
        assertThat(page.locator("textarea[name=text]")).isEditable();
        askedAgain(report, title);
    }

    /** Asked again, the new paper stands in the place of the old one. */
    private void askedAgain(String report, String title) {
        signOut();
        asked(report, title);
        assertThat(page.url()).doesNotContain("/desk");
    }
}
