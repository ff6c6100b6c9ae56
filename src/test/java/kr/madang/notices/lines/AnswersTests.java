package kr.madang.notices.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.TestPostgres;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.State;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lines learn after handing over, and how it stands in the ledger. */
@OfficeTest
class AnswersTests {
    private static final AtomicInteger SEND = new AtomicInteger(700_000);

    @Autowired
    LineDesk desk;

    @Autowired
    Ledger ledger;

    @Autowired
    Asking asking;

    @Autowired
    JdbcClient db;

    @Autowired
    java.time.Clock clock;

    private final int send = SEND.incrementAndGet();

    /** Rows that were in somebody's hands when he died: unknown for a while. Paused, so that nobody else takes them up again. */
    private void unknown(int rows, int carrier) {
        ledger.open(send, Lane.BULK, rows);
        db.sql(
                        "insert into notices.message (send, row, contact) select :send, n, gen_random_uuid() from generate_series(1, :rows) n")
                .param("send", send)
                .param("rows", rows)
                .update();
        db.sql("update notices.run set state = 'PAUSED' where send = :send")
                .param("send", send)
                .update();
        db.sql("update notices.chunk set state = 'DONE' where send = :send")
                .param("send", send)
                .update();
        db.sql("""
                insert into notices.outcome (send, row, attempt, stage, state, at, carrier, code)
                select :send, n, 1, 1, 6, now() - interval '10 minutes', :carrier, 'line lost' from generate_series(1, :rows) n""")
                .param("send", send)
                .param("rows", rows)
                .param("carrier", carrier)
                .update();
        db.sql("update notices.tally set count = :rows where send = :send and state = 6")
                .param("send", send)
                .param("rows", rows)
                .update();
        assertThat(ledger.counts(send).of(State.UNKNOWN)).isEqualTo(rows);
    }

    private Parcel.Reference reference(int row) {
        return new Parcel.Reference(send, row, 1);
    }

    @Test
    void lateAnswersSettleWhatWasUnknown() {
        unknown(4, 9);
        var receipts = new LineReceipts(9, ledger, clock);
        receipts.late(reference(1), new Answer.Handed("x1-" + send));
        receipts.late(reference(2), new Answer.Rejected("0x0B", true));
        receipts.late(reference(3), new Answer.Throttled("0x58"));
        receipts.late(reference(4), new Answer.Unknown("still"));
        var counts = ledger.counts(send);
        assertThat(counts.of(State.HANDED)).isEqualTo(1);
        assertThat(counts.of(State.FAILED)).isEqualTo(1);
        assertThat(counts.of(State.QUEUED)).isEqualTo(1);
        assertThat(counts.of(State.UNKNOWN)).isEqualTo(1);
        for (int time = 0; time < 3; time++)
            receipts.received(
                    List.of(new Receipts.Receipt("x1-" + send, Receipts.Fate.DELIVERED, Instant.now(), "000")));
        assertThat(ledger.counts(send).of(State.DELIVERED)).isEqualTo(1);
        ledger.cancel(send);
    }

    /** The relay's table knows for certain: half of the rows were put in before the office died. */
    @Test
    void whatIsUnknownIsAskedAboutAndSentAgainOnlyWhenItWasNeverThere() {
        var relay = relay();
        int number = desk.add(Actor.SYSTEM, LineKind.TABLE, new LineDesk.Draft("표 연동 " + send, 0, contract(relay)));
        desk.turn(Actor.SYSTEM, number, true, "시험");
        desk.look();
        assertThat(desk.tryOut(Actor.SYSTEM, number)).isEmpty();
        var table = JdbcClient.create(relay);
        unknown(100, number);
        table.sql(
                        "insert into tran (ref, phone, sender, body, state) select :send || '-' || n || '-1', 'x', 'x', 'x', '1' from generate_series(1, 50) n")
                .param("send", send)
                .update();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            asking.run();
            return ledger.counts(send).of(State.UNKNOWN) == 0;
        });
        assertThat(ledger.counts(send).of(State.HANDED)).isEqualTo(50);
        assertThat(ledger.counts(send).of(State.QUEUED)).isEqualTo(50);
        assertThat(table.sql("select count(*) from tran").query(Integer.class).single())
                .isEqualTo(50);
        assertThat(db.sql("select count(*) from notices.chunk where send = :send and attempt = 2 and state = 'WAITING'")
                        .param("send", send)
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
        ledger.cancel(send);
        desk.turn(Actor.SYSTEM, number, false, "시험 끝");
    }

    private static PGSimpleDataSource relay() {
        var source = (PGSimpleDataSource) TestPostgres.fresh();
        JdbcClient.create(source)
                .sql("create table tran (ref varchar(30) unique, phone text, sender text, body text, state char(1))")
                .update();
        return source;
    }

    private static Map<String, String> contract(PGSimpleDataSource relay) {
        return Map.of(
                "url", "jdbc:postgresql://localhost:" + relay.getPortNumbers()[0] + "/" + relay.getDatabaseName(),
                "user", "postgres",
                "password", "postgres",
                "table", "tran",
                "log", "",
                "columns", "reference=ref\nto=phone\nfrom=sender\ntext=body\nstatus=state",
                "constants", "state=1");
    }
}
