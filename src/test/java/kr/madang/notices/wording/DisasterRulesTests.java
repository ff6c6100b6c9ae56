package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import kr.madang.notices.wording.DisasterRules.Medium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisasterRulesTests {
    private static final String GOOD = "[마당구] 오늘 14시 신길동 일대 하천이 넘칠 위험이 있습니다. 높은 곳으로 대피하세요.";

    private static List<Check> checks(String text) {
        return DisasterRules.check(text, Medium.BROADCAST).stream()
                .map(Finding::check)
                .toList();
    }

    @Test
    void aGoodTextHasNoFindings() {
        assertThat(DisasterRules.check(GOOD, Medium.BROADCAST)).isEmpty();
        assertThat(DisasterRules.check(GOOD.substring(6), Medium.SUBTITLE)).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(checks(GOOD.replace("[마당구] ", ""))).containsExactly(Check.DISASTER_PREFIX);
        assertThat(checks(GOOD.replace("신길동 일대 ", ""))).containsExactly(Check.DISASTER_PLACE);
        assertThat(checks(GOOD.replace("오늘 14시 ", ""))).containsExactly(Check.DISASTER_TIME);
        assertThat(checks(GOOD.replace(" 높은 곳으로 대피하세요.", ""))).containsExactly(Check.DISASTER_ACTION);
        assertThat(checks("")).hasSize(4);
    }

    @Test
    void theOfficeIsNotAPlace() {
        assertThat(checks("[영등포구] 오늘 불이 났습니다. 대피하세요.")).containsExactly(Check.DISASTER_PLACE);
    }

    @Test
    void lengthsAreThoseOfTheMedium() {
        var text = GOOD + "가".repeat(157 - GOOD.length());
        assertThat(checks(text)).isEmpty();
        var over = DisasterRules.check(text + "나나나", Medium.BROADCAST).getFirst();
        assertThat(over.check()).isEqualTo(Check.DISASTER_LONG);
        assertThat(over.args()).containsExactly(3, 157);
        assertThat(over.from()).isEqualTo(157);
        assertThat(DisasterRules.check(text + "나".repeat(93), Medium.SUBTITLE)).isEmpty();
        assertThat(DisasterRules.check(text + "나".repeat(94), Medium.SUBTITLE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"금일,오늘", "익일,다음 날", "필히,반드시", "상기,위", "유관기관,관계 기관"})
    void wordsOfTheOfficeGetPlainOnes(String word, String plain) {
        var found = DisasterRules.check(GOOD.replace("높은", word + " 높은"), Medium.BROADCAST);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().check()).isEqualTo(Check.DISASTER_JARGON);
        assertThat(found.getFirst().proposal()).isEqualTo(plain);
        assertThat(Finding.mend(GOOD.replace("높은", word + " 높은"), found)).contains(plain + " 높은");
    }

    @Test
    void requestsOfTheOfficeGetPlainOnes() {
        assertThat(checks(GOOD.replace("대피하세요", "우회요망"))).contains(Check.DISASTER_JARGON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.ydp.go.kr/a?b=1",
                "www.ydp.go.kr",
                "ydp.go.kr",
                "bit.ly/3ab",
                "HTTP://X.Y",
                "http://10.0.0.1/"
            })
    void linksDoNotGoIn(String link) {
        assertThat(checks(GOOD + " " + link)).contains(Check.DISASTER_LINK);
        assertThat(checks(GOOD + " " + link)).doesNotContain(Check.DISASTER_ABBREVIATION);
    }

    @Test
    void abbreviationsAreSpelledOut() {
        assertThat(checks(GOOD + " PM2.5 농도")).containsExactly(Check.DISASTER_ABBREVIATION);
        assertThat(checks(GOOD + " TV를 켜세요. 3.5톤 11. 22.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"가", "a", "a.", "a-", "[", "[가]", "금일", "시", "\ud83d", "\u0000", "1", "http://", "www.", "A"})
    void hostileTextsEnd(String bit) {
        var text = bit.repeat(200_000 / bit.length());
        for (var medium : Medium.values())
            assertThat(DisasterRules.check(text, medium)).hasSizeBetween(1, 40);
    }

    @Test
    void findingsLieInTheText() {
        var random = new SplittableRandom(21);
        for (int i = 0; i < 3_000; i++) {
            var text = Texts.random(random, 60);
            for (var finding : DisasterRules.check(text, Medium.BROADCAST)) {
                assertThat(finding.from()).isBetween(0, text.length());
                assertThat(finding.to()).isBetween(finding.from(), text.length());
            }
        }
    }
}
