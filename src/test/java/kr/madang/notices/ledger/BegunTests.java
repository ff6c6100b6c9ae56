package kr.madang.notices.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A holder who says how far he is leaves no more unknown behind than he had begun. */
class BegunTests {
    private final Book book = new Book().send(1, Lane.BULK, 600);

    private void lapse() {
        book.pass(Book.LEASE.plus(Duration.ofSeconds(1)));
    }

    @Test
    void onlyWhatWasBegunIsUnknownAndTheRestWaitsAgain() {
        var lease = book.lease().orElseThrow();
        assertThat(book.ledger.begin(lease, 40)).isTrue();
        assertThat(book.ledger.begin(lease, 90)).isTrue();
        lapse();
        assertThat(book.ledger.recover()).isEqualTo(90);
        assertThat(book.counted(1)).isEqualTo(Map.of(State.UNKNOWN, 90, State.QUEUED, 510));
        book.handAll();
        assertThat(book.counted(1))
                .isEqualTo(Map.of(State.UNKNOWN, 90, State.HANDED, 510))
                .isEqualTo(book.rows(1));
        assertThat(book.ledger.state(1)).contains(Ledger.RunState.CLOSED);
    }

    @Test
    void whoSaysNothingMayHaveHandedOverAllOfIt() {
        book.lease().orElseThrow();
        lapse();
        assertThat(book.ledger.recover()).isEqualTo(Ledger.WINDOW);
    }

    @Test
    void whatOneHolderSaidDoesNotHoldForTheNext() {
        var first = book.lease().orElseThrow();
        book.ledger.begin(first, 10);
        lapse();
        book.ledger.recover();
        var second = book.lease().orElseThrow();
        assertThat(second.chunk()).isEqualTo(first.chunk());
        assertThat(second.messages()).hasSize(Ledger.WINDOW - 10);
        lapse();
        assertThat(book.ledger.recover()).isEqualTo(Ledger.WINDOW - 10);
    }

    /** Who comes back from a long sleep learns that before he hands over another message. */
    @Test
    void whoLostHisLeaseBeginsNothingMore() {
        var lease = book.lease().orElseThrow();
        book.ledger.begin(lease, 40);
        lapse();
        book.ledger.recover();
        assertThat(book.ledger.begin(lease, 90)).isFalse();
        book.ledger.settle(lease, Book.handed(1, lease.messages().subList(0, 40)));
        assertThat(book.counted(1)).isEqualTo(Map.of(State.HANDED, 40, State.QUEUED, 560));
        book.handAll();
        assertThat(book.counted(1)).isEqualTo(Map.of(State.HANDED, 600)).isEqualTo(book.rows(1));
    }

    @Test
    void whatWaitsAgainOfACancelledSendIsSuppressed() {
        var lease = book.lease().orElseThrow();
        book.ledger.begin(lease, 40);
        book.ledger.cancel(1);
        lapse();
        assertThat(book.ledger.recover()).isEqualTo(40);
        assertThat(book.counted(1))
                .isEqualTo(Map.of(State.UNKNOWN, 40, State.SUPPRESSED, 560))
                .isEqualTo(book.rows(1));
    }

    /** Tried on himself, an officer's message stands in no row, and what its carrier says later harms nothing. */
    @Test
    void answersAboutTrialsAreNobodysBusiness() {
        book.ledger.resolve(77, new Result(0, 1, State.HANDED, Book.CARRIER, "x", ""));
        assertThat(book.ledger.neverReceived(new Unknown(77, 0, 1, Book.CARRIER, Book.START), "none"))
                .isFalse();
    }

    @Test
    void runsAreOpenedAroundTheirMessages() {
        int rows = book.ledger.open(2, Lane.BULK, () -> book.db.sql("""
                        insert into notices.message (send, row, contact)
                        select 2, n, gen_random_uuid() from generate_series(1, 300) n""").update());
        assertThat(rows).isEqualTo(300);
        book.ledger.start(2);
        assertThat(book.ledger.afoot()).extracting(Ledger.Afoot::send).containsExactly(1, 2);
        book.handAll();
        assertThat(book.counted(2)).isEqualTo(Map.of(State.HANDED, 300));
        assertThat(new LedgerAudit(book.db).check().findings()).isEmpty();
    }

    @Test
    void theAuditFindsWhateverDoesNotAddUp() {
        book.handAll();
        var audit = new LedgerAudit(book.db);
        assertThat(audit.check().findings()).isEmpty();
        assertThat(audit.check().messages()).isEqualTo(600);
        book.db
                .sql("update notices.tally set count = count - 2 where state = 1")
                .update();
        book.db.sql("update notices.run set rows = 601").update();
        assertThat(audit.check().findings())
                .extracting(f -> f.what() + " " + f.expected() + " " + f.found())
                .containsExactlyInAnyOrder("ROWS 601 600", "CHUNKS 601 600", "TALLY 600 598", "CLOSED 0 3");
    }
}
