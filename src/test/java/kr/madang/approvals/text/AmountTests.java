package kr.madang.approvals.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTests {
    @ParameterizedTest
    @CsvSource({
        "0, 영",
        "1, 일",
        "10, 일십",
        "15, 일십오",
        "100, 일백",
        "1000, 일천",
        "10000, 일만",
        "113560, 일십일만삼천오백육십",
        "100000000, 일억",
        "100010000, 일억일만",
        "1000000000000, 일조",
        "504523000, 오억사백오십이만삼천",
        "9999999999999999, 구천구백구십구조구천구백구십구억구천구백구십구만구천구백구십구",
        "10000000000000000, 일경"
    })
    void theReadingSaysEveryOne(long won, String hangul) {
        assertThat(Amount.hangul(won)).isEqualTo(hangul);
        assertThat(Amount.read(hangul)).hasValue(won);
    }

    @Test
    void theExampleOfTheRuleBook() {
        assertThat(Amount.text(113_560)).isEqualTo("금113,560원(금일십일만삼천오백육십원)");
    }

    @Test
    void whatIsWrittenIsReadAgainAndFindsNoFault() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            long won = random.nextLong((long) Math.pow(10, random.nextInt(1, 17)));
            assertThat(Amount.read(Amount.hangul(won))).hasValue(won);
            assertThat(Amount.read(Amount.hangul(won).replace("일", "일 "))).hasValue(won);
            assertThat(Amounts.check(new Row(1, 0, "예산은 " + Amount.text(won) + "입니다.")))
                    .isEmpty();
        }
    }

    @Test
    void aShortReadingIsUnderstood() {
        assertThat(Amount.read("십일만 삼천오백육십")).hasValue(113_560);
        assertThat(Amount.read("만")).hasValue(10_000);
        assertThat(Amount.read("천백십")).hasValue(1_110);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "원", "일일", "십백", "만억", "이경", "일경일", "영만", "가", "일십일십"})
    void nonsenseIsNoNumber(String hangul) {
        assertThat(Amount.read(hangul)).isEmpty();
    }

    @Test
    void outOfRangeHasNoReading() {
        assertThatThrownBy(() -> Amount.hangul(-1)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Amount.hangul(Amount.MOST + 1)).isInstanceOf(Refused.class);
    }
}
