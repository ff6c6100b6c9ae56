package kr.madang.notices.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kr.madang.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final Prices PRICES = new Prices(List.of(
            Price.of(Size.SMS, "8.8", LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1)),
            Price.of(Size.SMS, "9", NEW_YEAR, null),
            Price.of(Size.LMS, "27.5", LocalDate.of(2026, 1, 1), null)));

    @Test
    void everySizeIsCountedAtThePriceOfTheDay() {
        var cost = PRICES.cost(Map.of(Size.SMS, 86_277, Size.LMS, 12), DAY);
        assertThat(cost.won().amount()).isEqualTo(759_568);
        assertThat(cost.lines()).extracting(line -> line.won().amount()).containsExactly(759_238L, 330L);
        assertThat(cost.unpriced()).isEmpty();
        assertThat(PRICES.cost(Map.of(Size.SMS, 10), NEW_YEAR).won().amount()).isEqualTo(90);
        assertThat(PRICES.cost(Map.of(Size.SMS, 10), NEW_YEAR.minusDays(1))
                        .won()
                        .amount())
                .isEqualTo(88);
    }

    @Test
    void whatHasNoPriceIsSaidAndWhatNobodyTakesIsFree() {
        var cost = PRICES.cost(Map.of(Size.MMS, 5, Size.TOO_LONG, 100, Size.SMS, 0), DAY);
        assertThat(cost.won().amount()).isZero();
        assertThat(cost.unpriced()).containsExactly(Size.MMS);
        assertThat(PRICES.cost(Map.of(Size.SMS, 1), LocalDate.of(2025, 12, 31)).unpriced())
                .containsExactly(Size.SMS);
    }

    @Test
    void sumsAreExactAndRoundedOnce() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            long sms = random.nextLong(1_000_001);
            long lms = random.nextLong(1_000_001);
            var prices = new Prices(List.of(new Price(Size.SMS, sms, DAY, DAY), new Price(Size.LMS, lms, DAY, null)));
            int many = random.nextInt(Integer.MAX_VALUE);
            int few = random.nextInt(1_000);
            var expected = BigDecimal.valueOf(sms, 2)
                    .multiply(BigDecimal.valueOf(many))
                    .add(BigDecimal.valueOf(lms, 2).multiply(BigDecimal.valueOf(few)))
                    .setScale(0, RoundingMode.HALF_UP);
            assertThat(prices.cost(Map.of(Size.SMS, many, Size.LMS, few), DAY)
                            .won()
                            .amount())
                    .isEqualTo(expected.longValueExact());
        }
    }

    @Test
    void twoPricesOfASizeNeverHoldAtOnce() {
        var open = Price.of(Size.SMS, "8", DAY, null);
        for (var other : List.of(
                Price.of(Size.SMS, "9", DAY, DAY),
                Price.of(Size.SMS, "9", DAY.minusDays(9), DAY),
                Price.of(Size.SMS, "9", DAY.minusDays(9), null),
                Price.of(Size.SMS, "9", DAY.plusYears(9), null)))
            assertThatThrownBy(() -> new Prices(List.of(open, other)))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.code()).isEqualTo("notices.price.overlap"));
        assertThat(new Prices(List.of(open, Price.of(Size.SMS, "9", DAY.minusDays(9), DAY.minusDays(1)))).all())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "8.888", "1e3", "10000.01", "99999999999999", "8,8.8.", "팔", "NaN", "٨"})
    void oddPricesAreRefused(String won) {
        assertThatThrownBy(() -> Price.of(Size.SMS, won, DAY, null))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("notices.price.amount"));
    }

    @Test
    void pricesAreWrittenAsContractsWriteThem() {
        assertThat(Price.of(Size.SMS, " 1,234.5 ", DAY, null).won()).isEqualByComparingTo("1234.5");
        assertThatThrownBy(() -> Price.of(Size.TOO_LONG, "1", DAY, null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Price.of(Size.SMS, "1", DAY, DAY.minusDays(1))).isInstanceOf(Refused.class);
    }
}
