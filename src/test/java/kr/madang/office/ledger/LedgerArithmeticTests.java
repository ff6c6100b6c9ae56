package kr.madang.office.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerArithmeticTests {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    @Test
    void headroomIsTheLeastBalanceFromTheDayOn() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            var changes = new ArrayList<Headroom.Change>();
            for (int i = random.nextInt(30); i > 0; i--)
                changes.add(new Headroom.Change(START.plusDays(random.nextInt(40)), random.nextLong(-500, 500)));
            var from = START.plusDays(random.nextInt(40));
            assertThat(Headroom.from(from, changes)).isEqualTo(bruteForce(from, changes));
        }
    }

    private static long bruteForce(LocalDate from, List<Headroom.Change> changes) {
        long least = Long.MAX_VALUE;
        for (var day = from; day.isBefore(START.plusDays(60)); day = day.plusDays(1)) {
            long balance = 0;
            for (var change : changes) if (!change.day().isAfter(day)) balance += change.amount();
            least = Math.min(least, balance);
        }
        return least;
    }

    @Test
    void aBackdatedCommitmentCannotTakeWhatALaterOneUsed() {
        var changes = List.of(new Headroom.Change(START, 100), new Headroom.Change(START.plusDays(50), -80));
        assertThat(Headroom.from(START.plusDays(10), changes)).isEqualTo(20);
    }

    @Test
    void aBalanceKeepsItsPartsApart() {
        var b = Balance.of(Grant.ORIGINAL, 1_000)
                .plus(Balance.of(Grant.SUPPLEMENTARY, -100))
                .plus(Balance.of(Grant.TRANSFER, 50))
                .plus(Balance.of(Grant.CARRIED_IN, 30))
                .plus(Balance.of(Grant.RESERVE, 20))
                .plus(Balance.of(Grant.CARRIED_OUT, 40))
                .plus(Balance.executed(600, 500, 10));
        assertThat(b.planned()).isEqualTo(900);
        assertThat(b.current()).isEqualTo(1_000);
        assertThat(b.spent()).isEqualTo(490);
        assertThat(b.free()).isEqualTo(360);
        assertThat(b.left(Basis.SPENT)).isEqualTo(510);
        assertThat(b.rate(Basis.SPENT)).isEqualByComparingTo("49.0");
        assertThat(Balance.ZERO.rate(Basis.SPENT)).isEqualByComparingTo("0.0");
    }

    @Test
    void theForecastNeverSpendsMoreThanThereIs() {
        var random = new SplittableRandom(11);
        for (int round = 0; round < 500; round++) {
            long planned = random.nextLong(0, 1_000_000);
            long obligated = planned == 0 ? 0 : random.nextLong(0, planned + 1);
            long paid = obligated == 0 ? 0 : random.nextLong(0, obligated + 1);
            var balance = Balance.of(Grant.ORIGINAL, planned).plus(Balance.executed(obligated, paid, 0));
            var plan = new TreeMap<YearMonth, Long>();
            for (int m = 1; m <= 12; m++) plan.put(YearMonth.of(2023, m), random.nextLong(0, 100_000));
            var forecast = Forecast.of(balance, plan, YearMonth.of(2023, 1 + random.nextInt(12)));
            assertThat(forecast.unspent()).isNotNegative();
            assertThat(forecast.expected()).isGreaterThanOrEqualTo(obligated - paid);
            assertThat(forecast.unspent() + forecast.expected() + paid).isEqualTo(planned);
        }
    }
}
