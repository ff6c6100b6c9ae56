package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;

import kr.madang.notices.wording.Encoding.LineEnd;
import kr.madang.notices.wording.Mark.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkTests {
    private static final Encoding STRICT = new Encoding(Repertoire.KS_X_1001, LineEnd.ONE);

    private static Mark only(String text) {
        var reading = Encoding.USUAL.read("가" + text + "나");
        assertThat(reading.marks()).hasSize(1);
        var mark = reading.marks().getFirst();
        assertThat(mark.from()).isEqualTo(1);
        assertThat(mark.to()).isEqualTo(1 + text.length());
        return mark;
    }

    @ParameterizedTest
    @CsvSource({
        "👨‍👩‍👧‍👦,EMOJI",
        "👍🏽,EMOJI",
        "🇰🇷,EMOJI",
        "😀,EMOJI",
        "❤️,EMOJI",
        "1️⃣,EMOJI",
        "⭐,EMOJI",
        "𠀀,HANJA",
        "é,OTHER",
        "€‍,OTHER"
    })
    void whatPeopleTakeForOneSignIsOneMark(String text, Why why) {
        assertThat(only(text).why()).isEqualTo(why);
    }

    @Test
    void hiddenAndBrokenThingsAreNamed() {
        assertThat(only("\u0000").why()).isEqualTo(Why.CONTROL);
        assertThat(only("\t").why()).isEqualTo(Why.CONTROL);
        assertThat(only("\u202e").why()).isEqualTo(Why.INVISIBLE);
        assertThat(only("\u200b").why()).isEqualTo(Why.INVISIBLE);
        assertThat(only("\ufeff").why()).isEqualTo(Why.INVISIBLE);
        assertThat(only("\ud83d").why()).isEqualTo(Why.BROKEN);
        assertThat(only("\udc00").why()).isEqualTo(Why.BROKEN);
        assertThat(only("\udb80\udc00").why()).isEqualTo(Why.PRIVATE);
        assertThat(only("\u1112\u1161\u11ab").why()).isEqualTo(Why.LOOSE);
        assertThat(only("\u1112\u119e\u11ab").why()).isEqualTo(Why.OLD_HANGUL);
    }

    @ParameterizedTest
    @CsvSource({
        "–,-", "—,―", "•,·", "⋯,…", "₩,￦", "©,(C)", "⑯,(16)", "❤️,♥", "1️⃣,1", "é,e", "ﬁ,fi", "Ⓐ,A", "𝐀,A", "☎️,☎",
        "⭐,★", "✔,V", "«,《", "‼️,!!"
    })
    void plainLookalikesAreProposed(String text, String proposal) {
        assertThat(Encoding.USUAL.mend(text)).isEqualTo(proposal);
        assertThat(STRICT.mend("가" + text + "나")).isEqualTo("가" + proposal + "나");
    }

    @Test
    void looseLettersAreJoined() {
        assertThat(Encoding.USUAL.mend("\u1112\u1161\u11ab\u1100\u1173\u11af")).isEqualTo("한글");
        assertThat(Encoding.USUAL.mend("\u1100")).isEqualTo("ㄱ");
        assertThat(Encoding.USUAL.mend("\uffa1")).isEqualTo("ㄱ");
        assertThat(Encoding.USUAL.mend("\u1112\u1161\u11ab ㅋㅋ")).isEqualTo("한 ㅋㅋ");
    }

    @Test
    void hiddenThingsAreLeftOut() {
        assertThat(Encoding.USUAL.mend("\u202e영\u200b등\ufeff포\u0000구\u00a0청\t\u2028끝\ud83d"))
                .isEqualTo("영등포구 청 \n끝");
    }

    @Test
    void quotationMarksOfWordProcessorsAreKnownToPhones() {
        assertThat(Encoding.USUAL.read("‘’“”…·※→○●□■△▲☆★♥").marked()).isZero();
        assertThat(STRICT.read("‘’“”…·※→○●□■△▲☆★♥").marked()).isZero();
    }

    @Test
    void whatOnlyTheWriterKnowsHasNoProposal() {
        for (var text : new String[] {"😀", Texts.FAMILY, "🇰🇷", "𠀀", "\u1112\u119e\u11ab", "ไ", "ع"})
            assertThat(only(text).proposal()).as(text).isNull();
        assertThat(STRICT.read("똠").marks().getFirst().proposal()).isNull();
        assertThat(only("a" + "\u0316\u0301".repeat(50)).proposal()).isNull();
    }

    @Test
    void lookalikesAreNeededAndKnown() {
        Lookalikes.SAME.forEach((c, same) -> {
            assertThat(Repertoire.CP949.width(c)).as(Character.toString(c)).isZero();
            assertThat(STRICT.shows(same)).as(Character.toString(c)).isTrue();
        });
        assertThat(Lookalikes.SAME).hasSizeGreaterThan(50);
    }

    @Test
    void placesCountAsPeopleDo() {
        var marks = Encoding.USUAL.read("안녕\r\n" + Texts.FAMILY + "가😀\n\n😀").marks();
        assertThat(marks).extracting(Mark::line).containsExactly(2, 2, 4);
        assertThat(marks).extracting(Mark::column).containsExactly(1, 9, 1);
        assertThat(marks.getFirst().place()).isEqualTo(5);
    }
}
