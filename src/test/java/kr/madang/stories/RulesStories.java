package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who decides what, and who decides while somebody is away. */
class RulesStories extends Story {
    @Test
    void theTableSaysWhoDecidesAndWhy() {
        signIn("clerk");
        go("/desk/approvals/delegations");
        look("approvals-delegations");
        page.locator("main select[name=task]").selectOption("spend");
        page.locator("main input[name=amount]").fill("60,000,000");
        page.locator("main form:has(select[name=task]) button").click();
        assertThat(page.locator("main")).containsText("국장 결재입니다");
        assertThat(page.locator("main")).containsText("별표 8-다");
        look("approvals-delegation-answer");
        page.locator("main input[name=amount]").fill("육천만");
        page.locator("main form:has(select[name=task]) button").click();
        assertThat(page.locator("#errors")).isVisible();
        signOut();
        signIn("admin");
        go("/desk/approvals/delegations/new");
        page.locator("main input[name=task]").fill("spend");
        page.locator("main input[name=title]").fill("예산 집행");
        page.locator("main input[name=basis]").fill("겹치는 기준");
        page.locator("main form:has(input[name=basis]) button[type=submit]").click();
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("main input[name=basis]")).hasValue("겹치는 기준");
        look("approvals-delegation-refused");
        page.locator("main input[name=task]").fill("visit");
        page.locator("main input[name=title]").fill("견학 승인");
        page.locator("main form:has(input[name=basis]) button[type=submit]").click();
        assertThat(page.locator("main")).containsText("견학 승인");
        var row = page.locator("main tbody tr:has-text(\"견학 승인\")");
        row.locator("summary").click();
        row.locator("button").click();
        assertThat(page.locator("main")).containsText("기준을 끝냈습니다");
    }

    @Test
    void aDeputySignsWhileTheLeaderIsAway() {
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Seoul")).toString();
        signIn("telecom");
        go("/desk/approvals/absences");
        look("approvals-absences-none");
        page.locator("main input[name=deputy]").fill("팀장");
        page.locator("main form:has(input[name=deputy]) button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("여럿");
        page.locator("main input[name=deputy]").fill("computing");
        page.locator("main input[name=last]").fill(today);
        page.locator("main form:has(input[name=deputy]) button[type=submit]").click();
        assertThat(page.locator("main tbody")).containsText("부재 중");
        look("approvals-absences");
        signOut();
        signIn("computing");
        go("/desk/approvals/inbox");
        page.locator("main tbody a")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("행정전화"))
                .first()
                .click();
        page.locator("main button[name=move][value=sign_for]").click();
        assertThat(page.locator("main")).containsText("대결");
        signOut();
        signIn("telecom");
        go("/desk/approvals/absences");
        page.locator("main tbody summary").first().click();
        page.locator("main tbody button").first().click();
        assertThat(page.locator("main")).containsText("부재를 취소했습니다");
    }
}
