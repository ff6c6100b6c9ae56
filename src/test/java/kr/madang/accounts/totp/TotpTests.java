package kr.madang.accounts.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes();

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void theVectorsOfTheStandardComeOut(long second, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(second));
        assertThat(Totp.code(SECRET, step, 8, "HmacSHA1")).isEqualTo(sha1);
        assertThat(Totp.code("12345678901234567890123456789012".getBytes(), step, 8, "HmacSHA256"))
                .isEqualTo(sha256);
        assertThat(Totp.code(
                        "1234567890123456789012345678901234567890123456789012345678901234".getBytes(),
                        step,
                        8,
                        "HmacSHA512"))
                .isEqualTo(sha512);
    }

    @Test
    void aCodeHoldsOneStepEitherWayAndOnce() {
        var now = Instant.parse("2026-11-21T03:00:00Z");
        long step = Totp.step(now);
        assertThat(Totp.verify(SECRET, Totp.code(SECRET, step - 1), now, -1)).hasValue(step - 1);
        assertThat(Totp.verify(SECRET, Totp.code(SECRET, step + 1), now, -1)).hasValue(step + 1);
        assertThat(Totp.verify(SECRET, Totp.code(SECRET, step - 2), now, -1)).isEmpty();
        assertThat(Totp.verify(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.verify(SECRET, Totp.code(SECRET, step - 1), now, step)).isEmpty();
    }

    @Test
    void aClockSetBackMakesNoUsedCodeGood() {
        var now = Instant.parse("2026-11-21T03:00:00Z");
        long used = Totp.step(now);
        var earlier = now.minusSeconds(300);
        assertThat(Totp.verify(SECRET, Totp.code(SECRET, Totp.step(earlier)), earlier, used))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes())).isEqualTo(encoded);
        assertThat(new String(Base32.decode(encoded))).isEqualTo(plain);
    }
}
