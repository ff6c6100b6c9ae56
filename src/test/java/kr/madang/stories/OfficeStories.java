package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section's organization, staffing and budget, as the chief and the clerk use them. Nothing here changes the demo's figures. */
class OfficeStories extends Story {
    @ParameterizedTest
    @CsvSource({
        "office-overview, /desk/office?day=2023-05-31",
        "office-organization, /desk/office/organization?day=2023-05-31",
        "office-organization-2013, /desk/office/organization?day=2013-02-22",
        "office-staffing, /desk/office/staffing?day=2023-05-31",
        "office-staffing-2013, /desk/office/staffing?day=2013-02-22",
        "office-cell, /desk/office/staffing/cell?day=2013-02-22&kind=계약직",
        "office-people, /desk/office/people?day=2023-05-31",
        "office-facilities, /desk/office/facilities?day=2023-05-31",
        "office-budget, /desk/office/budget?day=2023-05-31",
        "office-budget-empty, /desk/office/budget?day=2020-05-31",
        "office-comparison, /desk/office/comparison?day=2013-12-31",
        "office-months, /desk/office/months?day=2023-05-31",
        "office-ledger, /desk/office/ledger?year=2023&q=온나라",
        "office-imports, /desk/office/imports",
        "office-years, /desk/office/years",
        "office-year-closed, /desk/office/years/2013",
        "office-plans, /desk/office/months/plans?day=2023-05-31",
        "office-targets, /desk/office/months/targets/2023"
    })
    void theManagerLooksAtEveryPage(String name, String path) {
        signIn("admin");
        go(path);
        assertThat(page.locator("h1")).isVisible();
        look(name);
    }

    @Test
    void theChiefFindsThePaymentsBehindARate() {
        signIn("chief");
        go("/desk/office/budget?day=2023-05-31");
        assertThat(page.locator("main")).containsText("40.9");
        page.getByText("기본경비").first().click();
        assertThat(page.locator("main")).containsText("52,490");
        look("office-node");
        page.locator("main a[href^='/desk/office/ledger/']").first().click();
        assertThat(page.locator("h1")).containsText("2023-");
        look("office-entry");
    }

    @Test
    void theClerkSeesWhatIsWrongWithAFileBeforeAnythingIsWritten() {
        signIn("clerk");
        go("/desk/office/imports");
        var file = "회계연도,세부사업,통계목,구분,일자,금액,문서번호\n2023,노후 웹방화벽 교체,자산및물품취득비,원인행위,2023-02-30,-1,시험-1\n";
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("집행내역.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/imports/.*"));
        assertThat(page.locator("main")).containsText("없는 날짜이거나 날짜가 아닙니다: 2023-02-30");
        look("office-mistakes");
    }

    @Test
    void theChiefIsToldWhyMoneyCannotBeTransferredAndLosesNothingTyped() {
        signIn("chief");
        go("/desk/office/budget?day=2023-05-31");
        page.getByText("기본경비").first().click();
        page.locator("main th[scope=row] a[href^='/desk/office/budget/nodes/']")
                .first()
                .click();
        page.locator("main th[scope=row] a[href^='/desk/office/budget/nodes/']")
                .first()
                .click();
        page.getByText("전용하기").click();
        assertThat(page.locator("h1")).hasText("전용하기");
        look("office-transfer");
        page.locator("select[name=to]").selectOption(new SelectOption().setIndex(3));
        page.locator("input[name=amount]").fill("99,000,000,000");
        page.locator("input[name=basis]").fill("홍보미디어과-1234(2023. 5. 2.)");
        page.locator("main form:has(select[name=to]) button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("집행할 수 있는");
        assertThat(page.locator("input[name=basis]")).hasValue("홍보미디어과-1234(2023. 5. 2.)");
        assertThat(page.locator("input[name=amount]")).hasValue("99,000,000,000");
        look("office-transfer-refused");
    }

    @Test
    void theChiefSeesWhatClosingTheYearSettlesBeforeTypingIt() {
        signIn("chief");
        go("/desk/office/years/2023");
        assertThat(page.locator("main")).containsText("불용이 될 금액");
        page.locator("input[name=again]").fill("2022");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("2023");
        look("office-year-refused");
    }

    @Test
    void theClerkLearnsThatSomebodyElseChangedThePlanMeanwhile() {
        signIn("clerk");
        go("/desk/office/months/plans?day=2023-05-31");
        page.locator("main tbody th a").first().click();
        assertThat(page.locator("input[name=m1]")).isVisible();
        look("office-plan");
        // stands for a plan somebody else has saved since this page was opened; nothing is stored here
        page.evaluate("() => { const seen = document.querySelector('input[name=seen]');"
                + " seen.value = seen.value.replace(/\\d+$/, '5'); }");
        page.locator("input[name=m12]").fill("777");
        page.locator("main form:has(input[name=m1]) button[type=submit]").click();
        assertThat(page.locator("#errors")).containsText("다른 사람이 고쳤습니다");
        assertThat(page.locator("input[name=m12]")).hasValue("777");
        look("office-plan-changed");
    }

    @Test
    void theManagerFindsATeamsNamesAndIsToldWhyItCannotBeClosed() {
        signIn("admin");
        go("/desk/office/organization?day=2023-05-31");
        page.locator("main ul a[href^='/desk/office/organization/teams/']")
                .first()
                .click();
        page.getByText("팀 폐지").first().click();
        look("office-team");
        page.locator("main form[action$='/closing'] button").click();
        assertThat(page.locator("#errors")).containsText("먼저 옮기십시오");
        look("office-team-refused");
    }
}
