package kr.madang.notices.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole send over SMPP while everything fails: nothing is lost, nothing goes out twice, and what is unknown is little and honest. */
class SendThroughSmppTests {
    private static final int SEND = 1;
    private static final int ROWS = 20_000;

    private record Row(int row, State state, String id) {}

    @ParameterizedTest
    @ValueSource(longs = {20261122, 7})
    void everyMessageIsAccountedForWhateverHappens(long seed) throws IOException {
        try (var send = new SmppSend(SEND, ROWS, seed)) {
            send.runWithFaults();
            var rows = rows(send);
            assertThat(rows).hasSize(ROWS);
            for (var row : rows.values()) isTrue(send, row);
            assertThat(send.phones).allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
            assertThat(send.kills).isGreaterThan(4);
            long unknown = rows.values().stream()
                    .filter(row -> row.state() == State.UNKNOWN)
                    .count();
            assertThat(unknown)
                    .isLessThanOrEqualTo((long) Ledger.WINDOW * send.kills + (long) SmppSend.WINDOW * send.lines);
            assertThat(send.book.counted(SEND)).isEqualTo(send.book.rows(SEND));
            assertThat(send.book.counted(SEND).values().stream()
                            .mapToInt(n -> n)
                            .sum())
                    .isEqualTo(ROWS);
            assertThat(send.book.ledger.state(SEND)).contains(Ledger.RunState.CLOSED);
        }
    }

    /** What the ledger says of a message and what came to its phone. */
    private static void isTrue(SmppSend send, Row row) {
        var ids = send.phones.get(SmppSend.number(row.row()));
        switch (row.state()) {
            case HANDED, DELIVERED -> assertThat(ids).as(row.toString()).containsExactly(row.id());
            case FAILED ->
                assertThat(ids == null || SmppSend.unreachable(SmppSend.number(row.row())))
                        .as(row.toString())
                        .isTrue();
            case UNKNOWN ->
                assertThat(ids == null || ids.size() == 1).as(row.toString()).isTrue();
            case QUEUED, EXPIRED, SUPPRESSED -> throw new AssertionError(row);
        }
    }

    @Test
    void withoutFaultsAllIsDelivered() throws IOException {
        try (var send = new SmppSend(SEND, 2_000, 1)) {
            send.runQuietly();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> send.settledReceipts()
                            && send.book.counted(SEND).keySet().equals(EnumSet.of(State.DELIVERED, State.FAILED)));
            assertThat(send.book.rows(SEND)).isEqualTo(send.book.counted(SEND));
        }
    }

    private static Map<Integer, Row> rows(SmppSend send) {
        return send
                .book
                .db
                .sql("""
                    select m.row, coalesce((select o.state from notices.outcome o where o.send = m.send and o.row = m.row
                            order by o.attempt desc, o.stage desc limit 1), 0) as state,
                        coalesce((select max(o.carrier_id) from notices.outcome o where o.send = m.send and o.row = m.row), '') as id
                    from notices.message m where m.send = :send\
                    """)
                .param("send", SEND)
                .query((row, _) -> new Row(row.getInt("row"), State.of(row.getInt("state")), row.getString("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::row, row -> row));
    }
}
