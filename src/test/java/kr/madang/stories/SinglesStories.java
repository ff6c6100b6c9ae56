package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages to one person: a code for a resident, a key for another program, and news for the chief who has a paper to sign. */
class SinglesStories extends Story {
    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    @Test
    void aCodeForAResidentStandsAmongTheSingles() throws Exception {
        go("/notices/my");
        page.locator("main form[action='/notices/my/asking']").waitFor();
        go("/notices/subscribe");
        page.locator("#address").fill("010-0999-3187");
        page.locator("#agree-true").check();
        page.getByText("인증번호 받기").click();
        assertThat(page.locator("main")).containsText("010-****-3187");
        go("/notices/letterbox");
        assertThat(page.locator("main")).containsText("010-****-3187");
        look("notices-letterbox-code");
        signIn("planning");
        for (int i = 0; i < 100; i++) {
            go("/desk/notices/singles?q=3187");
            if (page.locator("main tbody .badge.success").count() > 0) break;
            Thread.sleep(100);
        }
        assertThat(page.locator("main tbody .badge.success")).hasText("도착");
        assertThat(page.locator("main")).containsText("인증번호");
        look("notices-singles");
        go("/desk/notices/phone?to=3187");
        assertThat(page.locator("#inbox .bubble").first()).isVisible();
        go("/desk/notices/singles?q=0000-no-such");
        assertThat(page.locator("main .empty")).isVisible();
        look("notices-singles-none");
    }

    @Test
    void anotherProgramSendsWithATestKey() throws Exception {
        signIn("planning");
        go("/desk/notices/keys");
        look("notices-keys-none");
        page.getByText("인증키 만들기").first().click();
        page.locator("#name").fill("새올 민원 처리 알림");
        page.locator("#purpose").fill("민원이 처리되면 신청한 주민에게 문자로 알립니다.");
        look("notices-key-new");
        page.locator("#minute").fill("0");
        button("만들기").click();
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("#name")).hasValue("새올 민원 처리 알림");
        look("notices-key-refused");
        page.locator("#minute").fill("60");
        button("만들기").click();
        var token = page.locator("#token").inputValue().strip();
        assertThat(token).startsWith("madang_test_");
        look("notices-key-made");
        var answer = page.request()
                .post(
                        "/api/notices/v1/messages",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + token)
                                .setHeader("Idempotency-Key", "story-1")
                                .setData(Map.of("to", "010-0000-0001", "text", "민원이 처리되었습니다.")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        page.getByText("인증키 화면으로").click();
        assertThat(page.locator("main")).containsText("POST /api/notices/v1/messages");
        assertThat(page.locator("main")).not().containsText(token);
        look("notices-key");
        go("/desk/notices/keys");
        assertThat(page.locator("main tbody")).containsText("새올 민원 처리 알림");
        look("notices-keys");
    }

    @Test
    void theChiefIsToldOfAPaperThatWaitsForHim() throws Exception {
        signIn("chief");
        go("/desk/notices/mine");
        look("notices-mine-empty");
        page.locator("input[name=desk][value='approvals.due']").check();
        page.locator("#phone").fill("02-123");
        button("저장").click();
        assertThat(page.locator("#errors")).containsText("휴대전화");
        look("notices-mine-refused");
        page.locator("#phone").fill("010-0000-9001");
        button("저장").click();
        assertThat(page.locator("main input[value='approvals.due']")).isChecked();
        signOut();

        signIn("planning");
        go("/desk/notices/keys/new");
        page.locator("#name").fill("도서관 반납 알림");
        page.locator("#purpose").fill("책을 돌려줄 날이 다가온 사람에게 알립니다.");
        page.locator("#kind-LIVE").check();
        button("만들기").click();
        page.getByText("결재 문서 보기").click();
        assertThat(page.locator("main .paper")).containsText("인증키 봉인");
        look("notices-key-paper");
        page.locator("main button[name=move][value=submit]").click();
        assertThat(page.locator("main")).containsText("진행 중");
        signOut();

        signIn("chief");
        for (int i = 0; i < 100; i++) {
            go("/desk/notices/mine");
            if (page.locator("main tbody tr").count() > 0) break;
            Thread.sleep(100);
        }
        assertThat(page.locator("main tbody")).containsText("결재할 문서가 왔습니다");
        look("notices-mine");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("main .paper")).containsText("도서관 반납 알림");
    }

    @Test
    void aManagerKeepsWhereOfficersAreReached() {
        signIn("admin");
        go("/desk/notices/officers");
        assertThat(page.locator("main tbody tr").first()).containsText("010-****-");
        look("notices-officers");
        page.locator("main tbody a").first().click();
        look("notices-officer");
    }
}
