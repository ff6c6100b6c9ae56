package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import kr.madang.notices.sends.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A message goes from the officer who writes it over the chief who approves it to the telephones. */
@Import(Town.class)
class NoticesStories extends Story {
    private static final String TEXT = "[영등포구] 오늘 15시 당산1동에 호우경보가 발령되었습니다. 하천변과 지하차도에서 벗어나고 외출을 삼가세요. 문의 02-0000-3700";

    @Autowired
    Town.Center center;

    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private Locator act(String move) {
        return page.locator("main button[name=move][value=" + move + "]");
    }

    /** @return address of the send */
    private String written(String title) {
        go("/desk/notices/sends/new");
        page.locator("main details.disclosure summary").first().click();
        page.locator("#standard").selectOption("rain.warning");
        page.locator("button[name=do][value=standard]").click();
        assertThat(page.locator("#text")).hasValue(Pattern.compile("호우경보"));
        assertThat(page.locator("#kind-DISASTER")).isChecked();
        page.locator("#title").fill(title);
        page.locator("#text").fill(TEXT);
        page.locator("#override").fill("호우특보가 내려진 시각에 알려야 함");
        assertThat(page.locator("#preview .phone-text")).containsText("오늘 15시");
        assertThat(page.locator("#preview")).containsText("장문");
        look("notices-write");
        button("저장").click();
        assertThat(page.locator("h1")).hasText(title);
        return page.url();
    }

    /** The decision comes through the outbox and the send begins by itself, a moment later. */
    private void becomes(String send, String state) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            go(send);
            var badge = page.locator("#course .badge");
            if (badge.count() > 0 && badge.innerText().strip().equals(state)) return;
            Thread.sleep(100);
        }
        assertThat(page.locator("#course .badge")).hasText(state);
    }

    @Test
    void aMessageIsTriedApprovedAndSent() throws Exception {
        var title = "호우경보 안내";
        signIn("planning");
        go("/desk/notices/sends");
        look("notices-sends");
        var send = written(title);
        page.locator("#to").fill("010-0000-1234");
        button("시험 발송").click();
        assertThat(page.locator("main .alert").first()).containsText("010-****-1234");
        look("notices-send-tried");
        button("결재 올리기").click();
        assertThat(page.locator("main .paper")).containsText("발송 봉인");
        assertThat(page.locator("main .paper")).containsText("호우경보가 발령되었습니다");
        act("submit").click();
        assertThat(page.locator("main")).containsText("진행 중");
        go(send);
        assertThat(page.locator("main .alert").first()).containsText("결재가 진행 중입니다");
        signOut();

        signIn("chief");
        go("/desk/approvals/inbox");
        page.locator("main tbody a").getByText(title + " 발송").click();
        act("sign").click();
        assertThat(page.locator("main")).containsText("결재 완료");
        signOut();

        signIn("planning");
        go(send);
        becomes(send, "마침");
        assertThat(page.locator("#course .course-line")).containsText("300");
        look("notices-send-closed");
        assertThat(center.phones.stream().filter(r -> r.text().equals(TEXT))).hasSize(301);
        go(send + "/statistics");
        assertThat(page.locator("main")).containsText("300");
        look("notices-statistics");
        go(send + "/rows");
        assertThat(page.locator("main tbody tr")).hasCount(50);
        assertThat(page.locator("main tbody")).containsText("010-****-");
        look("notices-rows");
    }

    @Test
    void theOtherPagesOfTheDesk() {
        signIn("chief");
        go("/desk/notices/calendar?month=2023-05");
        assertThat(page.locator("main table")).containsText("어린이날");
        assertThat(page.locator("main table")).containsText("부처님오신날");
        look("notices-calendar");
        go("/desk/notices/terms");
        look("notices-terms");
        go("/desk/notices/templates");
        look("notices-templates");
        go("/desk/notices/templates/new");
        page.locator("#name").fill("새 서식");
        page.locator("#text").fill("#{동} 주민께 알립니다.");
        button("저장").click();
        assertThat(page.locator("h1")).hasText("새 서식");
        look("notices-template");
        go("/desk/notices/audit");
        button("지금 점검").click();
        assertThat(page.locator("main")).containsText("모두 맞습니다");
        look("notices-audit");
        go("/desk/notices/sends?state=closed");
        assertThat(page.locator("main tbody tr")).hasCount(20);
        page.locator("main a[rel=next]").click();
        assertThat(page.locator("main tbody tr")).hasCount(20);
    }

    @Test
    void whatCannotBeTakenComesBackWithAllThatWasTyped() {
        signIn("planning");
        go("/desk/notices/sends/new");
        page.locator("#text").fill("#{주민번호}님께");
        page.locator("#title").fill("안내");
        button("저장").click();
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("#text")).hasValue("#{주민번호}님께");
        look("notices-write-refused");
    }
}
