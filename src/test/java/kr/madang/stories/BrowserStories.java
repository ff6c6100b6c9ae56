package kr.madang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.push.PushService;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Audience;
import kr.madang.notices.recipients.Contact;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Segments;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A resident lets this browser be told, is told, and takes it back. No push service can be reached from a test, so the browser subscribes
 * at the one of the tests; the worker of the pages is the real one.
 */
class BrowserStories extends Story {
    private static final Audience WHOM = new Audience(Set.of("양평2동"), Set.of(AgeBand.TEENS), Set.of());

    /** What {@code PushManager} gives and keeps; the rest of the page is as it is. */
    private static final String SUBSCRIBING = """
            (() => {
              const line = "%s".split(" ");
              const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0)).buffer;
              const one = {
                endpoint: line[0],
                options: {},
                getKey: (name) => bytes(name === "auth" ? line[2] : line[1]),
                unsubscribe: async () => { localStorage.removeItem("subscribed"); return true; },
              };
              PushManager.prototype.subscribe = async (asked) => {
                if (!asked.userVisibleOnly || asked.applicationServerKey.length !== 65) throw new Error("not asked rightly");
                localStorage.setItem("subscribed", "yes");
                return one;
              };
              PushManager.prototype.getSubscription = async () => (localStorage.getItem("subscribed") ? one : null);
            })();""";

    @Autowired
    Residents residents;

    @Autowired
    Segments segments;

    private final PushService service = PushService.running();

    @Override
    protected Browser browser() {
        return Chromium.whole();
    }

