package kr.madang.notices.recipients.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.push.PushService;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Consent;
import kr.madang.notices.recipients.ConsentWording;
import kr.madang.notices.recipients.Contact;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Topic;
import kr.madang.notices.recipients.Wish;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Browsers that come in: by their secret and nothing else, within limits, each once. */
@OfficeTest
class BrowsersTests {
    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    private static final Wish WISH = new Wish(false, Set.of(Topic.CULTURE), true, false, true);
    private static final Asking ASKING = new Asking(Registry.About.NOTHING, WISH);

    @Autowired
    Browsers browsers;

    @Autowired
    Residents residents;

    @Autowired
    Registry registry;

    @Autowired
    JdbcClient db;

    private final PushService service = PushService.running();

    private static String client() {
        return "10.7.2." + NUMBER.incrementAndGet();
    }

    private Contact find(UUID contact) {
        return residents.find(contact).orElseThrow();
    }

    @Test
    void aBrowserIsTakenInAndItsPermissionIsTheProof() {
        var line = service.subscribe();
        var contact = find(browsers.subscribe(line, ASKING, client()));
        assertThat(contact.channel()).isEqualTo(Channel.PUSH);
        assertThat(contact.masked()).endsWith("***").doesNotContain("/push/");
        assertThat(contact.consents().standing(Instant.now())).hasSize(2).allSatisfy(c -> {
            assertThat(c.source()).isEqualTo(Consent.Source.BROWSER);
            assertThat(c.wording()).isEqualTo(ConsentWording.CURRENT);
        });
        var parts = line.split(" ");
        assertThat(db.sql(
                                "select sealed || ' ' || finder || ' ' || masked || last_four from notices.contact where id = :id")
                        .param("id", contact.id())
                        .query(String.class)
                        .single())
                .doesNotContain(parts[0], parts[1], parts[2], "/push/");
    }

    @Test
    void aSecondTimeIsTheSameBrowserWithOtherWishes() {
        var line = service.subscribe();
        var first = browsers.subscribe(line, ASKING, client());
        var other = new Asking(Registry.About.NOTHING, new Wish(true, Set.of(), false, false, true));
        assertThat(browsers.subscribe(line, other, client())).isEqualTo(first);
        assertThat(find(first).consents().standing(Instant.now()))
                .extracting(Consent::topic)
                .containsExactly("");
    }

    @Test
    void twoAtOnceAreOne() throws Exception {
        var line = service.subscribe();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(() -> attempt(line));
            var two = pool.submit(() -> attempt(line));
            assertThat(one.get() + two.get()).isBetween(1, 2);
        }
        assertThat(residents.find(new Address(Channel.PUSH, line))).isPresent();
    }

    private int attempt(String line) {
        try {
            browsers.subscribe(line, ASKING, client());
            return 1;
        } catch (Refused busy) {
            return 0;
        }
    }

    @Test
    void whoHasTheSecretComesInAndNobodyElse() {
        var line = service.subscribe();
        var contact = browsers.subscribe(line, ASKING, client());
        assertThat(browsers.open(line, client())).contains(contact);
        var parts = line.split(" ");
        var guessed = parts[0] + " " + parts[1] + " AAAAAAAAAAAAAAAAAAAAAA";
        assertThat(browsers.open(guessed, client())).isEmpty();
        assertThat(browsers.open(service.subscribe(), client())).isEmpty();
    }

    @Test
    void whatIsNoBrowserIsRefusedAndNothingIsKept() {
        for (var wrong : new String[] {"", "01000000000", "https://evil.example/1 a b", service.subscribe() + " "})
            if (!wrong.endsWith(" "))
                assertThatThrownBy(() -> browsers.subscribe(wrong, ASKING, client()))
                        .as(wrong)
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("notices.address.push");
        var nothing = new Asking(Registry.About.NOTHING, Wish.nothing());
        var line = service.subscribe();
        assertThatThrownBy(() -> browsers.subscribe(line, nothing, client()))
                .hasMessageContaining("notices.wish.nothing");
        assertThat(residents.find(new Address(Channel.PUSH, line))).isEmpty();
    }

    @Test
    void oneClientDoesNotFillTheRegistry() {
        var client = client();
        for (int i = 0; i < 30; i++) browsers.subscribe(service.subscribe(), ASKING, client);
        assertThatThrownBy(() -> browsers.subscribe(service.subscribe(), ASKING, client))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("notices.door.many");
        browsers.subscribe(service.subscribe(), ASKING, client());
        db.sql("update notices.browser_knock set at = at - interval '25 hours' where client = :client")
                .param("client", client)
                .update();
        assertThat(browsers.forget()).isGreaterThanOrEqualTo(30);
        browsers.subscribe(service.subscribe(), ASKING, client);
    }

    @Test
    void anotherAddressOfTheSameBrowserKeepsItsConsents() {
        var before = service.subscribe();
        var now = service.subscribe();
        var contact = browsers.subscribe(before, ASKING, client());
        registry.bury(contact, "구독 해지");
        browsers.move(before, now, client());
        assertThat(browsers.open(now, client())).contains(contact);
        assertThat(browsers.open(before, client())).isEmpty();
        assertThat(find(contact).dead()).isFalse();
        assertThat(find(contact).consents().standing(Instant.now())).hasSize(2);
        // nobody's browser, and somebody else's address
        browsers.move(service.subscribe(), service.subscribe(), client());
        var other = service.subscribe();
        browsers.subscribe(other, ASKING, client());
        browsers.move(now, other, client());
        assertThat(browsers.open(now, client())).contains(contact);
        assertThatThrownBy(() -> browsers.move(now, "https://evil.example/1 a b", client()))
                .hasMessageContaining("notices.address.push");
    }

    @Test
    void somebodyWhoIsInAddsABrowserToThemselves() {
        var phone = Address.of(Channel.SMS, "0108%07d".formatted(NUMBER.incrementAndGet()));
        var mine = residents.subscribe(phone, new Registry.About("문래동", null), WISH);
        var line = service.subscribe();
        var joined = browsers.join(mine, line, client());
        assertThat(find(joined).recipient()).isEqualTo(find(mine).recipient());
        assertThat(find(joined).consents().standing(Instant.now())).hasSize(2);
        assertThat(browsers.join(mine, line, client())).as("a second time").isEqualTo(joined);
        var stranger = residents.subscribe(
                Address.of(Channel.SMS, "0108%07d".formatted(NUMBER.incrementAndGet())), Registry.About.NOTHING, WISH);
        assertThatThrownBy(() -> browsers.join(stranger, line, client())).hasMessageContaining("notices.browser.known");
        residents.unsubscribe(stranger);
        assertThatThrownBy(() -> browsers.join(stranger, service.subscribe(), client()))
                .hasMessageContaining("notices.wish.nothing");
    }

    /** A dead browser that subscribes again lives again. */
    @Test
    void whoShowsThatSomethingArrivesIsAliveAgain() {
        var line = service.subscribe();
        var contact = browsers.subscribe(line, ASKING, client());
        residents.close(contact, "본인 해지");
        assertThat(find(contact).dead()).isTrue();
        assertThat(find(contact).deadAt()).isAfter(Instant.now().minus(Duration.ofMinutes(5)));
        browsers.subscribe(line, ASKING, client());
        assertThat(find(contact).dead()).isFalse();
    }
}
