package kr.madang.notices.carriers.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts.Fate;
import kr.madang.notices.carriers.Receipts.Receipt;
import org.junit.jupiter.api.Test;

/** A relay's table on a database of its own, and its agent: one that works, dies, is late and tells things twice. */
class TableCarrierTests {
    private static Answer handed(int row) {
        return new Answer.Handed("5-" + row + "-1");
    }

    @Test
    void eachMessageIsOneRowHoweverOftenItIsHandedOver() {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            for (int time = 0; time < 3; time++)
                assertThat(RelayTable.hand(carrier, RelayTable.parcels(700)))
                        .hasSize(700)
                        .allMatch(a -> a instanceof Answer.Handed);
            assertThat(relay.rows()).isEqualTo(700);
            var row = relay.db
                    .sql("select * from em_smt_tran where mt_refkey = '5-7-1'")
                    .query()
                    .singleRow();
            assertThat(row)
                    .containsEntry("recipient_num", "01000000007")
                    .containsEntry("callback", "0226704114")
                    .containsEntry("content", "알림 7")
                    .containsEntry("msg_status", "1")
                    .containsEntry("service_type", "0 ")
                    .containsEntry("etc_char_1", null);
        }
    }

    @Test
    void alsoWhenTheAgentHasMovedItAway() {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            RelayTable.hand(carrier, RelayTable.parcels(10));
            relay.finish("1000");
            relay.move();
            assertThat(RelayTable.hand(carrier, RelayTable.parcels(10))).allMatch(a -> a instanceof Answer.Handed);
            assertThat(relay.rows()).isZero();
        }
    }

    @Test
    void aRowTheTableDoesNotTakeKeepsNobodyBack() {
        var relay = new RelayTable(true);
        var tooLong = new Parcel(new Parcel.Reference(5, 2, 1), "01000000002", "0226704114", "", "가".repeat(91));
        try (var carrier = relay.carrier()) {
            var answers = RelayTable.hand(carrier, List.of(RelayTable.parcel(1), tooLong, RelayTable.parcel(3)));
            assertThat(answers).containsExactly(handed(1), new Answer.Rejected("SQL 22001", true), handed(3));
            assertThat(relay.rows()).isEqualTo(2);
        }
    }

    @Test
    void resultsComeBackOnceAndForGood() throws SQLException {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            RelayTable.hand(carrier, RelayTable.parcels(2));
            relay.finish("1000");
            RelayTable.hand(carrier, List.of(RelayTable.parcel(3)));
            relay.finish("2001");
            RelayTable.hand(carrier, List.of(RelayTable.parcel(4)));
            relay.finish("9999");
            RelayTable.hand(carrier, List.of(RelayTable.parcel(5)));
            readAll(carrier);
            assertThat(relay.received)
                    .extracting(Receipt::id)
                    .containsExactlyInAnyOrder("5-1-1", "5-2-1", "5-3-1", "5-4-1");
            assertThat(fate(relay, 1)).isEqualTo(Fate.DELIVERED);
            assertThat(fate(relay, 3)).isEqualTo(Fate.EXPIRED);
            assertThat(fate(relay, 4)).isEqualTo(Fate.FAILED);
            assertThat(Duration.between(relay.received.getFirst().at(), Instant.now())
                            .abs())
                    .isLessThan(Duration.ofMinutes(5));
        }
    }

    /** The carrier's own thread reads as well; each result is read by one of them. */
    private static void readAll(TableCarrier carrier) throws SQLException {
        while (carrier.readResults() > 0) Thread.onSpinWait();
    }

    private static Fate fate(RelayTable relay, int row) {
        return relay.received.stream()
                .filter(r -> r.id().equals("5-" + row + "-1"))
                .findFirst()
                .orElseThrow()
                .fate();
    }

    @Test
    void anAgentThatIsLateAndMovesRowsAwayIsStillRead() throws SQLException {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            RelayTable.hand(carrier, RelayTable.parcels(1_200));
            readAll(carrier);
            assertThat(relay.received).isEmpty();
            relay.finish("1000");
            relay.move();
            readAll(carrier);
            assertThat(relay.received.stream().map(Receipt::id).distinct()).hasSize(1_200);
        }
    }

    /** Kept first and marked afterwards: what could not be kept is read again. */
    @Test
    void resultsThatCouldNotBeKeptAreReadAgain() throws SQLException {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            RelayTable.hand(carrier, RelayTable.parcels(3));
            relay.broken = true;
            relay.finish("1000");
            assertThatThrownBy(carrier::readResults).isInstanceOf(IllegalStateException.class);
            relay.broken = false;
            relay.received.clear();
            readAll(carrier);
            assertThat(relay.received).hasSize(3);
        }
    }

    /** An agent that finishes a row twice, the second time otherwise, is heard once: the row says that it was read. */
    @Test
    void anAgentThatTellsTwiceIsHeardOnce() throws SQLException {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            RelayTable.hand(carrier, RelayTable.parcels(1));
            relay.finish("1000");
            readAll(carrier);
            relay.db.sql("update em_smt_tran set mt_report_code_ib = '2001'").update();
            readAll(carrier);
            assertThat(relay.received).extracting(Receipt::fate).containsExactly(Fate.DELIVERED);
        }
    }

    @Test
    void whatOthersPutIntoTheSameTableIsLeftAlone() throws SQLException {
        var relay = new RelayTable(false);
        relay.db.sql("""
                insert into em_smt_tran (mt_refkey, date_client_req, subject, content, callback, service_type, broadcast_yn,
                    msg_status, mt_report_code_ib)
                select '0-other-' || n, now(), '', 'x', '1', '0', 'N', '3', '1000' from generate_series(1, 1200) n""").update();
        try (var carrier = relay.carrier()) {
            RelayTable.hand(carrier, RelayTable.parcels(2));
            relay.finish("1000");
            readAll(carrier);
            assertThat(relay.received).extracting(Receipt::id).containsExactlyInAnyOrder("5-1-1", "5-2-1");
            assertThat(relay.db
                            .sql("select count(*) from em_smt_tran where etc_char_1 is not null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    // ------------------------------------------------------------------ asking

    @Test
    void aRowIsThereOrItIsNot() {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            assertThat(carrier.authoritative()).isTrue();
            RelayTable.hand(carrier, RelayTable.parcels(2));
            assertThat(carrier.ask(new Parcel.Reference(5, 1, 1))).contains(handed(1));
            assertThat(carrier.ask(new Parcel.Reference(5, 9, 1))).contains(new Answer.NotReceived());
            relay.finish("1000");
            relay.move();
            assertThat(carrier.ask(new Parcel.Reference(5, 2, 1))).contains(handed(2));
            assertThat(relay.rows()).isZero();
        }
    }

    /** The dangerous moment: the question comes while the commit is still on its way. */
    @Test
    void askingWaitsForACommitThatIsOnItsWay() throws Exception {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier();
                var connection = relay.connection()) {
            carrier.authoritative();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("""
                        insert into em_smt_tran (mt_refkey, date_client_req, subject, content, callback, service_type,
                            broadcast_yn, msg_status) values ('5-1-1', now(), '', 'x', '1', '0', 'N', '1')""");
            }
            var asked = CompletableFuture.supplyAsync(() -> carrier.ask(new Parcel.Reference(5, 1, 1)));
            while (waiting(relay) == 0) Thread.onSpinWait();
            assertThat(asked).isNotDone();
            connection.commit();
            assertThat(asked.get()).contains(handed(1));
        }
    }

    private static int waiting(RelayTable relay) {
        return relay.db
                .sql("select count(*) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    @Test
    void whereReferencesMayStandTwiceNothingIsTheLastWord() {
        var relay = new RelayTable(false);
        try (var carrier = relay.carrier()) {
            assertThat(carrier.authoritative()).isFalse();
            relay.db
                    .sql("create unique index waiting on em_smt_tran (mt_refkey) where msg_status = '1'")
                    .update();
        }
        try (var carrier = relay.carrier()) {
            assertThat(carrier.authoritative()).isFalse();
        }
    }

    // ------------------------------------------------------------------ the line

    @Test
    void aDatabaseThatIsNotThere() {
        var relay = new RelayTable(true);
        var there = relay.settings();
        var gone = new TableSettings(
                "jdbc:postgresql://localhost:1/nowhere",
                "x",
                "x",
                there.table(),
                there.log(),
                RelayTable.COLUMNS,
                RelayTable.CONSTANTS,
                "3",
                List.of(),
                List.of(),
                RelayTable.SEOUL);
        try (var carrier = new TableCarrier(gone, relay, Clock.systemUTC())) {
            assertThat(RelayTable.hand(carrier, RelayTable.parcels(2))).allMatch(a -> a instanceof Answer.Unsent);
            assertThat(carrier.trouble()).contains("cannot be reached");
            assertThat(carrier.ask(new Parcel.Reference(5, 1, 1))).isEmpty();
            assertThat(carrier.tryOut(Duration.ofSeconds(1))).contains("cannot be reached");
        }
    }

    @Test
    void aColumnThatIsNotThereIsFoundByTryingOut() {
        var relay = new RelayTable(true);
        var columns = new HashMap<>(RelayTable.COLUMNS);
        columns.put("result", "no_such_column");
        try (var carrier = new TableCarrier(
                relay.settings("em_smt_tran", columns, RelayTable.CONSTANTS), relay, Clock.systemUTC())) {
            assertThat(carrier.tryOut(Duration.ofSeconds(5))).contains("SQL 42703");
        }
        try (var carrier = relay.carrier()) {
            assertThat(carrier.tryOut(Duration.ofSeconds(5))).isEqualTo(Optional.empty());
        }
    }

    @Test
    void whatIsHandedAfterItsTimeNeverLeaves() {
        var relay = new RelayTable(true);
        try (var carrier = relay.carrier()) {
            assertThat(carrier.hand(RelayTable.parcels(2), Instant.now().minusSeconds(1)))
                    .allMatch(a -> a instanceof Answer.Unsent);
            assertThat(relay.rows()).isZero();
        }
    }
}