    private Locator button(String text) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first();
    }

    private Locator act(String move) {
        return page.locator("main button[name=move][value=" + move + "]");
    }

    private Contact found(String line) {
        return residents.find(new Address(Channel.PUSH, line)).orElseThrow();
    }

    private void subscribe() {
        go("/notices/subscribe");
        page.getByLabel("이 브라우저로 받기").check();
        assertThat(page.locator("#address")).isHidden();
        page.locator("#dong").selectOption("양평2동");
        page.locator("#age").selectOption(AgeBand.TEENS.name());
    }

    @Test
    void aResidentIsToldInTheBrowserAndTakesItBack() throws Exception {
        var line = service.subscribe();
        context().grantPermissions(List.of("notifications"));
        context().addInitScript(SUBSCRIBING.formatted(line));
        subscribe();
        look("notices-browser-subscribe");
        button("이 브라우저로 받기").click();
        assertThat(page.locator("#errors")).containsText("동의하셔야 합니다");
        assertThat(page.locator("#channel-PUSH")).isChecked();
        assertThat(page.locator("#dong")).hasValue("양평2동");
        page.locator("#agree-true").check();
        button("이 브라우저로 받기").click();
        assertThat(page).hasURL(Pattern.compile(".*/notices/my"));
        assertThat(page.locator("main")).containsText("신청을 마쳤습니다");
        look("notices-browser-my");
        assertThat(found(line).consents().any(Instant.now())).isTrue();

        segments.save(Actor.SYSTEM, "양평2동 청소년 브라우저", Channel.PUSH, WHOM);
        send();
        await().atMost(Duration.ofSeconds(30)).until(() -> !service.came(line).isEmpty());
        // the first was the officer's trial, on the same browser
        await().atMost(Duration.ofSeconds(30)).until(() -> service.came(line).size() == 2);
        var last = service.came(line).getLast();
        assertThat(last.urgency()).isEqualTo("high");
        assertThat(last.text()).contains("\"title\":\"호우경보\"").contains("하천변에서 벗어나고");

        context().clearCookies();
        go("/notices/my");
        look("notices-browser-knock");
        button("이 브라우저로 들어가기").click();
        assertThat(page.locator("main .alert.info")).containsText("공익");
        page.getByText("모두 그만 받기").first().click();
        page.locator("form[action='/notices/my/withdrawal'] button[type=submit]")
                .click();
        assertThat(page.locator("main")).containsText("지금 받는 소식이 없습니다");
        assertThat(page.evaluate("() => localStorage.getItem('subscribed')")).isNull();
        assertThat(found(line).consents().any(Instant.now())).isFalse();
        assertThat(found(line).dead()).isTrue();
    }

    /** Written, tried on this very browser, approved; it goes out by itself. */
    private void send() throws InterruptedException {
        signIn("planning");
        go("/desk/notices/sends/new");
        page.locator("#title").fill("호우경보 브라우저 알림");
        // what is no disaster would wait for the morning
        page.locator("#kind-DISASTER").check();
        page.locator("#reason").fill("호우특보");
        page.locator("#channel").selectOption("PUSH");
        page.locator("#group")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("양평2동 청소년 브라우저"));
        page.locator("#subject").fill("호우경보");
        page.locator("#text").fill("[영등포구] 오늘 15시 양평2동에 호우경보가 발령되었습니다. 하천변에서 벗어나고 외출을 삼가세요.");
        page.locator("#override").fill("시험하는 시간");
        assertThat(page.locator("#preview")).containsText("3,961");
        assertThat(page.locator("#preview")).containsText("0원");
        look("notices-browser-write");
        button("저장").click();
        assertThat(page.locator("h1")).hasText("호우경보 브라우저 알림");
        var send = page.url();
        look("notices-browser-send");
        button("이 브라우저로 시험 발송").click();
        assertThat(page.locator("main .alert").first()).containsText("***");
        button("결재 올리기").click();
        act("submit").click();
        assertThat(page.locator("main")).containsText("진행 중");
        signOut();
        signIn("chief");
        go("/desk/approvals/inbox");
        page.locator("main tbody a").getByText("호우경보 브라우저 알림 발송").click();
        act("sign").click();
        for (int i = 0; i < 200; i++) {
            go(send);
            var badge = page.locator("#course .badge");
            if (badge.count() > 0 && badge.innerText().strip().equals("마침")) break;
            Thread.sleep(100);
        }
        assertThat(page.locator("#course .badge")).hasText("마침");
        look("notices-browser-sent");
        signOut();
    }

    /** The worker as it is: a message from the push service becomes a notice of the browser, with a link to this office only. */
    @Test
    void theWorkerShowsWhatCame() {
        context().grantPermissions(List.of("notifications"));
        context().addInitScript(SUBSCRIBING.formatted(service.subscribe()));
        var registered = new CopyOnWriteArrayList<JsonObject>();
        var session = context().newCDPSession(page);
        session.on("ServiceWorker.workerRegistrationUpdated", registered::add);
        session.send("ServiceWorker.enable");
        subscribe();
        page.locator("#agree-true").check();
        button("이 브라우저로 받기").click();
        assertThat(page.locator("main")).containsText("신청을 마쳤습니다");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.waitForTimeout(50);
            return registered.stream()
                    .anyMatch(r -> !r.getAsJsonArray("registrations").isEmpty());
        });
        var registration = registered.stream()
                .flatMap(r -> r.getAsJsonArray("registrations").asList().stream())
                .map(r -> r.getAsJsonObject())
                .filter(r -> r.get("scopeURL").getAsString().endsWith("/notices/"))
                .findFirst()
                .orElseThrow();
        for (var said : List.of(
                "{\"title\":\"호우경보\",\"body\":\"대피하세요\",\"link\":\"/alerts/7\"}",
                "{\"title\":\"낚시\",\"body\":\"x\",\"link\":\"https://evil.example/\"}",
                "무엇인지 모를 것")) {
            var message = new JsonObject();
            message.addProperty("origin", page.url().replaceFirst("(https?://[^/]+).*", "$1"));
            message.addProperty(
                    "registrationId", registration.get("registrationId").getAsString());
            message.addProperty("data", said);
            session.send("ServiceWorker.deliverPushMessage", message);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            page.waitForTimeout(50);
            return shown().size() == 3;
        });
        var home = page.url();
        assertThat(shown())
                .containsExactlyInAnyOrder(
                        "호우경보|대피하세요|" + home.replace("/notices/my", "/alerts/7"), "낚시|x|" + home, "구청 알림||" + home);
    }

    @SuppressWarnings("unchecked")
    private List<String> shown() {
        return (List<String>) page.evaluate("""
                async () => {
                  const registration = await navigator.serviceWorker.getRegistration("/notices/");
                  return (await registration.getNotifications()).map((n) => `${n.title}|${n.body}|${n.data.link}`);
                }""");
    }

    /** Who refuses, or whose browser cannot, is told so and keeps the other ways. */
    @Test
    void aBrowserThatCannotSaysSo() {
        context().addInitScript("Object.defineProperty(Notification, 'permission', { get: () => 'denied' });");
        go("/notices/subscribe");
        assertThat(page.locator("[data-push-say]")).containsText("알림이 막혀 있습니다");
        assertThat(page.locator("#channel-PUSH")).isHidden();
        assertThat(page.locator("#address")).isVisible();
        look("notices-browser-denied");
        context().addInitScript("delete window.PushManager;");
        context().addInitScript("Object.defineProperty(Notification, 'permission', { get: () => 'default' });");
        go("/notices/subscribe");
        assertThat(page.locator("[data-push-say]")).containsText("이 브라우저는 알림을 받지 못합니다");
    }

    /** The service turns the browser away; what was typed stays. */
    @Test
    void aServiceThatIsAwayLosesNothing() {
        context().grantPermissions(List.of("notifications"));
        context()
                .addInitScript(
                        "PushManager.prototype.subscribe = async () => { throw new DOMException('no', 'AbortError'); };");
        subscribe();
        page.locator("#agree-true").check();
        button("이 브라우저로 받기").click();
        assertThat(page.locator("[data-push-say]")).containsText("신청하지 못했습니다");
        assertThat(page.locator("#dong")).hasValue("양평2동");
        page.locator("#channel-SMS").check();
        assertThat(page.locator("#address")).isVisible();
    }
}
