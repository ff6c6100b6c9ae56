package kr.madang.notices.web.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.push.PushService;
import kr.madang.notices.lines.LineDesk;
import kr.madang.notices.lines.LineKind;
import kr.madang.notices.lines.PushKeys;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What browsers of strangers post to the public pages. */
@OfficeTest
class BrowserPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    LineDesk lines;

    @Autowired
    PushKeys keys;

    @Autowired
    Residents residents;

    @Autowired
    JdbcClient db;

    private final PushService service = PushService.running();
    private int line;

    @BeforeEach
    void open() {
        var there = lines.all(Actor.SYSTEM).stream()
                .filter(one -> one.kind() == LineKind.PUSH)
                .findFirst();
        line = there.isPresent()
                ? there.get().number()
                : lines.add(
                        Actor.SYSTEM,
                        LineKind.PUSH,
                        new LineDesk.Draft("브라우저", 0, Map.of("subject", "mailto:push@office.example")));
        if (!lines.get(Actor.SYSTEM, line).running()) lines.turn(Actor.SYSTEM, line, true, "시험");
        // everybody asks from the same place here
        db.sql("delete from notices.browser_knock").update();
    }

    @AfterEach
    void close() {
        if (lines.get(Actor.SYSTEM, line).running()) lines.turn(Actor.SYSTEM, line, false, "시험 끝");
    }

    private MockMvcTester.MockMvcRequestBuilder asking(String subscription) {
        return mvc.post()
                .uri("/notices/subscribe")
                .param("channel", "PUSH")
                .param("subscription", subscription)
                .param("everything", "true")
                .param("disasters", "true")
                .param("agree", "true");
    }

    private static Address address(String subscription) {
        return new Address(Channel.PUSH, subscription);
    }

    @Test
    void theWorkerIsServedSoThatBrowsersTakeItAndSeeANewerOneAtOnce() {
        assertThat(mvc.get().uri("/push-worker.js"))
                .hasStatusOk()
                .hasHeader("Content-Type", "text/javascript;charset=UTF-8")
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'")
                .bodyText()
                .contains("pushsubscriptionchange")
                .contains("notificationclick");
    }

    @Test
    void thePageNamesTheKeyAndOnlyWhileTheLineIsOn() {
        assertThat(mvc.get().uri("/notices/subscribe"))
                .bodyText()
                .contains("data-key=\"" + keys.open().orElseThrow() + "\"")
                .contains("구글, 모질라, 마이크로소프트, 애플");
        lines.turn(Actor.SYSTEM, line, false, "시험");
        assertThat(mvc.get().uri("/notices/subscribe")).bodyText().doesNotContain("data-key", "이 브라우저로 받기");
        assertThat(asking(service.subscribe()).with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("지금은 브라우저로 보내는 알림을 받지 않습니다");
    }

    @Test
    void aBrowserComesInAndToItsPage() {
        var own = service.subscribe();
        assertThat(asking(own).with(csrf())).hasStatus(302).hasRedirectedUrl("/notices/my");
        assertThat(residents.find(address(own)).orElseThrow().consents().any(Instant.now()))
                .isTrue();
        var answer = mvc.post()
                .uri("/notices/my/browser")
                .param("subscription", own)
                .with(csrf())
                .exchange();
        var pass = answer.getResponse().getCookie("madang-notices");
        assertThat(pass).isNotNull();
        assertThat(mvc.get().uri("/notices/my").cookie(pass))
                .bodyText()
                .contains("data-push=\"end\"")
                .doesNotContain(own.split(" ")[2]);
        assertThat(mvc.post().uri("/notices/my/withdrawal").cookie(pass).with(csrf()))
                .hasStatus(302);
        var contact = residents.find(address(own)).orElseThrow();
        assertThat(contact.consents().any(Instant.now())).isFalse();
        assertThat(contact.dead()).as("the browser still stands, for disasters").isFalse();
    }

    @Test
    void aStrangersSecretOpensNothing() {
        var answer = mvc.post()
                .uri("/notices/my/browser")
                .param("subscription", service.subscribe())
                .with(csrf())
                .exchange();
        assertThat(answer.getResponse().getCookie("madang-notices")).isNull();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/notices/my");
    }

    @Test
    void whatIsNoBrowserComesBackWithAllThatWasTyped() {
        for (var wrong : new String[] {"", "x", "https://127.0.0.1/a b c", "https://evil.example/" + "x".repeat(5_000)})
            assertThat(asking(wrong).param("dong", "문래동").with(csrf()))
                    .hasStatus(422)
                    .bodyText()
                    .contains("알림을 받을 브라우저의 주소가 아닙니다")
                    .contains("value=\"문래동\" selected");
        var own = service.subscribe();
        assertThat(mvc.post()
                        .uri("/notices/subscribe")
                        .param("channel", "PUSH")
                        .param("subscription", own)
                        .param("everything", "true")
                        .with(csrf()))
                .hasStatus(422);
        assertThat(residents.find(address(own))).as("nobody agreed").isEmpty();
    }

    @Test
    void nobodySubscribesSomebodyFromAnotherSite() {
        var own = service.subscribe();
        assertThat(asking(own)).hasStatus(403);
        assertThat(mvc.post().uri("/notices/my/browser").param("subscription", own))
                .hasStatus(403);
        assertThat(mvc.post().uri("/notices/my/browsers").param("subscription", own))
                .hasStatus(403);
        assertThat(residents.find(address(own))).isEmpty();
    }

    /** The worker carries no token of a form; its proof is the secret it had. The answer tells nobody anything. */
    @Test
    void aWorkerTellsOfAnotherAddress() {
        var before = service.subscribe();
        var now = service.subscribe();
        assertThat(asking(before).with(csrf())).hasStatus(302);
        var contact = residents.find(address(before)).orElseThrow().id();
        var parts = before.split(" ");
        assertThat(renewal(parts[0] + " " + parts[1] + " AAAAAAAAAAAAAAAAAAAAAA", service.subscribe()))
                .hasStatus(204);
        assertThat(residents.find(address(before))).isPresent();
        assertThat(renewal(before, now)).hasStatus(204);
        assertThat(residents.find(address(now)).orElseThrow().id()).isEqualTo(contact);
        assertThat(renewal(now, "https://evil.example/1 a b")).hasStatus(422);
        assertThat(renewal("", "")).hasStatus(422);
    }

    private MockMvcTester.MockMvcRequestBuilder renewal(String before, String now) {
        return mvc.post()
                .uri("/notices/browser/renewal")
                .param("before", before)
                .param("now", now);
    }

    @Test
    void somebodyWhoCameInByTelephoneAddsTheBrowser() {
        var phone = Address.of(Channel.SMS, "01087654321");
        var mine = residents.subscribe(phone, Registry.About.NOTHING, new Wish(true, Set.of(), false, false, true));
        var pass = new Cookie("madang-notices", passOf(mine));
        var own = service.subscribe();
        assertThat(mvc.get().uri("/notices/my").cookie(pass)).bodyText().contains("이 브라우저로도 받기");
        assertThat(mvc.post()
                        .uri("/notices/my/browsers")
                        .param("subscription", own)
                        .cookie(pass)
                        .with(csrf()))
                .hasRedirectedUrl("/notices/my");
        assertThat(residents.find(address(own)).orElseThrow().recipient())
                .isEqualTo(residents.find(phone).orElseThrow().recipient());
        var other = service.subscribe();
        mvc.post()
                .uri("/notices/my/browsers")
                .param("subscription", other)
                .with(csrf())
                .exchange();
        assertThat(residents.find(address(other))).as("without a pass").isEmpty();
    }

    @Autowired
    kr.madang.notices.recipients.door.Pass passes;

    private String passOf(java.util.UUID contact) {
        return passes.in(contact);
    }
}
