package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff look after their own way in, the administrator after everybody's. */
class AccountStories extends Story {
    private static final String PASSKEYS = "/desk/accounts/me/passkeys";

    @ParameterizedTest
    @CsvSource({
        "accounts-people, /desk/accounts/people",
        "accounts-people-none, /desk/accounts/people?q=아무도없음",
        "accounts-new, /desk/accounts/people/new",
        "accounts-directory, /desk/accounts/directory",
        "accounts-log, /desk/accounts/access-log",
        "accounts-check, /desk/accounts/access-log/checks/2026-10",
        "accounts-me, /desk/accounts/me",
        "accounts-password, /desk/accounts/me/password",
        "accounts-codes, /desk/accounts/me/totp",
        "kernel-trail, /desk/kernel/trail",
        "kernel-events, /desk/kernel/events",
        "kernel-jobs, /desk/kernel/jobs",
        "kernel-api, /desk/kernel/api",
        "try, /try"
    })
    void theAdministratorLooksAtEveryPage(String name, String path) {
        typePassword("admin");
        assertThat(go(path).status()).isEqualTo(200);
        assertThat(page.locator("h1")).isVisible();
        look(name);
    }

    @Test
    void thePageAsksBeforeTheSignInEndsAndKeepsWhatWasTyped() {
        page.clock().install();
        typePassword("press");
        go("/desk/accounts/me/password");
        page.locator("main input[type=password]").first().fill("반쯤 쓴 것");
        page.clock().fastForward("28:30");
        var dialog = page.locator("#idle");
        assertThat(dialog).isVisible();
        look("idle");
        page.waitForResponse("**/desk", () -> dialog.getByText("계속 일하기").click());
        assertThat(dialog).isHidden();
        page.clock().fastForward("27:00");
        assertThat(dialog).isHidden();
        page.clock().fastForward("04:00");
        assertThat(dialog.getByText("로그인이 끝났습니다")).isVisible();
        dialog.getByText("닫기").click();
        assertThat(page.locator("main input[type=password]").first()).hasValue("반쯤 쓴 것");
    }

    /** The device is Chromium's own virtual authenticator, asked over its debugging protocol. */
    @Test
    void somebodyRegistersAPasskeyAndLaterSignsInWithNothingElse() {
        plugInADevice();
        typePassword("telecom");
        go(PASSKEYS);
        assertThat(page.locator(".empty")).isVisible();
        look("accounts-passkeys-none");
        page.locator("main input[name=label]").fill("사무실 컴퓨터");
        page.locator("main input[name=password]").fill("not the password");
        page.locator("form[data-passkey] button").click();
        assertThat(page.locator("[data-passkey-say]")).not().isEmpty();
        page.locator("main input[name=password]").fill(PASSWORD);
        page.locator("form[data-passkey] button").click();
        assertThat(page.locator("main tbody th")).hasText("사무실 컴퓨터");
        look("accounts-passkeys");

        signOut();
        go(PASSKEYS);
        look("accounts-login");
        page.locator("form[data-passkey=login] button").click();
        assertThat(page).hasURL(Pattern.compile(".*" + PASSKEYS));
        assertThat(page.locator("main tbody th")).hasText("사무실 컴퓨터");

        page.locator("main tbody summary").click();
        page.locator("main tbody form button").click();
        assertThat(page.locator(".empty")).isVisible();

        // the device still holds it; the house no longer knows it
        signOut();
        go("/login");
        page.locator("form[data-passkey=login] button").click();
        assertThat(page.locator("[data-passkey-say]")).not().isEmpty();
        assertThat(page).hasURL(Pattern.compile(".*/login"));
    }

    private void plugInADevice() {
        var browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", device);
        browser.send("WebAuthn.addVirtualAuthenticator", wanted);
    }
}
