package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An approved paper goes out, and what comes in is handed on and finished. */
class DispatchStories extends Story {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String TEXT = "1. 관련: 홍보미디어과-1234(2026. 11. 2.)\n"
            + "2. 위와 관련하여 누리집 점검을 다음과 같이 알립니다.\n"
            + "  가. 일시: 2026. 12. 1. 09:00\n"
            + "  나. 대상: 대표 누리집  끝.";

    private void approve(String title, boolean open) {
        signIn("clerk");
        go("/desk/approvals/papers/new");
        page.locator("main input[name=title]").fill(title);
        page.locator("main textarea[name=text]").fill(TEXT);
        page.locator("main input[name=unittasktitle]").fill("누리집 운영");
        page.locator("main input[name=unittask]").fill("A1000042");
        if (!open) {
            page.locator("label[for=disclosure-closed]").click();
            page.locator("label[for=grounds-6]").click();
        }
        decidedByTheChief();
        page.locator("main button[name=do][value=keep]").click();
        page.locator("main button[name=move][value=submit]").click();
        assertThat(page.locator("main")).containsText("진행 중");
        var paper = page.url();
        signOut();
        for (var signer : List.of("planning", "chief")) {
            signIn(signer);
            go(paper);
            page.locator("main button[name=move][value=sign]").click();
            assertThat(page.locator("main")).containsText("서명했습니다.");
            signOut();
        }
    }

    private void openPaper(String title) {
        go("/desk/approvals/papers?q=" + title);
        page.locator("main tbody a").getByText(title).click();
        page.locator("nav.tabs a[href$=dispatches]").click();
    }

    private void openReceived(String title) {
        go("/desk/approvals/received");
        page.locator("main tbody a").getByText(title).click();
    }

    private void send() {
        page.locator("main form[action$=dispatches] button[type=submit]").click();
    }

    private static String title(String words) {
        return words + " " + NUMBER.incrementAndGet();
    }

    @Test
    void aPaperGoesToAnotherUnitWhereItIsHandedOnAndFinished() {
        var title = title("누리집 점검 알림");
        approve(title, true);
        signIn("clerk");
        openPaper(title);
        look("approvals-sending-new");
        send();
        assertThat(page.locator("#errors")).isVisible();
        page.locator("main").getByText("전산정보과").first().click();
        send();
        assertThat(page.locator("main table")).containsText("도달");
        look("approvals-sending-arrived");
        signOut();

        signIn("telecom");
        go("/desk/approvals/received");
        look("approvals-received");
        openReceived(title);
        assertThat(page.locator("main")).containsText(Pattern.compile("전산정보과-[0-9]+"));
        look("approvals-receipt-taken");
        assign("정보통신팀장");
        page.locator("main button[value=assign]").click();
        assertThat(page.locator("main")).containsText("담당자를 지정했습니다.");
        look("approvals-receipt-assigned");
        page.locator("main summary").getByText("재배부 요청").click();
        page.locator("main button[value=back]").click();
        assertThat(page.locator("#errors")).containsText("까닭");
        page.locator("main textarea[name=result]").fill("점검 일정에 맞춰 준비함");
        page.locator("main button[value=finish]").click();
        assertThat(page.locator("main")).containsText("처리를 마쳤습니다.");
    }

    private void assign(String title) {
        var handler = page.locator("main select[name=handler] option").all().stream()
                .filter(o -> o.textContent().contains(title))
                .findFirst()
                .orElseThrow();
        page.locator("main select[name=handler]").selectOption(handler.getAttribute("value"));
    }

    @Test
    void aPaperEnteredByHandIsReadAnsweredAndFinished() {
        var title = title("행사 협조 요청");
        signIn("chief");
        go("/desk/approvals/received/new");
        look("approvals-entry");
        page.locator("main input[name=title]").fill(title);
        page.locator("main input[name=sender]").fill("가람시");
        page.locator("main input[name=sendernumber]").fill("총무과-77");
        page.locator("main input[name=scan]")
                .first()
                .setInputFiles(new FilePayload("스캔.txt", "text/plain", "scan".getBytes()));
        page.locator("main form[enctype] button[type=submit]").click();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("main")).containsText("스캔.txt");
        assign("홍보기획팀장");
        page.locator("main button[value=assign]").click();
        page.locator("main summary").getByText("공람 지정").click();
        page.locator("main input[name=logins]").fill("nobody-here");
        page.locator("main form[action$=readers] button[type=submit]").click();
        assertThat(page.locator("#errors")).isVisible();
        page.locator("main input[name=logins]").fill("press");
        page.locator("main form[action$=readers] button[type=submit]").click();
        assertThat(page.locator("main")).containsText("읽지 않음");
        signOut();

