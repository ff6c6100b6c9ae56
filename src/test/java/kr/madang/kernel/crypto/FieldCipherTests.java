package kr.madang.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldCipherTests {
    private static final Aad PLACE = new Aad("accounts.account", "phone", "0190a");

    /** Keys in memory, drawn from a seed. */
    private static final class MapKeys implements DataKeys {
        final Map<String, DataKey> keys = new HashMap<>();
        final SplittableRandom random;
        DataKey current;

        MapKeys(CipherProvider provider, long seed) {
            random = new SplittableRandom(seed);
            current = rotate(provider);
        }

        DataKey rotate(CipherProvider provider) {
            var secret = new byte[32];
            random.nextBytes(secret);
            current = new DataKey("f" + (keys.size() + 1), provider, secret);
            keys.put(current.id(), current);
            return current;
        }

        @Override
        public DataKey current() {
            return current;
        }

        @Override
        public Optional<DataKey> find(String id) {
            return Optional.ofNullable(keys.get(id));
        }

        @Override
        public byte[] index() {
            return new byte[32];
        }
    }

    static Stream<CipherProvider> providers() {
        return Stream.of(new AesGcm(), new AriaGcm());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anythingSealedOpensAgain(CipherProvider provider) {
        var cipher = new FieldCipher(new MapKeys(provider, 1));
        var random = new SplittableRandom(20261121);
        for (int i = 0; i < 5_000; i++) {
            var plain = text(random);
            var place = new Aad("t" + random.nextInt(9), "c", "r" + random.nextInt());
            assertThat(cipher.open(cipher.seal(plain, place), place)).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyChangedBitIsRefused(CipherProvider provider) {
        var cipher = new FieldCipher(new MapKeys(provider, 1));
        var sealed = cipher.seal("010-0000-1234", PLACE);
        var head = sealed.substring(0, sealed.lastIndexOf('.') + 1);
        var body = Base64.getUrlDecoder().decode(sealed.substring(head.length()));
        for (int bit = 0; bit < body.length * 8; bit++) {
            var changed = body.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refused(cipher, head + FieldCipher.base64(changed), PLACE);
        }
    }

    @Test
    void everyChangedLetterIsRefused() {
        var cipher = new FieldCipher(new MapKeys(new AesGcm(), 1));
        // lengths 0..3 cover the spare bits of the last base64 letter
        for (var plain : new String[] {"", "a", "ab", "abc"}) {
            var sealed = cipher.seal(plain, PLACE);
            for (int i = 0; i < sealed.length(); i++)
                for (char c : new char[] {'A', 'B', 'f', '1', '.', '=', '_', '-', '+', '/', ' ', '\n', '가'})
                    if (sealed.charAt(i) != c)
                        refused(cipher, sealed.substring(0, i) + c + sealed.substring(i + 1), PLACE);
        }
    }

    @Test
    void anyPrefixOrExtensionIsRefused() {
        var cipher = new FieldCipher(new MapKeys(new AesGcm(), 1));
        var sealed = cipher.seal("홍보미디어과", PLACE);
        for (int i = 0; i < sealed.length(); i++) refused(cipher, sealed.substring(0, i), PLACE);
        for (var more : new String[] {"A", "AAAA", "=", ".", " "}) refused(cipher, sealed + more, PLACE);
    }

    @Test
    void aValueOpensInNoOtherPlace() {
        var cipher = new FieldCipher(new MapKeys(new AesGcm(), 1));
        var sealed = cipher.seal("900101-1234567", PLACE);
        refused(cipher, sealed, new Aad("accounts.other", "phone", "0190a"));
        refused(cipher, sealed, new Aad("accounts.account", "mail", "0190a"));
        refused(cipher, sealed, new Aad("accounts.account", "phone", "0190b"));
        // the joined form must not let a part slide into its neighbor
        assertThatThrownBy(() -> new Aad("a|b", "c", "d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Aad("a", "b|c", "d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueOpensUnderNoOtherKey() {
        var keys = new MapKeys(new AesGcm(), 1);
        var other = new MapKeys(new AesGcm(), 2);
        var sealed = new FieldCipher(keys).seal("비밀", PLACE);
        refused(new FieldCipher(other), sealed, PLACE);
        keys.rotate(new AesGcm());
        refused(new FieldCipher(keys), sealed.replace("m1.f1.", "m1.f2."), PLACE);
        refused(new FieldCipher(keys), sealed.replace("m1.f1.", "m1.f9."), PLACE);
        refused(new FieldCipher(keys), sealed.replace("m1.", "m2."), PLACE);
    }

    @Test
    void afterRotationOldValuesOpenAndNewOnesNameTheNewKey() {
        var keys = new MapKeys(new AesGcm(), 1);
        var cipher = new FieldCipher(keys);
        var old = cipher.seal("예전 값", PLACE);
        keys.rotate(new AriaGcm());
        assertThat(cipher.open(old, PLACE)).isEqualTo("예전 값");
        assertThat(cipher.isCurrent(old)).isFalse();
        var renewed = cipher.reseal(old, PLACE);
        assertThat(FieldCipher.keyId(renewed)).isEqualTo("f2");
        assertThat(cipher.isCurrent(renewed)).isTrue();
        assertThat(cipher.open(renewed, PLACE)).isEqualTo("예전 값");
    }

    @Test
    void equalValuesNeverLookAlike() {
        var cipher = new FieldCipher(new MapKeys(new AesGcm(), 1));
        var seen = new HashSet<String>();
        for (int i = 0; i < 20_000; i++) seen.add(cipher.seal("같은 값", PLACE));
        assertThat(seen).hasSize(20_000);
    }

    @Test
    void halfACharacterIsRefusedInsteadOfLost() {
        var cipher = new FieldCipher(new MapKeys(new AesGcm(), 1));
        assertThatThrownBy(() -> cipher.seal("a\ud83d", PLACE)).isInstanceOf(Refused.class);
    }

    @Test
    void noExceptionAndNoTextOfAKeyShowsWhatItHolds() {
        var keys = new MapKeys(new AesGcm(), 1);
        var cipher = new FieldCipher(keys);
        var sealed = cipher.seal("900101-1234567", PLACE);
        var body = sealed.substring(6);
        assertThatThrownBy(() -> cipher.open(sealed + "x", PLACE))
                .hasMessageNotContaining(body)
                .hasMessageNotContaining("0190a")
                .hasNoCause();
        assertThat(keys.current().toString()).isEqualTo("DataKey[f1]");
        assertThat(MasterKeys.parse("a:" + Base64.getEncoder().encodeToString(new byte[32])))
                .hasToString("MasterKeys[a]");
    }

    private static void refused(FieldCipher cipher, String sealed, Aad place) {
        assertThatThrownBy(() -> cipher.open(sealed, place), "%s", sealed)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kernel.crypto.unreadable");
    }

    private static String text(SplittableRandom random) {
        var out = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++)
            out.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20, 0x7f);
                        case 1 -> random.nextInt(0xAC00, 0xD7A4);
                        case 2 -> random.nextInt(0x1100, 0x1200);
                        default -> random.nextInt(0x1F300, 0x1F600);
                    });
        return out.toString();
    }
}
