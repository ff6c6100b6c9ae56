package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kr.madang.kernel.Refused;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Terms TERMS = new Terms(
            Encoding.USUAL,
            Limits.USUAL,
            new Prices(List.of(
                    Price.of(Size.SMS, "10", DAY, null),
                    Price.of(Size.LMS, "30", DAY, null),
                    Price.of(Size.MMS, "100", DAY, null))),
            new Sender("마당구청", SenderNumber.of("02-2670-3114"), PhoneNumber.of("080-234-5678")),
            DAY);

    private static Preview of(String text) {
        return Preview.of(Letter.sms(Kind.PUBLIC, text), TERMS, 100);
    }

    private static List<Check> checks(Preview preview) {
        return preview.findings().stream().map(Finding::check).toList();
    }

    @ParameterizedTest
    @CsvSource({"45,'',SMS,0", "45,A,LMS,1909", "999,AA,LMS,0", "1000,'',LMS,0", "1000,A,TOO_LONG,-1", "1,'',SMS,88"})
    void theSizeFollowsTheBytes(int syllables, String more, Size size, int left) {
        var preview = of("가".repeat(syllables) + more);
        assertThat(preview.measure().size()).isEqualTo(size);
        assertThat(preview.measure().left()).isEqualTo(left);
        assertThat(preview.sendable()).isEqualTo(size != Size.TOO_LONG);
        assertThat(preview.cost().won().amount()).isEqualTo(size == Size.SMS ? 1_000 : size == Size.LMS ? 3_000 : 0);
    }

    @Test
    void subjectAndPicturesMakeItLonger() {
        var titled = new Letter(Kind.PUBLIC, Channel.SMS, "알림", "가", 0);
        assertThat(Preview.of(titled, TERMS, 1).measure().size()).isEqualTo(Size.LMS);
        var pictured = new Letter(Kind.PUBLIC, Channel.SMS, "", "가", 1);
        assertThat(Preview.of(pictured, TERMS, 2).cost().won().amount()).isEqualTo(200);
        var long41 = new Letter(Kind.PUBLIC, Channel.SMS, "가".repeat(20) + "a", "가", 0);
        assertThat(checks(Preview.of(long41, TERMS, 1))).containsExactly(Check.SUBJECT_LONG);
        var smiling = new Letter(Kind.PUBLIC, Channel.SMS, "😀", "가", 0);
        assertThat(checks(Preview.of(smiling, TERMS, 1))).containsExactly(Check.MARKED);
        assertThatThrownBy(() -> new Letter(Kind.PUBLIC, Channel.SMS, "", "가", 4))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsTooLongSaysWhereToCut() {
        var preview = of("가".repeat(1_001));
        assertThat(preview.measure().cut()).isEqualTo(1_000);
        var finding = preview.findings().getFirst();
        assertThat(finding.check()).isEqualTo(Check.TOO_LONG);
        assertThat(finding.from()).isEqualTo(1_000);
        assertThat(finding.args()).containsExactly(2, 2_000);
    }

    @Test
    void aFewBytesOverAreTold() {
        assertThat(checks(of("가".repeat(46)))).containsExactly(Check.NEARLY_SMS);
        assertThat(checks(of("가".repeat(60)))).isEmpty();
        assertThat(checks(of("가".repeat(45)))).isEmpty();
    }

    @Test
    void whatPhonesCannotShowIsPainted() {
        var preview = of("좋아요👍🏽 – 끝");
        assertThat(checks(preview)).containsExactly(Check.MARKED);
        assertThat(preview.sendable()).isFalse();
        assertThat(preview.pieces()).extracting(Piece::text).containsExactly("좋아요", "👍🏽", " ", "–", " 끝");
        assertThat(preview.measure().marked()).isEqualTo(2);
        assertThat(checks(of("똠방"))).containsExactly(Check.EXTENDED);
        assertThat(checks(of(" \n "))).containsExactly(Check.EMPTY);
    }

    @Test
    void aTemplateTellsHowItsRowsDiffer() {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 86_277; i++) rows.add(Map.of("이름", "가나" + i % 7));
        for (int i = 0; i < 12; i++) rows.add(Map.of("이름", "가".repeat(45)));
        rows.add(Map.of("이름", ""));
        rows.add(Map.of("이름", "👍"));
        var preview = Preview.of(Letter.sms(Kind.PUBLIC, "#{이름}님, 안녕하십니까?"), TERMS, rows);
        var spread = preview.spread();
        assertThat(spread.rows()).isEqualTo(86_291);
        assertThat(spread.of(Size.LMS)).isEqualTo(12);
        assertThat(spread.of(Size.SMS)).isEqualTo(86_278);
        assertThat(spread.blocked()).isEqualTo(1);
        assertThat(spread.reasons()).containsExactly(new Spread.Reason(86_290, List.of(new Gap("이름", Gap.Why.EMPTY))));
        assertThat(spread.marked()).isEqualTo(1);
        assertThat(preview.text()).startsWith("가".repeat(45) + "님");
        assertThat(preview.cost().won().amount()).isEqualTo(86_278 * 10 + 12 * 30);
        assertThat(checks(preview)).contains(Check.ROWS_LONGER, Check.ROWS_BLOCKED, Check.ROWS_MARKED);
        assertThat(preview.sendable()).isTrue();
        var longer = preview.findings().stream()
                .filter(f -> f.check() == Check.ROWS_LONGER)
                .findFirst();
        assertThat(longer.orElseThrow().args()).containsExactly(86_291, 12);
    }

    @Test
    void aTemplateThatGivesNothingIsNotSent() {
        var letter = Letter.sms(Kind.PUBLIC, "#{이름}님");
        assertThat(checks(Preview.of(letter, TERMS, List.of()))).contains(Check.ROWS_NONE);
        assertThat(checks(Preview.of(letter, TERMS, List.of(Map.of()))))
                .containsExactly(Check.ROWS_NONE, Check.ROWS_BLOCKED);
        assertThat(checks(Preview.of(letter, TERMS, List.of(Map.of("이름", "👍")))))
                .contains(Check.MARKED, Check.ROWS_MARKED);
        assertThatThrownBy(() -> Preview.of(Letter.sms(Kind.PUBLIC, "#{이름"), TERMS, List.of()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void rowsAreAlwaysAccountedFor() {
        var random = new SplittableRandom(8);
        var letter = Letter.sms(Kind.PUBLIC, "#{가} 그리고 #{나}" + "다".repeat(30));
        for (int round = 0; round < 200; round++) {
            var rows = new ArrayList<Map<String, String>>();
            for (int i = random.nextInt(40); i > 0; i--)
                rows.add(
                        random.nextInt(4) == 0
                                ? Map.of("가", "x")
                                : Map.of("가", Texts.random(random, 6), "나", Texts.random(random, 60)));
            var spread = Preview.of(letter, TERMS, rows).spread();
            int sized =
                    spread.sizes().values().stream().mapToInt(Integer::intValue).sum();
            assertThat(sized + spread.blocked()).isEqualTo(spread.rows()).isEqualTo(rows.size());
            var shortest = spread.shortest();
            var longest = spread.longest();
            if (shortest != null && longest != null)
                assertThat(shortest.bytes()).isLessThanOrEqualTo(longest.bytes());
        }
    }

    @Test
    void kindsBringTheirRules() {
        var ad = Preview.of(Letter.sms(Kind.ADVERTISING, "장터 https://bit.ly/x"), TERMS, 1);
        assertThat(checks(ad))
                .containsExactly(
                        Check.AD_PREFIX, Check.AD_SENDER, Check.AD_CONTACT, Check.AD_REJECTION, Check.SHORT_LINK);
        assertThat(ad.sendable()).isFalse();
        var disaster = Preview.of(Letter.sms(Kind.DISASTER, "조심"), TERMS, 1);
        assertThat(checks(disaster)).contains(Check.DISASTER_PLACE, Check.DISASTER_ACTION);
        assertThat(disaster.sendable()).isTrue();
    }

    @Test
    void otherChannelsHaveNoBytesToPayFor() {
        var mail = new Letter(Kind.PUBLIC, Channel.EMAIL, "😀 소식", "가".repeat(5_000) + "👍", 0);
        var preview = Preview.of(mail, TERMS, 1_000);
        assertThat(preview.findings()).isEmpty();
        assertThat(preview.cost().won().amount()).isZero();
    }

    @Test
    void aSizeWithoutPriceIsSaid() {
        var terms = new Terms(Encoding.USUAL, Limits.USUAL, Prices.NONE, TERMS.sender(), DAY);
        assertThat(checks(Preview.of(Letter.sms(Kind.PUBLIC, "가"), terms, 3))).containsExactly(Check.NO_PRICE);
    }

    @Test
    void hostileTextsArePreviewed() {
        for (var text : List.of(
                "\u0000".repeat(200_000), "\ud83d".repeat(200_000), "\u202e가".repeat(100_000), "#{".repeat(100_000)))
            for (var kind : Kind.values())
                assertThat(Preview.of(Letter.sms(kind, text), TERMS, 86_289).sendable())
                        .isFalse();
    }
}
