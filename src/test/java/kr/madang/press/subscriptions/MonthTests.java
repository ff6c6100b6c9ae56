package kr.madang.press.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import kr.madang.kernel.Won;
import kr.madang.press.subscriptions.Subscription.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a month comes to. */
class MonthTests {
    private static final YearMonth MAY = YearMonth.of(2023, 5);

    private static Subscription row(String recipient, int copies, LocalDate from, @Nullable LocalDate to) {
        return new Subscription(
                UUID.randomUUID(), new UUID(0, 1), "신문", Group.LEADERS, recipient, copies, from, to, "", "");
    }

    private static TreeMap<LocalDate, Won> price(long won) {
        var prices = new TreeMap<LocalDate, Won>();
        prices.put(LocalDate.of(2000, 1, 1), new Won(won));
        return prices;
    }

    @Test
    void aWholeMonthCostsCopiesTimesPrice() {
        var month = Month.of(MAY, List.of(row("가", 20, LocalDate.of(2022, 1, 1), null)), price(15_000));
        assertThat(month.due()).isEqualTo(new Won(300_000));
        assertThat(month.first()).isEqualTo(20);
        assertThat(month.changes()).isEmpty();
    }

    @Test
    void aChangeInTheMiddleIsCountedFromItsDay() {
        var rows = List.of(
                row("가", 10, LocalDate.of(2022, 1, 1), LocalDate.of(2023, 5, 15)),
                row("가", 12, LocalDate.of(2023, 5, 16), null));
        var month = Month.of(MAY, rows, price(31_000));
        assertThat(month.due()).isEqualTo(new Won(10 * 15_000 + 12 * 16_000));
        assertThat(month.changes()).extracting(Month.Change::copies).containsExactly(-10, 12);
        assertThat(month.last()).isEqualTo(12);
    }

    @Test
    void aPriceThatRisesCountsFromItsDayAndNoPriceCostsNothing() {
        var prices = new TreeMap<LocalDate, Won>();
        prices.put(LocalDate.of(2023, 5, 16), new Won(31_000));
        var month = Month.of(MAY, List.of(row("가", 1, LocalDate.of(2022, 1, 1), null)), prices);
        assertThat(month.due()).isEqualTo(new Won(16_000));
    }

    /** Whatever the rows: first, changes and last agree, and the parts of a day never cost more than the whole. */
    @Test
    void firstAndChangesGiveTheLast() {
        var random = new SplittableRandom(5);
        for (int run = 0; run < 500; run++) {
            var rows = new ArrayList<Subscription>();
            for (int i = 0; i < random.nextInt(1, 12); i++) {
                var from = LocalDate.of(2023, 4, 1).plusDays(random.nextInt(70));
                var to = random.nextBoolean() ? null : from.plusDays(random.nextInt(50));
                rows.add(row("동" + i, random.nextInt(1, 50), from, to));
            }
            var month = Month.of(MAY, rows, price(14_321));
            int changed =
                    month.changes().stream().mapToInt(Month.Change::copies).sum();
            assertThat(month.first() + changed).isEqualTo(month.last());
            long most = rows.stream().mapToLong(Subscription::copies).sum() * 14_321;
            assertThat(month.due().amount()).isBetween(0L, most);
        }
    }
}
