package kr.madang.notices.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.State;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.simulator.Faults;
import org.junit.jupiter.api.Test;

/** The runner on a real database and over a real line: what is told to stop stops, and what may not go out does not. */
class RunnerTests {
    private static final Duration SLOW = Duration.ofMillis(60);

    @Test
    void everybodyIsToldOnceAndTheLedgerKnowsIt() throws Exception {
        try (var desk = new Desk().send(1, Lane.BULK, 2_000)) {
            desk.runner.start();
            desk.closed(1);
            await().atMost(Desk.SOON).until(() -> desk.counts(1).of(State.DELIVERED) == 2_000);
            assertThat(desk.phones).hasSize(2_000);
            assertThat(desk.doubled()).isZero();
        }
    }

    @Test
    void aPauseIsHeededAndNothingIsToldTwiceAfterwards() throws Exception {
        try (var desk = new Desk().slow(SLOW).send(1, Lane.BULK, 3_000)) {
            desk.runner.start();
            desk.reached(200);
            desk.ledger.pause(1);
            settledDown(desk);
            int heard = desk.phones.size();
            assertThat(heard).isLessThan(3_000);
            var counts = desk.counts(1);
            assertThat(counts.remaining()).isEqualTo(3_000 - heard);
            assertThat(counts.of(State.UNKNOWN)).isZero();
            desk.slow(Duration.ZERO);
            desk.ledger.start(1);
            desk.closed(1);
            assertThat(desk.phones).hasSize(3_000);
            assertThat(desk.doubled()).isZero();
        }
    }

