package kr.madang.kernel.crypto;

import static kr.madang.kernel.crypto.BlindIndex.Form.DIGITS;
import static kr.madang.kernel.crypto.BlindIndex.Form.EMAIL;
import static kr.madang.kernel.crypto.BlindIndex.Form.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlindIndexTests {
    private final BlindIndex index = new BlindIndex(keys((byte) 1));

    private static DataKeys keys(byte fill) {
        var secret = new byte[32];
        java.util.Arrays.fill(secret, fill);
        return new DataKeys() {
            @Override
            public DataKey current() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<DataKey> find(String id) {
                return Optional.empty();
            }

            @Override
            public byte[] index() {
                return secret;
            }
        };
    }

    private String text(String value) {
        return index.exact("accounts.account", "name", TEXT, value);
    }

    private String digits(String value) {
        return index.exact("accounts.account", "phone", DIGITS, value);
    }

    @Test
    void oneNameHasOneEntryHoweverItsHangulIsComposed() {
        for (var name : new String[] {"홍길동", "나랏말ᄊᆞ미", "ᄒᆞᆫ글", "ᄀᆞ나다 각"})
            assertThat(text(Normalizer.normalize(name, Normalizer.Form.NFD)))
                    .isEqualTo(text(Normalizer.normalize(name, Normalizer.Form.NFC)));
        assertThat(text("  김  철수 ")).isEqualTo(text("김\u3000철수")).isNotEqualTo(text("김철수"));
        assertThat(text("Kim")).isEqualTo(text("KIM"));
        assertThat(text("ᄒᆞᆫ")).isNotEqualTo(text("한"));
    }

    @Test
    void oneNumberHasOneEntryHoweverItIsWritten() {
        assertThat(digits("010-0000-1234")).isEqualTo(digits("０１０ ００００．1234")).isEqualTo(digits("01000001234"));
        assertThat(digits("010-0000-1234")).isNotEqualTo(digits("010-0000-1235"));
    }

    @Test
    void lastFourFindsByTheEndOnly() {
        var entry = index.lastFour("accounts.account", "phone", "010-0000-1234");
        assertThat(index.lastFour("accounts.account", "phone", "1234")).isEqualTo(entry);
        assertThat(index.lastFour("accounts.account", "phone", "02-999-1234")).isEqualTo(entry);
        assertThat(index.lastFour("accounts.account", "phone", "12")).isNotEqualTo(entry);
        assertThat(digits("1234")).isNotEqualTo(entry);
    }

    @Test
    void columnsTablesAndKeysDoNotCompare() {
        var here = index.exact("a.b", "c", TEXT, "값");
        assertThat(index.exact("a.b", "d", TEXT, "값")).isNotEqualTo(here);
        assertThat(index.exact("a.c", "c", TEXT, "값")).isNotEqualTo(here);
        assertThat(new BlindIndex(keys((byte) 2)).exact("a.b", "c", TEXT, "값")).isNotEqualTo(here);
        assertThat(here).hasSize(22);
    }

    @Test
    void mailHasNoCase() {
        assertThat(index.exact("a.b", "m", EMAIL, " Hong@Example.KR "))
                .isEqualTo(index.exact("a.b", "m", EMAIL, "hong@example.kr"));
    }
}
