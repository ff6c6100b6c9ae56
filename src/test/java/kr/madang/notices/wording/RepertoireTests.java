package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepertoireTests {
    private static final Charset WIDE = Charset.forName("MS949");
    private static final Charset STRICT = Charset.forName("EUC-KR");

    private static List<String> differences(Repertoire repertoire, Charset charset) {
        var found = new ArrayList<String>();
        var encoder = charset.newEncoder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean known = !Character.isSurrogate((char) c) && encoder.canEncode((char) c);
            int width = known ? String.valueOf((char) c).getBytes(charset).length : 0;
            if (repertoire.width(c) != width) found.add(Integer.toHexString(c));
        }
        return found;
    }

    @Test
    void everyCharacterIsAsWideAsTheStandardSays() {
        assertThat(differences(Repertoire.CP949, WIDE))
                .allMatch(hex -> Character.getType(Integer.parseInt(hex, 16)) == Character.PRIVATE_USE)
                .hasSize(188);
        // ㉾, of the edition of 2002, has no bytes in CP949
        assertThat(differences(Repertoire.KS_X_1001, STRICT)).containsExactly("327e");
    }

    @Test
    void bothWriteTheSameBytes() {
        var different = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(c -> Repertoire.KS_X_1001.width(c) > 0)
                .mapToObj(c -> String.valueOf((char) c))
                .filter(s -> !Arrays.equals(s.getBytes(WIDE), s.getBytes(STRICT)))
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    void theStrictOneLacks8822Syllables() {
        var syllables = IntStream.rangeClosed('가', '힣');
        assertThat(syllables.filter(c -> Repertoire.CP949.width(c) == 2).count())
                .isEqualTo(11_172);
        var strict = IntStream.rangeClosed('가', '힣').filter(c -> Repertoire.KS_X_1001.width(c) == 0);
        assertThat(strict.count()).isEqualTo(8_822);
        assertThat(Repertoire.KS_X_1001.width('똠')).isZero();
        assertThat(Repertoire.KS_X_1001.width('똑')).isEqualTo(2);
    }

    @Test
    void nothingBeyondTheFirstPlaneIsKnown() {
        for (var repertoire : Repertoire.values())
            assertThat(IntStream.rangeClosed(0x10000, Character.MAX_CODE_POINT).allMatch(c -> repertoire.width(c) == 0))
                    .isTrue();
    }
}
