package kr.madang.notices.carriers.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedTests {
    private static final URI SOMEWHERE = URI.create("https://push.example/1");

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    /** The example of RFC 8291, appendix A. */
    @Test
    void theExampleOfTheStandardComesOutAsPrinted() {
        var browser = new Subscription(
                SOMEWHERE,
                P256.publicKey(bytes(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")),
                bytes("BTBZMqHH6r4Tts7J_aSIgg"));
        var office = new KeyPair(
                P256.publicKey(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        var text = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);
        var sealed = Sealed.seal(text, browser, office, bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg"
                                + "Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void onlyTheBrowserItIsForCanReadIt() {
        var browser = new Browser(SOMEWHERE);
        var other = new Browser(SOMEWHERE);
        var sealed = Sealed.seal("호우경보".getBytes(StandardCharsets.UTF_8), browser.subscription());
        assertThat(browser.open(sealed)).isEqualTo("호우경보");
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        var again = Sealed.seal("호우경보".getBytes(StandardCharsets.UTF_8), browser.subscription());
        assertThat(again).as("a key and a salt of its own").isNotEqualTo(sealed);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> browser.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLongestTextFillsOneRecordAndNoMore() {
        var browser = new Browser(SOMEWHERE);
        var longest = "가".repeat(Sealed.LONGEST / 3).getBytes(StandardCharsets.UTF_8);
        assertThat(Sealed.seal(longest, browser.subscription())).hasSizeLessThanOrEqualTo(4_096);
        assertThat(Sealed.seal(new byte[Sealed.LONGEST], browser.subscription()))
                .hasSize(4_096);
        assertThat(browser.open(Sealed.seal(new byte[0], browser.subscription())))
                .isEmpty();
        assertThatThrownBy(() -> Sealed.seal(new byte[Sealed.LONGEST + 1], browser.subscription()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A point beside the curve makes the other side tell its key, bit by bit. */
    @Test
    void keysThatAreNoneAreRefused() {
        var key = new Browser(SOMEWHERE).point();
        key[64] ^= 1;
        assertThatThrownBy(() -> P256.publicKey(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[] {4})).isInstanceOf(IllegalArgumentException.class);
        var large = new byte[65];
        java.util.Arrays.fill(large, (byte) 0xFF);
        large[0] = 4;
        assertThatThrownBy(() -> P256.publicKey(large)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSubscriptionIsReadBackAsItWasWrittenAndNothingElseIs() {
        var subscription = new Browser(SOMEWHERE).subscription();
        var back = Subscription.of(subscription.line());
        assertThat(back.line()).isEqualTo(subscription.line());
        assertThat(back.toString()).isEqualTo("push.example/***");
        for (var wrong : new String[] {
            "",
            "https://push.example/1",
            "https://push.example/1 x y",
            subscription.line() + " z",
            "https://push example/1 " + subscription.line(),
            subscription.line().replace("https", "h ttps"),
            "https://push.example/" + "1".repeat(1_000) + " " + subscription.line()
        }) assertThatThrownBy(() -> Subscription.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
    }

    /** Keys that happen to begin with zeros are as long as the others. */
    @Test
    void everyPairIsReadBack() {
        for (int i = 0; i < 600; i++) {
            var line = PushSettings.newKeys();
            var pair = PushSettings.keys(line);
            assertThat(P256.shared(
                            (java.security.interfaces.ECPrivateKey) pair.getPrivate(),
                            (java.security.interfaces.ECPublicKey) pair.getPublic()))
                    .hasSize(32);
            assertThat(line).hasSize(87 + 1 + 43);
        }
    }
}
