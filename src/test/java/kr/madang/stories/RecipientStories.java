package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Residents subscribe, change their mind and leave; officers look after recipients, segments and files. */
class RecipientStories extends Story {
    @ParameterizedTest
    @CsvSource({
        "recipients, /desk/notices/recipients",
        "recipients-on, /desk/notices/recipients?on=2023-05-31&channel=SMS&dong=문래동",
        "recipients-none, /desk/notices/recipients?q=R-99999999",
        "recipients-deleted, /desk/notices/recipients?state=DELETED",
        "recipients-new, /desk/notices/recipients/new",
        "segments, /desk/notices/segments",
        "segments-archived, /desk/notices/segments?shown=archived",
        "segments-new, /desk/notices/segments/new",
        "imports-empty, /desk/notices/imports",
        "deletions, /desk/notices/deletions?check=1",
        "subscribe, /notices/subscribe",
        "my-knock, /notices/my",
        "letterbox, /notices/letterbox"
    })
    void everyPageIsLookedAt(String name, String path) {
        signIn("admin");
        go(path);
        assertThat(page.locator("h1")).isVisible();
        look("notices-" + name);
    }

    @Test
    void aResidentSubscribesLooksChangesAndWithdraws() {
        go("/notices/subscribe");
        page.locator("#address").fill("010-0123");
        page.getByText("인증번호 받기").click();
        assertThat(page.locator("#errors")).containsText("휴대전화 번호가 아닙니다");
        assertThat(page.locator("#address")).hasValue("010-0123");
        look("notices-subscribe-refused");
        page.locator("#address").fill("010-0999-4321");
        page.locator("#everything-true").uncheck();
        page.locator("#topic-CULTURE").check();
        page.locator("#advertising-true").check();
        page.locator("#dong").selectOption("문래동");
        page.locator("#agree-true").check();
        page.getByText("인증번호 받기").click();
        assertThat(page.locator("main")).containsText("010-****-4321");
        look("notices-code");
        var here = page.url();
        page.locator("#code").fill("0");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("맞지 않거나");
        go(here);
        page.locator("#code").fill(code("4321"));
        page.locator("main form button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/notices/my"));
        assertThat(page.locator("main")).containsText("신청을 마쳤습니다");
        assertThat(page.locator("main .alert.info")).containsText("문화·행사");
        look("notices-my");
        page.locator("#topic-JOBS").check();
        page.locator("#advertising-true").uncheck();
        page.locator("form[action='/notices/my'] button[type=submit]").click();
        assertThat(page.locator("main .alert.info")).containsText("일자리");
        assertThat(page.locator("main .alert.info")).not().containsText("광고");
        page.getByText("모두 그만 받기").first().click();
        page.locator("form[action='/notices/my/withdrawal'] button[type=submit]")
                .click();
        assertThat(page.locator("main")).containsText("지금 받는 소식이 없습니다");
        look("notices-my-nothing");
        page.getByText("연락처 지우기").first().click();
        page.locator("form[action='/notices/my/deletion'] button[type=submit]").click();
        assertThat(page.locator("main")).containsText("연락처를 파기했습니다");
        go("/notices/my");
        assertThat(page.locator("h1")).hasText("나의 알림");
        assertThat(page.locator("main form[action='/notices/my/asking']")).isVisible();
    }

    @Test
    void anOfficerTakesAFileOverAndFindsItsPeople() {
        signIn("admin");
        go("/desk/notices/imports");
        var file = """
                휴대폰,동,나이,광고동의
                010-0998-0001,문래동,34,Y
                010-0998-0002,강남동,71,N
                02-123-4567,문래동,30,N
                010-0998-0001,문래동,34,N
                """;
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("행사 신청자.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("열의 뜻 정하기");
        assertThat(page.locator("#column-PHONE")).hasValue("0");
        assertThat(page.locator("main")).not().containsText("010-0998-0001");
        look("notices-import-columns");
        page.locator("#source").selectOption("EVENT");
        page.locator("#wording").fill("2026-1");
        page.getByText("시험해 보기").click();
        assertThat(page.locator("main")).containsText("2행과 같은 연락처입니다");
        assertThat(page.locator("main")).containsText("휴대전화 번호가 아닙니다");
        look("notices-import-check");
        page.locator("form[action$='/taking'] button").click();
        assertThat(page.locator("#progress")).containsText("가져오기 되돌리기");
        look("notices-import-taken");
        go("/desk/notices/recipients?q=0001&dong=문래동");
        page.locator("main tbody th a").first().click();
        assertThat(page.locator("main")).containsText("행사");
        assertThat(page.locator("main")).containsText("010-****-0001");
        look("notices-recipient");
        page.getByText("동의 바꾸기").first().click();
        look("notices-recipient-consents");
        page.locator("#advertising-true").uncheck();
        page.locator("#reason").fill("전화로 광고를 거부함");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText("동의를 바꾸었습니다");
        page.locator(".page-actions a[href$='/deletion']").click();
        look("notices-recipient-deletion");
        page.locator("#reason").fill("시험을 마침");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main")).containsText("파기했습니다");
        look("notices-recipient-deleted");
    }

    @Test
    void anOfficerBuildsASegmentAndSeesHowManyItReaches() {
        signIn("admin");
        go("/desk/notices/segments/new");
        page.locator("#dong-당산1동").check();
        page.locator("#topic-CULTURE").check();
        assertThat(page.locator("#reached")).containsText("당산1동, 문화·행사");
        page.locator("#name").fill("");
        page.locator("button[value=save]").click();
        assertThat(page.locator("#errors")).containsText("이름을 적으십시오");
        assertThat(page.locator("#dong-당산1동")).isChecked();
        look("notices-segment-refused");
        page.locator("#name").fill("당산1동 문화");
        page.locator("button[value=save]").click();
        assertThat(page.locator("main tbody")).containsText("당산1동 문화");
    }
}
