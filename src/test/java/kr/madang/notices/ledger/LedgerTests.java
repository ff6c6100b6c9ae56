package kr.madang.notices.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every message in exactly one state, whatever dies, repeats itself or comes in the wrong order. */
class LedgerTests {
    private final Book book = new Book();
    private final Ledger ledger = book.ledger;

    @Test
    void aSendIsHandedOverOnceAndCloses() {
        book.send(1, Lane.BULK, 1_001).handAll();
        assertThat(book.counted(1)).containsExactly(Map.entry(State.HANDED, 1_001));
        assertThat(book.rows(1)).isEqualTo(book.counted(1));
        assertThat(ledger.state(1)).contains(Ledger.RunState.CLOSED);
        assertThat(book.lease()).isEmpty();
    }

    @Test
    void whatADeadHolderHadInHandIsUnknownAndNotSentAgain() {
        book.send(1, Lane.BULK, 600);
        var dead = book.lease().orElseThrow();
        book.handAll();
        assertThat(ledger.recover()).isZero();
        book.pass(Book.LEASE.plusSeconds(1));
        assertThat(ledger.recover()).isEqualTo(dead.messages().size());
        assertThat(ledger.recover()).isZero();
        assertThat(book.lease()).isEmpty();
        assertThat(book.counted(1))
                .isEqualTo(Map.of(State.HANDED, 350, State.UNKNOWN, Ledger.WINDOW))
                .isEqualTo(book.rows(1));
        assertThat(ledger.unknown(Duration.ZERO, 1_000)).isEmpty();
        book.pass(Duration.ofMinutes(1));
        assertThat(ledger.unknown(Duration.ZERO, 1_000))
                .hasSize(Ledger.WINDOW)
                .allMatch(u -> u.carrier() == Book.CARRIER);
    }

    @Test
    void aHolderThatWasOnlySlowAnswersLateAndNothingIsCountedTwice() {
        book.send(1, Lane.BULK, 100);
        var slow = book.lease().orElseThrow();
        book.pass(Book.LEASE.plusSeconds(1));
        ledger.recover();
        ledger.settle(slow, Book.handed(slow).subList(0, 60));
        ledger.settle(slow, Book.handed(slow).subList(0, 60));
        assertThat(book.counted(1))
                .isEqualTo(Map.of(State.HANDED, 60, State.UNKNOWN, 40))
                .isEqualTo(book.rows(1));
        assertThat(ledger.renew(slow, Book.LEASE)).isEmpty();
    }

    @Test
    void aRenewedLeaseOutlivesItsFirstEnd() {
        book.send(1, Lane.BULK, 10);
        var lease = book.lease().orElseThrow();
        book.pass(Duration.ofSeconds(20));
        assertThat(lease.lasts(Book.START.plusSeconds(19), Book.LEASE)).isTrue();
        assertThat(lease.lasts(Book.START.plusSeconds(20), Book.LEASE)).isFalse();
        var longer = ledger.renew(lease, Book.LEASE).orElseThrow();
        book.pass(Duration.ofSeconds(20));
        assertThat(ledger.recover()).isZero();
        ledger.settle(longer, Book.handed(longer));
        assertThat(book.counted(1)).isEqualTo(Map.of(State.HANDED, 10));
    }

    @Test
    void whatWasGivenBackWaitsAgain() {
        book.send(1, Lane.BULK, 300);
        var lease = book.lease().orElseThrow();
        ledger.settle(lease, Book.handed(lease).subList(0, 10));
        assertThat(ledger.counts(1).remaining()).isEqualTo(290);
        var again = book.lease().orElseThrow();
        assertThat(again.messages())
                .hasSize(240)
                .first()
                .extracting(Message::row)
                .isEqualTo(11);
        ledger.settle(again, List.of());
        book.handAll();
        assertThat(book.rows(1)).isEqualTo(Map.of(State.HANDED, 300));
    }

    @Test
    void receiptsMayComeFirstTwiceAndInAnyOrder() {
        book.send(1, Lane.BULK, 500);
        var receipts = new ArrayList<Receipt>();
        for (int row = 1; row <= 500; row++)
            receipts.addAll(
                    Collections.nCopies(10, Book.receipt(1, row, row % 5 == 0 ? State.FAILED : State.DELIVERED)));
        Collections.shuffle(receipts, new Random(20261121));
        ledger.received(receipts.subList(0, 1_700));
        assertThat(ledger.unpark(Duration.ofDays(3))).isZero();
        book.handAll();
        ledger.received(receipts.subList(1_700, 5_000));
        ledger.unpark(Duration.ofDays(3));
        assertThat(book.counted(1))
                .isEqualTo(Map.of(State.DELIVERED, 400, State.FAILED, 100))
                .isEqualTo(book.rows(1));
        assertThat(parked()).isZero();
    }

    private int parked() {
        return book.db
                .sql("select count(*) from notices.parked_receipt")
                .query(Integer.class)
                .single();
    }

    @Test
    void aReceiptNobodyClaimsIsForgottenInTheEnd() {
        ledger.received(List.of(Book.receipt(9, 1, State.DELIVERED), Book.receipt(9, 1, State.DELIVERED)));
        assertThat(parked()).isOne();
        book.pass(Duration.ofDays(3).plusSeconds(1));
        assertThat(ledger.unpark(Duration.ofDays(3))).isZero();
        assertThat(parked()).isZero();
    }

