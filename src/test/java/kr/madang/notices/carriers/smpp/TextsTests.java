package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as bytes and pieces. */
class TextsTests {
    private static SmppSettings settings(SmppSettings.LongTexts way, Coding... codings) {
        return SmppSettings.of("localhost", 2775, "a", "b").texts(List.of(codings), way);
    }

    private static List<Texts.Piece> pieces(String text, SmppSettings.LongTexts way, Coding... codings) {
        return Texts.pieces(text, settings(way, codings), 7).orElseThrow();
    }

    @Test
    void ninetyBytesAreOnePiece() {
        var korean = "가".repeat(45);
        assertThat(pieces(korean, SmppSettings.LongTexts.PAYLOAD, Coding.KOREAN))
                .singleElement()
                .matches(piece -> !piece.payload() && piece.bytes().length == 90 && piece.coding() == 0x0E);
        assertThat(pieces(korean + "a", SmppSettings.LongTexts.PAYLOAD, Coding.KOREAN))
                .singleElement()
                .matches(piece -> piece.payload() && piece.bytes().length == 91);
    }

    @Test
    void theFirstCodingThatCanWriteItIsUsed() {
        assertThat(pieces("abc", SmppSettings.LongTexts.PAYLOAD, Coding.ALPHABET, Coding.KOREAN)
                        .getFirst()
                        .coding())
                .isZero();
        assertThat(pieces("가", SmppSettings.LongTexts.PAYLOAD, Coding.ALPHABET, Coding.KOREAN)
                        .getFirst()
                        .coding())
                .isEqualTo(0x0E);
        assertThat(pieces("🥶", SmppSettings.LongTexts.PAYLOAD, Coding.ALPHABET, Coding.KOREAN, Coding.UNICODE)
                        .getFirst()
                        .coding())
                .isEqualTo(0x08);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🥶", "\uD800", "é"})
    void whatCannotBeWrittenIsNotReplaced(String text) {
        assertThat(Texts.pieces(text, settings(SmppSettings.LongTexts.PAYLOAD, Coding.KOREAN), 1))
                .isEmpty();
    }

    @Test
    void noPartIsTooLongAndNoCharacterIsCut() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 50 + random.nextInt(600); i++)
                text.appendCodePoint(
                        random.nextInt(3) == 0 ? 'a' + random.nextInt(26) : 0xAC00 + random.nextInt(11_172));
            var parts = pieces(text.toString(), SmppSettings.LongTexts.PARTS, Coding.KOREAN);
            var whole = new StringBuilder();
            for (var part : parts) {
                assertThat(part.bytes().length).isLessThanOrEqualTo(140);
                int head = part.part() ? 6 : 0;
                whole.append(Coding.KOREAN.read(java.util.Arrays.copyOfRange(part.bytes(), head, part.bytes().length)));
            }
            assertThat(whole.toString()).isEqualTo(text.toString());
        }
    }

    @Test
    void partsAreNumbered() {
        var parts = pieces("😀".repeat(100), SmppSettings.LongTexts.PARTS, Coding.UNICODE);
        assertThat(parts).hasSize(4);
        for (int i = 0; i < 4; i++) assertThat(parts.get(i).bytes()).startsWith(5, 0, 3, 7, 4, i + 1);
    }

    @Test
    void aTextNoPhoneCouldShowIsRefused() {
        assertThat(Texts.pieces("가".repeat(20_000), settings(SmppSettings.LongTexts.PAYLOAD, Coding.KOREAN), 1))
                .isEmpty();
        assertThat(Texts.pieces("a".repeat(31_000) + "가", settings(SmppSettings.LongTexts.PARTS, Coding.KOREAN), 1))
                .isPresent();
        assertThat(Texts.pieces(
                        "가".repeat(15_999), settings(SmppSettings.LongTexts.PARTS, new Coding("MS949", 14, 90, 60)), 1))
                .isEmpty();
    }

    @Test
    void theAlphabetOfTheNetworksHasItsOwnNumbers() {
        assertThat(Coding.ALPHABET.write("@[€").orElseThrow()).containsExactly(0x00, 0x1B, 0x3C, 0x1B, 0x65);
        assertThat(Coding.ALPHABET.read(new byte[] {0x00, 0x1B, 0x3C, 0x1B, 0x65}))
                .isEqualTo("@[€");
        assertThat(Coding.ALPHABET.read(new byte[] {0x1B, 0x7F, (byte) 0x90, 0x1B}))
                .hasSize(3);
        assertThat(Coding.ALPHABET.write("가")).isEmpty();
        var all = new byte[128];
        for (int i = 0; i < 128; i++) all[i] = (byte) (i == 0x1B ? 0x20 : i);
        assertThat(Coding.ALPHABET.write(Coding.ALPHABET.read(all)).orElseThrow())
                .isEqualTo(all);
    }

    @Test
    void aCharacterSetNobodyKnowsIsAMistakeInTheSettings() {
        assertThatThrownBy(() -> new Coding("KOREAN-9", 3, 90, 140)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Coding("EUC-KR", 0x84, 90, 140).write("가").orElseThrow())
                .isEqualTo(new byte[] {(byte) 0xB0, (byte) 0xA1});
    }

    @ParameterizedTest
    @CsvSource({
        "AS_THEY_ARE, 00AB, 00AB, 00AB",
        "HEX_THEN_DECIMAL, 00AB, 0000000171, ab",
        "HEX_THEN_DECIMAL, ab, 171, ab",
        "DECIMAL_THEN_HEX, 0171, 00AB, 171",
        "HEX_THEN_DECIMAL, msg-1, msg-1, msg-1"
    })
    void idsAreKeptInOneNotation(MessageIds ids, String answered, String receipted, String kept) {
        assertThat(ids.answered(answered)).isEqualTo(kept);
        assertThat(ids.receipted(receipted)).isEqualTo(kept);
    }

    @Test
    void anIdThatIsHugeStaysAsItIs() {
        assertThat(MessageIds.HEX_THEN_DECIMAL.receipted("9".repeat(100_000))).hasSize(100_000);
    }

    @Test
    void settingsDoNotTellThePassword() {
        assertThat(SmppSettings.of("h", 1, "id", "hidden").toString()).doesNotContain("hidden");
        assertThat(Line.parcel(1, "text").toString()).doesNotContain("text").doesNotContain(Line.number(1));
        assertThat(new String(Coding.ASCII.write("ab").orElseThrow(), StandardCharsets.US_ASCII))
                .isEqualTo("ab");
    }
}
