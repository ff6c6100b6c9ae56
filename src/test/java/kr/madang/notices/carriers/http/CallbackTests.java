package kr.madang.notices.carriers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts a relay brings: only genuine ones, and only fresh ones. */
class CallbackTests {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final byte[] SECRET = "the secret of the relay".getBytes(StandardCharsets.UTF_8);
    private static final String BODY = """
        {"receipts":[{"id":"a","fate":"delivered","at":"2026-11-22T02:59:00Z"},
        {"id":"b","fate":"failed","at":"2030-01-01T00:00:00Z","code":"27"},{"id":"","fate":"failed"},{"id":"c","fate":"lost"},7]}\
        """;

    private static Callback signed(String body, Instant at) {
        var timestamp = Long.toString(at.getEpochSecond());
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Callback(timestamp, HexFormat.of().formatHex(Callback.sign(SECRET, timestamp, bytes)), bytes);
    }

    private static Callback.Verdict judge(Callback callback) {
        return callback.judge(SECRET, NOW);
    }

    @Test
    void aGenuineNoticeIsRead() {
        assertThat(judge(signed(BODY, NOW)))
                .isEqualTo(new Callback.Verdict.Genuine(List.of(
                        new Receipt("a", Fate.DELIVERED, Instant.parse("2026-11-22T02:59:00Z"), ""),
                        new Receipt("b", Fate.FAILED, NOW, "27"))));
    }

    @Test
    void theSignatureIsTheOneOfOtherPrograms() {
        // openssl dgst -sha256 -hmac key over "1700000000.{}"
        assertThat(HexFormat.of()
                        .formatHex(Callback.sign(
                                "key".getBytes(StandardCharsets.UTF_8),
                                "1700000000",
                                "{}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
    }

    @Test
    void aChangedBodyTimeOrSecretIsRefused() {
        var genuine = signed(BODY, NOW);
        var refused = new Callback.Verdict.Refused("signature");
        assertThat(judge(new Callback(
                        genuine.timestamp(), genuine.signature(), (BODY + " ").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(refused);
        assertThat(judge(new Callback(genuine.timestamp() + "0", genuine.signature(), genuine.body())))
                .isEqualTo(refused);
        assertThat(genuine.judge("another".getBytes(StandardCharsets.UTF_8), NOW))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "00", "abc", "sha256="})
    void rubbishIsNoSignature(String signature) {
        assertThat(judge(new Callback("1", signature, new byte[0])))
                .isEqualTo(new Callback.Verdict.Refused("signature"));
    }

    @Test
    void anOldNoticeIsRefused() {
        var refused = new Callback.Verdict.Refused("time");
        assertThat(judge(signed(BODY, NOW.minus(Callback.WINDOW).minusSeconds(1))))
                .isEqualTo(refused);
        assertThat(judge(signed(BODY, NOW.plus(Callback.WINDOW).plusSeconds(1))))
                .isEqualTo(refused);
        assertThat(judge(signed(BODY, NOW.minus(Duration.ofMinutes(4))))).isInstanceOf(Callback.Verdict.Genuine.class);
        var bytes = new byte[0];
        for (var timestamp : List.of("", "soon", "9223372036854775807", "-9223372036854775808")) {
            var signature = HexFormat.of().formatHex(Callback.sign(SECRET, timestamp, bytes));
            assertThat(judge(new Callback(timestamp, signature, bytes))).isEqualTo(refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"receipts\":{\"a\":1}}"})
    void aSignedNoticeNobodyCanReadHasNoReceipts(String body) {
        assertThat(judge(signed(body, NOW))).isEqualTo(new Callback.Verdict.Genuine(List.of()));
    }
}
