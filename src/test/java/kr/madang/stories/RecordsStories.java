package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Papers come into their files, files into their year, numbers into their register. */
class RecordsStories extends Story {
    private static final String RECORDS = "/desk/approvals/records";

    private void approve(String title, String task, String code) {
        signIn("clerk");
        go("/desk/approvals/papers/new");
        page.locator("main input[name=title]").fill(title);
        page.locator("main textarea[name=text]").fill("1. " + title + "을(를) 다음과 같이 하고자 합니다.  끝.");
        page.locator("main input[name=unittasktitle]").fill(task);
        page.locator("main input[name=unittask]").fill(code);
        decidedByTheChief();
        page.locator("main button[name=do][value=keep]").click();
        act("submit");
        signOut();
        for (var login : new String[] {"planning", "chief"}) {
            signIn(login);
            // an inbox shows what waits longest first
            go("/desk/approvals/papers?q=" + title);
            page.locator("main tbody a").getByText(title).click();
            act("sign");
            if (login.equals("planning")) signOut();
        }
    }

    private void act(String move) {
        page.locator("main button[name=move][value=" + move + "]").click();
    }

    @Test
    void anApprovedPaperLiesInItsFileAndStandsInTheRegister() {
        var title = "가을 축제 홍보물 제작 계획";
        approve(title, "홈페이지 운영", "A1000012");
        page.locator("main .tabs a[href$='/file']").click();
        assertThat(page.locator("main")).containsText("홈페이지 운영");
        look("records-paper");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("main tbody")).containsText(title);
        look("records-file");
        go(RECORDS + "?q=홈페이지");
        assertThat(page.locator("main tbody")).containsText("A1000012");
        look("records-files");
        go("/desk/approvals/registers?q=가을");
        assertThat(page.locator("main tbody")).containsText(title);
        look("registers");
        page.locator("main tbody a").getByText(title).click();
        assertThat(page.locator("h1")).hasText(title);
    }

    @Test
    void theTableOfUnitTasksIsKeptByWhoMayKeepIt() {
        signIn("admin");
        go(RECORDS + "/tasks");
        look("records-tasks");
        go(RECORDS + "/tasks/new");
        page.locator("main input[name=code]").fill("짧다");
        page.locator("main input[name=title]").fill("디지털 게시대 운영");
        page.locator("main textarea[name=reason]").fill("사용 내역의 증빙으로 쓴다.");
        page.locator("main form:has(input[name=code]) button[type=submit]").click();
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("main input[name=title]")).hasValue("디지털 게시대 운영");
        look("records-task-refused");
        page.locator("main input[name=code]").fill("A2000001");
        page.locator("main form:has(input[name=code]) button[type=submit]").click();
        assertThat(page.locator("main tbody")).containsText("디지털 게시대 운영");
        upload("단위과제 번호,단위과제명,보존기간,책정 사유,시작일\nA2000002,가,9년,사유,2026-01-01\n");
        assertThat(page.locator("main .alert").first()).containsText("2행");
        look("records-tasks-mistakes");
        upload("단위과제 번호,단위과제명,보존기간,책정 사유,시작일\nA2000002,현수막 관리,1년,사유,2026-01-01\n");
        assertThat(page.locator("main tbody")).containsText("현수막 관리");
    }

    private void upload(String csv) {
        page.locator("main input[type=file]")
                .setInputFiles(new FilePayload("tasks.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form[action$='/table'] button").click();
    }

    @Test
    void aYearIsLookedOverBeforeItCloses() {
        approve("연말 결산 홍보 계획", "예산과 지출", "A1000022");
        signOut();
        signIn("admin");
        go(RECORDS + "/year?unit=0000001");
        assertThat(page.locator("main")).containsText("12. 31.");
        look("records-year");
        page.locator("main .figure-card").last().click();
        look("records-tidy");
        go(RECORDS + "/production?unit=0000001");
        assertThat(page.locator("main")).containsText("예산과 지출");
        look("records-production");
        go(RECORDS + "/ended");
        look("records-ended");
        go(RECORDS + "/files/new");
        look("records-file-new");
        page.locator("main input[name=title]").fill("따로 모으는 철");
        page.locator("main form[action$='/files'] button").click();
        assertThat(page.locator("h1")).hasText("따로 모으는 철");
        page.locator("main details.confirm summary").click();
        page.locator("main details.confirm button").click();
        assertThat(page.locator("main")).containsText("철을 종결했습니다.");
        assertThat(page.locator("main details.confirm")).hasCount(0);
    }

    @Test
    void closedFilesLeaveAsAPackageThatIsCheckedAgain() throws Exception {
        approve("이관할 소식지 발간 계획", "언론매체 광고", "A1000002");
        signOut();
        signIn("admin");
        go(RECORDS + "/transfers");
        look("records-transfers-none");
        page.locator("main select[name=year]")
                .last()
                .selectOption(String.valueOf(java.time.LocalDate.now(java.time.ZoneId.of("Asia/Seoul"))
                        .getYear()));
        page.locator("main form[action$='/transfers'] button").click();
        assertThat(page.locator("#errors")).containsText("먼저 연도를 종결하세요.");
        look("records-transfers-refused");
        page.locator("main select[name=year]").last().selectOption("2023");
        page.locator("main form[action$='/transfers'] button").click();
        assertThat(page.locator("main .alert").first()).containsText("이관 파일을 만들었습니다.");
        look("records-transfers");
        page.locator("main input[type=file]")
                .setInputFiles(new FilePayload("p.zip", "application/zip", new byte[] {1, 2, 3}));
        page.locator("main form[action$='/inspections'] button").click();
        assertThat(page.locator("main .alert").first()).containsText("훼손");
        look("records-package-damaged");
    }

    @Test
    void aPaperMovesToAnotherFileWithAReason() {
        signIn("admin");
        go(RECORDS + "/files/new");
        page.locator("main select[name=task]").selectOption("A1000016");
        page.locator("main input[name=title]").fill("노후 장비 교체");
        page.locator("main form[action$='/files'] button").click();
        assertThat(page.locator("h1")).hasText("노후 장비 교체");
        signOut();
        approve("서버 교체 계획", "사무기기 관리", "A1000016");
        signOut();
        signIn("clerk");
        go("/desk/approvals/mine?all=yes");
        page.locator("main tbody a").getByText("서버 교체 계획").click();
        page.locator("main .tabs a[href$='/file']").click();
        page.locator("main select[name=to]")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(0));
        page.locator("main input[name=reason]").fill("교체 문서를 따로 모음");
        page.locator("main form:has(input[name=reason]) button").click();
        assertThat(page.locator("main")).containsText("문서를 옮겼습니다.");
        assertThat(page.locator("main")).containsText("교체 문서를 따로 모음");
        look("records-paper-moved");
    }
}