    @Test
    void aReceiptSettlesWhatWasUnknown() {
        book.send(1, Lane.BULK, 3);
        var lease = book.lease().orElseThrow();
        book.pass(Book.LEASE.plusSeconds(1));
        ledger.recover();
        ledger.settle(lease, Book.handed(lease).subList(0, 1));
        ledger.received(List.of(Book.receipt(1, 1, State.DELIVERED)));
        assertThat(book.counted(1)).isEqualTo(Map.of(State.DELIVERED, 1, State.UNKNOWN, 2));
    }

    @Test
    void whatTheCarrierNeverGotIsTriedASecondTime() {
        book.send(1, Lane.BULK, 2);
        book.lease();
        book.pass(Book.LEASE.plusSeconds(1));
        ledger.recover();
        book.pass(Duration.ofMinutes(1));
        var unknown = ledger.unknown(Duration.ZERO, 10);
        assertThat(ledger.state(1)).contains(Ledger.RunState.CLOSED);
        assertThat(ledger.neverReceived(unknown.getFirst(), "none")).isTrue();
        assertThat(ledger.neverReceived(unknown.getFirst(), "none")).isFalse();
        ledger.resolve(1, new Result(2, 1, State.HANDED, Book.CARRIER, "1-2", ""));
        assertThat(ledger.counts(1).remaining()).isOne();
        var second = book.lease().orElseThrow();
        assertThat(second.messages())
                .singleElement()
                .extracting(Message::row, Message::attempt)
                .containsExactly(1, 2);
        ledger.settle(second, Book.handed(second));
        assertThat(book.counted(1)).isEqualTo(Map.of(State.HANDED, 2)).isEqualTo(book.rows(1));
    }

    @Test
    void aReceiptForWhatTheCarrierHadDeniedKeepsItFromGoingOutTwice() {
        book.send(1, Lane.BULK, 1);
        var lease = book.lease().orElseThrow();
        book.pass(Book.LEASE.plusSeconds(1));
        ledger.recover();
        ledger.neverReceived(new Unknown(1, 1, 1, Book.CARRIER, Book.START), "none");
        book.db
                .sql("insert into notices.outcome values (1, 1, 1, 3, 2, now(), 7, null, '')")
                .update();
        assertThat(book.lease().orElseThrow().messages()).isEmpty();
        assertThat(lease.messages()).hasSize(1);
    }

    @Test
    void cancellingCountsWhatIsLeftExactly() {
        book.send(1, Lane.BULK, 1_000);
        var held = book.lease().orElseThrow();
        ledger.settle(book.lease().orElseThrow(), List.of());
        assertThat(ledger.cancel(1)).isEqualTo(750);
        ledger.settle(held, Book.handed(held).subList(0, 100));
        assertThat(book.counted(1))
                .isEqualTo(Map.of(State.SUPPRESSED, 900, State.HANDED, 100))
                .isEqualTo(book.rows(1));
        assertThat(book.lease()).isEmpty();
        assertThat(ledger.state(1)).contains(Ledger.RunState.CANCELLED);
    }

    @Test
    void aPausedSendGivesNothingAwayAndGoesOnWhereItWas() {
        book.send(1, Lane.BULK, 500);
        ledger.settle(book.lease().orElseThrow(), List.of());
        ledger.pause(1);
        assertThat(book.lease()).isEmpty();
        ledger.start(1);
        book.handAll();
        assertThat(book.rows(1)).isEqualTo(Map.of(State.HANDED, 500));
    }

    @Test
    void aDisasterPassesEverything() {
        book.send(1, Lane.BULK, 1_000).send(2, Lane.TRANSACTIONAL, 10);
        assertThat(ledger.pressing(Lane.BULK)).isTrue();
        assertThat(ledger.pressing(Lane.TRANSACTIONAL)).isFalse();
        book.send(3, Lane.DISASTER, 300);
        assertThat(List.of(take(), take(), take(), take())).containsExactly(3, 3, 2, 1);
        assertThat(ledger.lease(Lane.DISASTER, Book.CARRIER, java.util.UUID.randomUUID(), Book.LEASE))
                .isEmpty();
    }

    private int take() {
        return book.lease().orElseThrow().send();
    }

    @Test
    void manyHoldersAtOnceHandEachMessageOverOnce() throws Exception {
        book.send(1, Lane.BULK, 20_000).send(2, Lane.BULK, 5_000);
        var handed = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var holders = new ArrayList<Future<?>>();
            for (int i = 0; i < 16; i++)
                holders.add(pool.submit(() -> {
                    for (var lease = book.lease(); lease.isPresent(); lease = book.lease()) {
                        int send = lease.get().send();
                        lease.get().messages().forEach(m -> handed.add(Book.id(send, m.row())));
                        ledger.settle(lease.get(), Book.handed(lease.get()));
                        ledger.received(IntStream.range(0, 20)
                                .mapToObj(n -> Book.receipt(send, n * 7 + 1, State.DELIVERED))
                                .toList());
                    }
                }));
            for (var holder : holders) holder.get();
        }
        ledger.unpark(Duration.ofDays(1));
        assertThat(handed).hasSize(25_000).doesNotHaveDuplicates();
        assertThat(book.counted(1))
                .isEqualTo(Map.of(State.HANDED, 19_980, State.DELIVERED, 20))
                .isEqualTo(book.rows(1));
        assertThat(book.counted(2))
                .isEqualTo(Map.of(State.HANDED, 4_980, State.DELIVERED, 20))
                .isEqualTo(book.rows(2));
    }
}