    /** Until no chunk is in anybody's hand. */
    private static void settledDown(Desk desk) {
        await().atMost(Desk.SOON)
                .until(() -> desk.db
                                .sql("select count(*) from notices.chunk where state = 'LEASED'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void aCancellationTellsExactlyWhoWasNotTold() throws Exception {
        try (var desk = new Desk().slow(SLOW).send(1, Lane.BULK, 3_000)) {
            desk.runner.start();
            desk.reached(200);
            desk.ledger.cancel(1);
            assertThat(desk.counts(1).remaining()).isLessThanOrEqualTo(2 * Ledger.WINDOW);
            settledDown(desk);
            int heard = desk.phones.size();
            var counts = desk.counts(1);
            assertThat(counts.remaining()).isZero();
            assertThat(counts.of(State.SUPPRESSED)).isEqualTo(3_000 - heard);
        }
    }

    @Test
    void whatIsMoreUrgentGoesBetween() throws Exception {
        try (var desk = new Desk().slow(SLOW).send(1, Lane.BULK, 5_000)) {
            desk.runner.start();
            desk.reached(200);
            desk.send(2, Lane.DISASTER, Kind.DISASTER, 300, "재난입니다.");
            desk.closed(2);
            assertThat(desk.counts(1).remaining()).isPositive();
            assertThat(desk.ledger.state(1)).contains(Ledger.RunState.RUNNING);
            desk.slow(Duration.ZERO);
            desk.closed(1);
            assertThat(desk.phones.stream().filter(r -> r.text().startsWith("재난")))
                    .hasSize(300);
            assertThat(desk.phones).hasSize(5_300);
        }
    }

    @Test
    void whoMayNotBeToldIsNotAndTheReasonStands() throws Exception {
        try (var desk = new Desk().send(1, Lane.BULK, 600)) {
            desk.receivers.barred.put(Numbered.contact(5), "withdrawn");
            desk.receivers.deleted.add(Numbered.contact(7));
            desk.runner.start();
            desk.closed(1);
            assertThat(desk.counts(1).of(State.SUPPRESSED)).isEqualTo(2);
            assertThat(desk.phones).hasSize(598);
            assertThat(code(desk, 5)).isEqualTo("withdrawn");
            assertThat(code(desk, 7)).isEqualTo(Letters.DELETED);
        }
    }

    private static String code(Desk desk, int row) {
        return desk.db
                .sql("select code from notices.outcome where send = 1 and row = :row")
                .param("row", row)
                .query(String.class)
                .single();
    }

    /** Withdrawn while the send was already running: the rest of them is not told. */
    @Test
    void whoWithdrawsInTheMiddleIsNotToldAnyMore() throws Exception {
        try (var desk = new Desk().slow(SLOW).send(1, Lane.BULK, 3_000)) {
            desk.runner.start();
            desk.reached(100);
            desk.receivers.barred.put(Numbered.contact(2_999), "withdrawn");
            desk.slow(Duration.ZERO);
            desk.closed(1);
            assertThat(desk.phones).noneMatch(r -> r.to().equals(Numbered.number(2_999)));
            assertThat(desk.phones).hasSize(2_999);
        }
    }

    @Test
    void aMissingValueKeepsOnlyItsOwnRowBack() throws Exception {
        try (var desk = new Desk().send(1, Lane.BULK, Kind.PUBLIC, 500, "#{이름}님, 알립니다.")) {
            desk.db
                    .sql("update notices.message set fields = jsonb_build_object('이름', '김' || row) where row <> 9")
                    .update();
            desk.db
                    .sql("update notices.message set fields = jsonb_build_object('이름', '힣뷁😀') where row = 10")
                    .update();
            desk.runner.start();
            desk.closed(1);
            assertThat(desk.phones).hasSize(498);
            assertThat(desk.phones).anyMatch(r -> r.text().equals("김11님, 알립니다."));
            assertThat(code(desk, 9)).isEqualTo(Letters.BLANK);
            assertThat(code(desk, 10)).isEqualTo(Letters.UNMAPPABLE);
        }
    }

    @Test
    void numbersTheCarrierRefusesFailAndTheOthersDoNot() throws Exception {
        try (var desk = new Desk().send(1, Lane.BULK, 500)) {
            desk.simulator.behave(Faults.NONE.refuse(number -> number.endsWith("7")));
            desk.runner.start();
            desk.closed(1);
            assertThat(desk.counts(1).of(State.FAILED)).isEqualTo(50);
        }
    }

    @Test
    void throttledMessagesWaitAndGoOnlyOnce() throws Exception {
        try (var desk = new Desk().send(1, Lane.BULK, 600)) {
            desk.simulator.behave(Faults.NONE.throttle(300));
            desk.runner.start();
            desk.closed(1);
            assertThat(desk.phones).hasSize(600);
            assertThat(desk.doubled()).isZero();
            assertThat(desk.counts(1).of(State.FAILED)).isZero();
        }
    }

    /** Linked to the end, dropped again and again: what nobody knows is unknown, and nobody is told twice. */
    @Test
    void aLineThatDropsLeavesLittleUnknown() throws Exception {
        try (var desk = new Desk().send(1, Lane.BULK, 3_000)) {
            desk.simulator.behave(Faults.NONE.delay(Duration.ofMillis(5)));
            desk.runner.start();
            for (int i = 1; i <= 4; i++) {
                desk.reached(500 * i);
                desk.simulator.drop();
            }
            desk.closed(1);
            assertThat(desk.doubled()).isZero();
            assertThat(desk.counts(1).of(State.UNKNOWN)).isLessThanOrEqualTo(4 * 50);
            assertThat(desk.counts(1).remaining()).isZero();
        }
    }

    /** From a moment before 21:00 the clock jumps behind it: not one more message goes out, and in the morning the rest does. */
    @Test
    void whenTheClockJumpsAcrossTheEveningAdvertisingStops() throws Exception {
        try (var desk = new Desk().slow(SLOW)) {
            var evening = LocalDate.of(2027, 3, 3)
                    .atTime(20, 30)
                    .atZone(Calendar.SEOUL)
                    .toInstant();
            desk.clock.jump(Duration.between(Instant.now(), evening));
            desk.send(1, Lane.BULK, Kind.ADVERTISING, 3_000, "(광고) 알림");
            desk.runner.start();
            desk.reached(200);
            desk.clock.jump(Duration.ofMinutes(40));
            settledDown(desk);
            int heard = desk.phones.size();
            assertThat(heard).isLessThan(3_000);
            desk.send(2, Lane.BULK, 100);
            desk.slow(Duration.ZERO);
            desk.closed(2);
            assertThat(desk.phones).hasSize(heard + 100);
            assertThat(desk.counts(1).remaining() + desk.counts(1).of(State.UNKNOWN))
                    .isEqualTo(3_000 - heard);
            desk.clock.jump(Duration.ofHours(12));
            desk.closed(1);
            assertThat(desk.phones.size() + desk.counts(1).of(State.UNKNOWN)).isGreaterThanOrEqualTo(3_100);
            assertThat(desk.phones.stream()
                            .filter(r -> r.text().startsWith("(광고)"))
                            .map(r -> r.to())
                            .distinct()
                            .count())
                    .isEqualTo(desk.phones.stream()
                            .filter(r -> r.text().startsWith("(광고)"))
                            .count());
        }
    }

    /** A node that is stopped in good order leaves nothing unknown behind. */
    @Test
    void aCleanStopGivesBackWhatWasNotHanded() throws Exception {
        try (var desk = new Desk().slow(Duration.ofMillis(20)).send(1, Lane.BULK, 3_000)) {
            desk.runner.start();
            desk.reached(300);
            desk.runner.close();
            int heard = desk.phones.size();
            var counts = desk.counts(1);
            assertThat(counts.of(State.UNKNOWN)).isZero();
            assertThat(counts.remaining()).isEqualTo(3_000 - heard);
            assertThat(EnumSet.of(State.HANDED, State.DELIVERED).stream()
                            .mapToInt(counts::of)
                            .sum())
                    .isEqualTo(heard);
        }
    }
}
