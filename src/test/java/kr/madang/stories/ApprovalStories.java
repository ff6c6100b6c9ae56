package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A paper goes from the draft over its signatures to its number. */
class ApprovalStories extends Story {
    private static final String TEXT =
            "1. 관련: 홍보미디어과-1234(2026. 11. 2.)\n2. 위와 관련하여 청사 안내판을 다음과 같이 바꾸고자 합니다.\n  가. 일시: 2026. 12. 1. 09:00\n  나. 장소: 본관 1층  끝.";

    private void draft(String title) {
        go("/desk/approvals/papers/new");
        page.locator("main input[name=title]").fill(title);
        page.locator("main textarea[name=text]").fill(TEXT);
        page.locator("main input[name=unittasktitle]").fill("청사 홍보물 관리");
        page.locator("main input[name=unittask]").fill("A1000042");
        decidedByTheChief();
    }

    private void keep() {
        page.locator("main button[name=do][value=keep]").click();
    }

    private Locator act(String move) {
        return page.locator("main button[name=move][value=" + move + "]");
    }

    private void openFromInbox(String title) {
        go("/desk/approvals/inbox");
        page.locator("main tbody a").getByText(title).click();
    }

    @Test
    void aDraftIsReviewedApprovedAndNumbered() {
        var title = "청사 안내판 교체 계획";
        signIn("clerk");
        go("/desk/approvals/inbox");
        look("approvals-inbox-none");
        draft(title);
        look("approvals-draft");
        keep();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("main dl")).containsText("안내판");
        act("submit").click();
        assertThat(page.locator("main")).containsText("진행 중");

        signOut();
        signIn("planning");
        openFromInbox(title);
        look("approvals-paper-review");
        act("sign").click();
        assertThat(page.locator("main")).containsText("서명했습니다.");

        signOut();
        signIn("chief");
        go("/desk/approvals/inbox");
        look("approvals-inbox");
        openFromInbox(title);
        act("sign").click();
        assertThat(page.locator("main")).containsText(Pattern.compile("홍보미디어과-[0-9]+"));
        assertThat(page.locator("main")).containsText("결재 완료");
        look("approvals-paper-approved");
        assertThat(page.locator("main button[name=move]")).hasCount(0);
        go("/desk/approvals/papers?q=안내판");
        look("approvals-papers");
    }

    @Test
    void aReturnedPaperIsDraftedAnew() {
        var title = "현수막 게시대 정비 계획";
        signIn("clerk");
        draft(title);
        keep();
        act("submit").click();
        signOut();
        signIn("planning");
        openFromInbox(title);
        act("return").click();
        assertThat(page.locator("#errors, main .alert").first()).isVisible();
        page.locator("main textarea[name=words]").fill("장소를 다시 정하세요.");
        act("return").click();
        assertThat(page.locator("main")).containsText("반려");
        signOut();
        signIn("clerk");
        go("/desk/approvals/mine");
        page.locator("main tbody a").getByText(title).click();
        assertThat(page.locator("main")).containsText("장소를 다시 정하세요.");
        page.locator("main form[action$=redrafts] button").click();
        page.locator("main textarea[name=text]").fill(TEXT.replace("본관 1층", "별관 2층"));
        keep();
        act("submit").click();
        assertThat(page.locator("main")).containsText("진행 중");
        assertThat(page.locator("main .paper")).containsText("별관 2층");
    }

    @Test
    void aDraftThatCannotBeKeptComesBackWithAllThatWasTyped() {
        signIn("clerk");
        draft("겨울철 홍보 계획");
        page.locator("main input[name=unittask]").fill("짧다");
        keep();
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("main textarea[name=text]")).hasValue(Pattern.compile("본관 1층"));
        look("approvals-draft-refused");
    }
}
