package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** The chief registers a licence, and the desk sees what it allows. */
class LicenceStories extends Story {
    @Test
    void aContractIsRegisteredAndSaysWhatItAllows() {
        signIn("chief");
        go("/desk/press/licences");
        look("press-licences");
        go("/desk/press/licences/new");
        page.locator("#outlet").selectOption(new SelectOption().setLabel("샛강케이블"));
        page.locator("main").getByText("내부이용 –").click();
        page.locator("#from").fill("2031-01-01");
        page.locator("#to").fill("2030-01-01");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("#errors")).containsText("앞설 수 없습니다");
        look("press-licence-new");
        page.locator("#to").fill("2031-12-31");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main")).containsText("시작 전");
        look("press-licence");
        page.locator("main").getByText("할 수 있는 일").first().click();
        look("press-licence-outlet");
        go("/desk/press/licences/matrix?on=2031-06-01");
        assertThat(page.locator("main tbody tr").getByText("샛강케이블")).isVisible();
        look("press-licence-matrix");
        go("/desk/press/licences/uses");
        look("press-licence-uses");
        go("/desk/press/licences/products");
        look("press-licence-products");
    }
}
