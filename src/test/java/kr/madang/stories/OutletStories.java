package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The press desk keeps its book of outlets and reporters. */
class OutletStories extends Story {
    private void press(String text) {
        page.locator("main button").getByText(text).last().click();
    }

    @Test
    void aReporterIsRegisteredAgreesMovesAndWithdraws() {
        signIn("press");
        go("/desk/press/outlets");
        look("press-outlets");
        page.locator("main tbody a").first().click();
        look("press-outlet");
        go("/desk/press/reporters");
        look("press-reporters");
        go("/desk/press/reporters/new");
        page.locator("#outlet").selectOption(new SelectOption().setLabel("겨레마당신문"));
        page.locator("#name").fill("마루한");
        page.locator("#beats").fill("구청, 복지");
        page.locator("#mail").fill("잘못된 주소");
        press("저장");
        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("#name")).hasValue("마루한");
        page.locator("#mail").fill("maru@media11.example.kr");
        press("저장");
        assertThat(page.locator("main .alert.warning")).containsText("수신 동의가 없습니다");
        page.locator("summary").getByText("동의 적기").click();
        page.locator("#source-CARD").check();
        press("동의 적기");
        assertThat(page.locator("main")).containsText("보도자료를 받습니다");
        look("press-reporter");
        page.locator("summary").getByText("동의 철회").click();
        page.locator("#withdrawn").fill("본인 요청");
        press("동의 철회");
        assertThat(page.locator("main")).containsText("동의를 거두었습니다");
    }

    @Test
    void aListComesInFromAFileAndALetterGoesToAMailingList() {
        signIn("press");
        go("/desk/press/reporters/imports");
        look("press-imports");
        var file =
                "이름,매체,직함,분야,전자우편,전화,동의일,동의 경로\n새미,겨레마당신문,기자,안전,saemi@media11.example.kr,,2026-01-05,서면\n두리,없는신문,,,x,,,\n";
        page.locator("#file")
                .setInputFiles(new FilePayload("명부.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        press("살펴보기");
        assertThat(page.locator("main tbody")).containsText("매체 목록에 없는 이름입니다");
        look("press-import-preview");
        press("1명 가져오기");
        assertThat(page.locator("main .alert")).containsText("기자 1명을 가져왔습니다");
        go("/desk/press/mailings/new");
        page.locator("#name").fill("안전 담당");
        page.locator("main")
                .getByLabel("안전", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
                .check();
        look("press-mailing-edit");
        press("저장");
        assertThat(page.locator("main tbody")).containsText("새미");
        look("press-mailing");
        go("/desk/press/mailings");
        look("press-mailings");
    }
}