        signIn("press");
        openReceived(title);
        assertThat(page.locator("main")).not().containsText("읽지 않음");
        signOut();

        signIn("planning");
        go("/desk/approvals/received?view=mine");
        page.locator("main tbody a").getByText(title).click();
        page.locator("main button").getByText("회신 기안").click();
        assertThat(page.locator("main textarea[name=text]")).hasValue(Pattern.compile("가람시 총무과-77"));
        openReceived(title);
        assertThat(page.locator("main")).containsText("회신 문서 보기");
        page.locator("main textarea[name=result]").fill("회신함");
        page.locator("main button[value=finish]").click();
        assertThat(page.locator("main")).containsText("처리 완료");
        look("approvals-receipt-done");
    }

    @Test
    void aPackageLeavesComesBackAndIsRecognized() throws IOException {
        var title = title("업무 협약 알림");
        signIn("chief");
        go("/desk/approvals/agencies");
        page.locator("main input[name=agency]").fill("6110000");
        page.locator("main input[name=name]").fill("가람시");
        page.locator("main form:has(input[name=agency]) button[type=submit]").click();
        assertThat(page.locator("main table")).containsText("가람시");
        look("approvals-agencies");
        signOut();

        approve(title, true);
        signIn("clerk");
        openPaper(title);
        page.locator("main").getByText("가람시").first().click();
        send();
        page.locator("main button[value=take]").click();
        look("approvals-sending-package");
        var download = page.waitForDownload(
                () -> page.locator("main a").getByText("꾸러미 내려받기").click());
        var bytes = Files.readAllBytes(download.path());

        go("/desk/approvals/received/packages");
        page.locator("main input[name=file]")
                .setInputFiles(new FilePayload("x.zip", "application/zip", java.util.Arrays.copyOf(bytes, 100)));
        page.locator("main form[action$=packages] button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("잘린");
        look("approvals-packages-refused");
        page.locator("main input[name=file]").setInputFiles(new FilePayload("x.zip", "application/zip", bytes));
        page.locator("main form[action$=packages] button[type=submit]").click();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("main")).containsText("이 기관의 서명 확인됨");
        look("approvals-receipt-package");
        var slip = page.waitForDownload(
                () -> page.locator("main a").getByText("도달 확인서").click());
        var told = Files.readAllBytes(slip.path());

        go("/desk/approvals/received/packages");
        page.locator("main input[name=file]").setInputFiles(new FilePayload("x.zip", "application/zip", bytes));
        page.locator("main form[action$=packages] button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("이미 가져온");
        page.locator("main input[name=slip]").setInputFiles(new FilePayload("a.xml", "application/xml", told));
        page.locator("main form[action$=arrivals] button[type=submit]").click();
        assertThat(page.locator("main table")).containsText("도달");
    }

    @Test
    void thePublicReadsWhatIsPublishedAndNothingElse() {
        var shown = title("겨울철 제설 계획");
        var hidden = title("제설 인사 자료");
        approve(shown, true);
        approve(hidden, false);
        signIn("clerk");
        openPaper(hidden);
        page.locator("main label").getByText("누리집에 게시").click();
        send();
        assertThat(page.locator("#errors")).containsText("비공개");
        openPaper(shown);
        page.locator("main label").getByText("누리집에 게시").click();
        send();
        assertThat(page.locator("main table")).containsText("도달");
        openPaper(shown);
        page.locator("main summary").getByText("다시 보내기").click();
        page.locator("main input[name=reason]").fill("수신자 누락");
        page.locator("main").getByText("전산정보과").first().click();
        send();
        assertThat(page.locator("main")).containsText("동의 대기");
        signOut();
        signIn("chief");
        openPaper(shown);
        look("approvals-sending-consent");
        page.locator("main button[value=agree]").click();
        assertThat(page.locator("main")).not().containsText("동의 대기");
        signOut();

        go("/documents");
        look("documents");
        assertThat(page.locator("main")).not().containsText(hidden);
        page.locator("main tbody a").getByText(shown).click();
        assertThat(page.locator("main article.sheet")).containsText("누리집 점검을");
        look("document");
        assertThat(go("/documents/00000000-0000-7000-8000-000000000000").status())
                .isEqualTo(404);
    }
}
