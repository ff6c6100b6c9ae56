package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.madang.kernel.Refused;
import kr.madang.notices.wording.Encoding.LineEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTests {
    private static final Encoding STRICT = new Encoding(Repertoire.KS_X_1001, LineEnd.ONE);
    private static final Encoding TWO = new Encoding(Repertoire.CP949, LineEnd.TWO);

    @ParameterizedTest
    @CsvSource({"'',0", "A,1", "가,2", "가A,3", "똠방각하,8", "“따옴표”…,12", "１,2", "①㎡,4", "漢字,4"})
    void bytesAreThoseOfTheCarriers(String text, int bytes) {
        assertThat(Encoding.USUAL.bytes(text)).isEqualTo(bytes);
    }

    @Test
    void aNewLineCostsWhatTheCarrierSays() {
        for (var text : new String[] {"가\n나", "가\r\n나", "가\r나"}) {
            assertThat(Encoding.USUAL.bytes(text)).isEqualTo(5);
            assertThat(TWO.bytes(text)).isEqualTo(6);
            assertThat(Encoding.USUAL.encode(text)).hasSize(5);
            assertThat(TWO.encode(text)).hasSize(6).containsSequence('\r', '\n');
        }
        assertThat(TWO.bytes("\n\r\n\r")).isEqualTo(6);
    }

    @Test
    void anUnknownCharacterTravelsAsAQuestionMark() {
        assertThat(new String(Encoding.USUAL.encode("좋아요👍!"), Repertoire.CHARSET))
                .isEqualTo("좋아요?!");
        assertThat(new String(STRICT.encode("똠방"), Repertoire.CHARSET)).isEqualTo("?방");
        assertThat(Encoding.USUAL.bytes("👍")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Repertoire.class)
    void everyCharacterOfTheFirstPlaneIsCountedOrReported(Repertoire repertoire) {
        var encoding = new Encoding(repertoire, LineEnd.ONE);
        var encoder = Repertoire.CHARSET.newEncoder();
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            char c = (char) i;
            var text = String.valueOf(c);
            var reading = encoding.read(text);
            assertThat(reading.characters()).isEqualTo(1);
            if (reading.marked() == 0) {
                assertThat(encoder.canEncode(c)).as("%x", i).isTrue();
                assertThat(reading.bytes()).as("%x", i).isEqualTo(text.getBytes(Repertoire.CHARSET).length);
                assertThat(encoding.mend(text)).isEqualTo(text);
            } else {
                assertThat(reading.marks()).as("%x", i).hasSize(1);
                var proposal = reading.marks().getFirst().proposal();
                if (proposal != null)
                    assertThat(encoding.shows(proposal)).as("%x", i).isTrue();
            }
            if (c != '\n' && c != '\r' && !Character.isISOControl(c) && repertoire.width(c) > 0)
                assertThat(reading.marked()).as("%x", i).isZero();
        }
    }

    @Test
    void lengthsAreThoseOfTheEncoderForAnyText() {
        var random = new SplittableRandom(20261122);
        for (int i = 0; i < 3_000; i++) {
            var text = Texts.random(random, 40);
            var one = text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\ue000-\uf8ff]", "?");
            assertThat(Encoding.USUAL.bytes(text)).as(text).isEqualTo(one.getBytes(Repertoire.CHARSET).length);
            for (var encoding : new Encoding[] {Encoding.USUAL, STRICT, TWO})
                assertThat(encoding.encode(text)).hasSize(encoding.bytes(text));
        }
    }

    @Test
    void marksCoverExactlyWhatPhonesDoNotShow() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 3_000; i++) {
            var text = Texts.random(random, 40);
            for (var encoding : new Encoding[] {Encoding.USUAL, STRICT}) {
                var reading = encoding.read(text);
                assertThat(reading.marked()).isEqualTo(reading.marks().size());
                var pieces = encoding.pieces(text, reading);
                assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                        .isEqualTo(text);
                for (var piece : pieces)
                    assertThat(encoding.shows(piece.text())).isEqualTo(piece.mark() == null);
                for (var mark : reading.marks()) placed(text, mark);
                assertThat(encoding.shows(text)).isEqualTo(reading.marked() == 0);
            }
        }
    }

    private static void placed(String text, Mark mark) {
        assertThat(mark.place()).isEqualTo(text.codePointCount(0, mark.from()) + 1);
        var before = text.substring(0, mark.from()).replace("\r\n", "\n").replace('\r', '\n');
        assertThat(mark.line())
                .isEqualTo((int) before.chars().filter(c -> c == '\n').count() + 1);
        var row = before.substring(before.lastIndexOf('\n') + 1);
        assertThat(mark.column()).isEqualTo(row.codePointCount(0, row.length()) + 1);
    }

    @Test
    void aCutFitsAndPartsNothing() {
        var random = new SplittableRandom(99);
        for (int i = 0; i < 2_000; i++) {
            var text = Texts.random(random, 40);
            int most = random.nextInt(100);
            int cut = Encoding.USUAL.cut(text, most);
            assertThat(Encoding.USUAL.bytes(text.substring(0, cut))).isLessThanOrEqualTo(most);
            if (cut < text.length()) {
                int next = new Clusters(text).after(cut);
                assertThat(Encoding.USUAL.bytes(text.substring(0, next))).isGreaterThan(most);
                if (cut > 0)
                    assertThat(Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut)))
                            .isFalse();
            }
        }
        assertThat(Encoding.USUAL.cut("가" + Texts.FAMILY + "나", 3)).isEqualTo(1);
        assertThat(TWO.cut("가\r\n나", 3)).isEqualTo(1);
    }

    @Test
    void mendingLeavesNothingThatHasAPlainProposal() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            var text = Texts.random(random, 30);
            var mended = Encoding.USUAL.mend(text);
            assertThat(Encoding.USUAL.read(mended).marked())
                    .as(text)
                    .isLessThanOrEqualTo(Encoding.USUAL.read(text).marked());
            if (Encoding.USUAL.read(text).marks().stream().allMatch(mark -> mark.proposal() != null))
                assertThat(Encoding.USUAL.shows(mended)).as(text).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "가",
                "\ud83d",
                "\u0000",
                "\u202e",
                "\u0301",
                "\u1100",
                "👍🏽",
                "\u200d",
                "🇰",
                "\u0316\u0301",
                "a\n",
                "\r"
            })
    void twoHundredThousandCharactersAreRead(String bit) {
        var text = bit.repeat(Encoding.LONGEST / bit.length());
        var reading = Encoding.USUAL.read(text);
        assertThat(reading.characters()).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(reading.marks()).hasSizeLessThanOrEqualTo(200);
        assertThat(reading.bytes()).isEqualTo(Encoding.USUAL.encode(text).length);
        int cut = Encoding.USUAL.cut(text, 90);
        assertThat(Encoding.USUAL.bytes(text.substring(0, cut))).isLessThanOrEqualTo(90);
        assertThat(Encoding.USUAL.mend(text).length()).isLessThanOrEqualTo(text.length());
        for (var mark : reading.marks()) assertThat(mark.text().length()).isLessThanOrEqualTo(21);
    }

    @Test
    void evenLongerTextsAreRefused() {
        assertThatThrownBy(() -> Encoding.USUAL.read("가".repeat(Encoding.LONGEST + 1)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.text.size"));
    }

    @Test
    void syllablesBeyondTheStandardAreToldApart() {
        assertThat(Encoding.USUAL.read("똠방각하와 쀍").extended()).isEqualTo(2);
        assertThat(Encoding.USUAL.read("똠방각하와 쀍").marked()).isZero();
        var strict = STRICT.read("똠방각하와 쀍");
        assertThat(strict.marks())
                .extracting(Mark::why)
                .containsOnly(Mark.Why.SYLLABLE)
                .hasSize(2);
        assertThat(strict.marks()).extracting(Mark::place).containsExactly(1, 7);
        var all = IntStream.rangeClosed('가', '힣').mapToObj(Character::toString).collect(Collectors.joining());
        assertThat(STRICT.read(all).marked()).isEqualTo(8_822);
        assertThat(Encoding.USUAL.read(all).extended()).isEqualTo(8_822);
    }
}
