package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A press release from the department that asks for it to the newsroom anybody reads, its correction and its withdrawal. */
class ReleaseStories extends Story {
    private static final String TITLE = "구립도서관 야간 개관 시간을 밤 11시까지 늘립니다";

    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    /** The decision comes through the outbox, and the release goes out by itself, a moment later. */
    private void becomes(String release, String state) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            go(release);
            if (page.locator("main .facts .badge").first().innerText().strip().equals(state)) return;
            Thread.sleep(200);
        }
        assertThat(page.locator("main .facts .badge").first()).hasText(state);
    }

    /** With a word of why. */
    private void reasoned(String act, String field, String why) {
        page.locator("main details.confirm summary", new Page.LocatorOptions().setHasText(act))
                .click();
        page.locator("main details[open] [name=" + field + "]").fill(why);
        page.locator("main details[open] button[type=submit]").click();
    }

    private void signedByTheChief(String title) {
        page.locator("main button[name=move][value=submit]").click();
        assertThat(page.locator("main")).containsText("진행 중");
        signOut();
        signIn("chief");
        go("/desk/approvals/inbox");
        page.locator("main tbody a").getByText(title).first().click();
        page.locator("main button[name=move][value=sign]").click();
        assertThat(page.locator("main")).containsText("결재 완료");
    }

    @Test
    void fromTheRequestOfADepartmentToTheNewsroom() throws Exception {
        signIn("press");
        go("/desk/press/requests");
        look("press-requests");
        page.locator("main tbody a").getByText(TITLE).click();
        look("press-request");
        page.locator("main .page-actions a").click();
        assertThat(page.locator("#title")).hasValue(TITLE);
        page.locator("#subtitle").fill("직장인과 수험생이 퇴근 뒤에도 이용");
        page.locator("#text")
                .fill("영등포구가 구립도서관 네 곳의 문 닫는 시간을 밤 11시로 늦춘다.\n\n영등포구청장은 “늦게까지 불 켜진 도서관이 구민의 저녁을 지키게 하겠습니다”라고 말했다.");
        page.locator("#facts").fill("기간: 7월 1일부터\n장소: 구립도서관 네 곳");
        look("press-release-write");
        button("저장").click();
        var release = page.url();
        assertThat(page.locator("h1")).hasText(TITLE);
        picture();
        button("데스크에 올리기").click();
        look("press-release-review");
        button("결재 올리기").click();
        assertThat(page.locator("main .paper")).containsText("문안 봉인");
        signedByTheChief(TITLE);
        becomes(release, "배포");
        look("press-release-out");
        page.locator("main .tabs a").getByText("배포 내역").click();
        look("press-distribution");
        go("/desk/press/releases");
        look("press-releases");
        reader();
        corrected(release);
        withdrawn(release);
    }

    private void picture() throws Exception {
        var file = Files.createTempFile("도서관", ".png");
        Files.write(file, page.screenshot());
        page.locator("main details.disclosure summary").last().click();
        page.locator("#file").setInputFiles(Path.of(file.toString()));
        page.locator("#caption").fill("밤에도 불이 켜진 열람실");
        page.locator("#credit").fill("홍보미디어과");
        page.locator("main form[enctype] button[type=submit]").click();
        assertThat(page.locator("main .photos img")).hasCount(1);
        Files.delete(file);
    }

    private void reader() {
        go("/press");
        look("press-newsroom");
        page.locator("main .news a").getByText(TITLE).click();
        assertThat(page.locator("h1")).hasText(TITLE);
        look("press-newsroom-release");
    }

    private void corrected(String release) throws Exception {
        signOut();
        signIn("press");
        go(release);
        reasoned("정정하기", "change", "시작하는 날을 바로잡음");
        page.locator("#facts").fill("기간: 7월 3일부터\n장소: 구립도서관 네 곳");
        button("저장").click();
        button("데스크에 올리기").click();
        button("결재 올리기").click();
        signedByTheChief(TITLE);
        becomes(release, "배포");
        go("/press");
        page.locator("main .news a").getByText(TITLE).click();
        assertThat(page.locator("main")).containsText("시작하는 날을 바로잡음");
        look("press-newsroom-corrected");
    }

    private void withdrawn(String release) {
        var address = page.url();
        go(release);
        reasoned("철회하기", "why", "사업이 취소됨");
        assertThat(page.locator("main")).containsText("사업이 취소됨");
        page.navigate(address);
        assertThat(page.locator("main")).containsText("철회된 보도자료입니다");
        look("press-newsroom-withdrawn");
        complaints.removeIf(c -> c.contains("410"));
    }

    @Test
    void theMonthOfThePressDesk() {
        signIn("press");
        go("/desk/press/features?month=2023-06");
        look("press-features");
        page.locator("main tbody a").first().click();
        look("press-feature");
        go("/press?q=없는말이다");
        look("press-newsroom-none");
        go("/desk/press/features?month=2031-01");
        look("press-features-none");
    }
}
