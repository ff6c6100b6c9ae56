package kr.madang.press.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.OfficeTest;
import kr.madang.kernel.Refused;
import kr.madang.kernel.Won;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.subscriptions.Subscription.Group;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers begin, change and end on days, and a paid month is settled. */
@OfficeTest
class SubscriptionsTests {
    private static final Actor DESK = new Actor(UUID.randomUUID(), "press", "담당", "", Map.of("press", Level.WORK));
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Outlets outlets;

    private UUID paper() {
        return outlets.add(DESK, "구독 매체 " + System.nanoTime(), Tier.CENTRAL_DAILY, List.of())
                .id();
    }

    private void set(UUID paper, int copies, LocalDate from) {
        subscriptions.set(DESK, paper, Group.LEADERS, "당산1동", copies, from, "조정");
    }

    private int copies(UUID paper, LocalDate day) {
        return Month.copies(subscriptions.of(paper), day);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void copiesOfAnyDayAreCounted() {
        var paper = paper();
        set(paper, 10, DAY);
        set(paper, 12, DAY.plusMonths(3));
        set(paper, 0, DAY.plusMonths(6));
        assertThat(copies(paper, DAY.minusDays(1))).isZero();
        assertThat(copies(paper, DAY)).isEqualTo(10);
        assertThat(copies(paper, DAY.plusMonths(3).minusDays(1))).isEqualTo(10);
        assertThat(copies(paper, DAY.plusMonths(3))).isEqualTo(12);
        assertThat(copies(paper, DAY.plusMonths(6))).isZero();
        refused("press.subscription.later", () -> set(paper, 5, DAY.plusMonths(1)));
        refused("press.subscription.nothing", () -> set(paper, 0, DAY.plusMonths(8)));
        refused("press.subscription.copies", () -> set(paper, -1, DAY.plusMonths(8)));
        set(paper, 3, DAY.plusMonths(8));
        assertThat(copies(paper, DAY.plusYears(5))).isEqualTo(3);
    }

    @Test
    void aPaidMonthIsSettledAndADifferenceIsExplained() {
        var paper = paper();
        set(paper, 10, DAY);
        subscriptions.price(DESK, paper, DAY, new Won(15_000));
        var month = YearMonth.from(DAY);
        var on = DAY.plusMonths(1);
        refused("press.subscription.differs", () -> subscriptions.pay(DESK, paper, month, new Won(149_000), " ", on));
        subscriptions.pay(DESK, paper, month, new Won(149_000), "1일 결배", on);
        refused(
                "press.subscription.paid.already",
                () -> subscriptions.pay(DESK, paper, month, new Won(150_000), "", on));
        refused("press.subscription.settled", () -> set(paper, 20, DAY.plusDays(10)));
        refused("press.subscription.settled", () -> subscriptions.price(DESK, paper, DAY, new Won(1)));
        set(paper, 20, DAY.plusMonths(1));
        var line = subscriptions.month(month).stream()
                .filter(l -> l.outlet().equals(paper))
                .findFirst()
                .orElseThrow();
        assertThat(line.month().due()).isEqualTo(new Won(150_000));
        assertThat(line.payment()).isNotNull();
        refused(
                "press.subscription.month",
                () -> subscriptions.pay(
                        DESK, paper, YearMonth.from(subscriptions.today()), Won.ZERO, "", subscriptions.today()));
        var reader = new Actor(UUID.randomUUID(), "r", "r", "", Map.of("press", Level.VIEW));
        refused(
                "press.forbidden",
                () -> subscriptions.set(reader, paper, Group.OTHER, "x", 1, subscriptions.today(), ""));
    }
}
