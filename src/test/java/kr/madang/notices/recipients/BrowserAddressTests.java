package kr.madang.notices.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.push.PushService;
import kr.madang.notices.carriers.push.PushSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions of browsers as addresses: whatever a stranger posts, the office writes to push services only. */
class BrowserAddressTests {
    /** A key and a secret as a browser has them. */
    private static final String OWN = PushService.running().subscribe().replaceFirst("^\\S+ ", " ");

    private static String at(String endpoint) {
        return endpoint + OWN;
    }

    @ParameterizedTest
    @CsvSource({
        "https://fcm.googleapis.com/fcm/send/abc:DEF_1-2, Google FCM ***",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAA_=, Mozilla Push ***",
        "https://db5p.notify.windows.com/w/?token=BQ%3d, Microsoft WNS ***",
        "https://web.push.apple.com/QGu1, Apple Push ***"
    })
    void browsersOfAllMakersAreTaken(String endpoint, String masked) {
        var address = Address.of(Channel.PUSH, "  " + at(endpoint) + "\n");
        assertThat(address.value()).isEqualTo(at(endpoint));
        assertThat(address.masked()).isEqualTo(masked).doesNotContain("token", "send");
        assertThat(address.toString()).isEqualTo(masked);
        assertThat(address.lastFour()).isEmpty();
    }

    /** The same bytes, written with padding by one browser and without by another. */
    @Test
    void twoSpellingsOfOneSubscriptionAreOne() {
        var parts = at("https://fcm.googleapis.com/x").split(" ");
        var padded = parts[0] + " " + parts[1] + "= " + parts[2] + "==";
        assertThat(Address.of(Channel.PUSH, padded).value()).isEqualTo(String.join(" ", parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://fcm.googleapis.com:8443/x",
                "https://FCM.googleapis.com@127.0.0.1/x",
                "https://user:pass@fcm.googleapis.com/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://localhost/x",
                "https://evilnotify.windows.com/x",
                "https://.notify.windows.com/x",
                "https://a_b.notify.windows.com/x",
                "https://evil.example/x?.push.apple.com",
                "https://evil.example#.push.apple.com",
                "https://fcm.googleapis.com/x#fragment",
                "https://fcm.googleapis.com\\@evil.example/x",
                "https://fcm.googleapis.com/가",
                "//fcm.googleapis.com/x",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://push.madang.example/browser/000001",
                ""
            })
    void noOtherPlaceIsEverWrittenTo(String endpoint) {
        assertThat(Address.find(Channel.PUSH, at(endpoint))).isEmpty();
    }

    @Test
    void whatIsNoSubscriptionIsNone() {
        var good = at("https://fcm.googleapis.com/x");
        var parts = good.split(" ");
        for (var wrong : List.of(
                parts[0],
                parts[0] + " " + parts[1],
                good + " more",
                good.replace(" ", "  "),
                parts[0] + " " + parts[2] + " " + parts[1],
                parts[0] + " " + parts[1].substring(0, 60) + " " + parts[2],
                parts[0] + " BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA "
                        + parts[2],
                parts[0] + " " + parts[1] + " AAAA",
                at("https://fcm.googleapis.com/" + "x".repeat(1_000)),
                good + "\nhttps://evil.example/"))
            assertThat(Address.find(Channel.PUSH, wrong)).as(wrong).isEmpty();
        assertThatThrownBy(() -> Address.of(Channel.PUSH, "x"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("notices.address.push");
    }

    /** A service more only by who runs the machine, never by what a browser says. */
    @Test
    void moreServicesAreNamedByTheOffice() {
        var mine = at("https://push.office.example/1");
        assertThat(Address.push(mine, PushSettings.services(""))).isEmpty();
        assertThat(Address.push(mine, PushSettings.services(" https://push.office.example , ")))
                .isPresent();
        assertThat(PushSettings.services("")).isEqualTo(PushSettings.SERVICES);
    }
}
