package kr.madang.notices.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kr.madang.DemoTest;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two lines of the demo office and the telephone behind them. */
@DemoTest
class PhoneTests {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int SEND = 910_000;

    @Autowired
    Lines lines;

    @Autowired
    Phone phone;

    @Autowired
    JdbcClient db;

    private List<Lines.Line> up() {
        await().atMost(SOON)
                .until(() -> lines.open(Channel.SMS).size() == 2
                        && lines.open(Channel.SMS).stream()
                                .allMatch(line -> line.carrier().trouble().isEmpty()));
        return lines.open(Channel.SMS);
    }

    /** An id both lines gave, or one that came back over the other line, would settle somebody else's message. */
    @Test
    void whatBecameOfAMessageComesBackOverItsOwnLine() {
        var all = new HashSet<String>();
        for (var line : up()) {
            var parcels = IntStream.rangeClosed(1, 20)
                    .mapToObj(row -> new Parcel(
                            new Parcel.Reference(SEND + line.number(), row, 1), "01000000000", "0226704114", "", "알림"))
                    .toList();
            var ids = new HashSet<String>();
            for (var answer : line.carrier().hand(parcels, Instant.now().plusSeconds(20)))
                ids.add(((Answer.Handed) answer).id());
            assertThat(ids).hasSize(20);
            await().atMost(SOON).until(() -> parked(line.number()).containsAll(ids));
            all.addAll(ids);
        }
        assertThat(all).hasSize(40);
        assertThat(phone.received())
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
    }

    private Set<String> parked(int line) {
        return new HashSet<>(db.sql("select carrier_id from notices.parked_receipt where carrier = :line")
                .param("line", line)
                .query(String.class)
                .list());
    }

    /** Ids of the last time the program ran stand in the ledger. */
    @Test
    void idsGoOnWhenTheProgramStartsAgain() {
        var line = up().getFirst();
        var parcel = new Parcel(new Parcel.Reference(SEND, 1, 1), "01000000000", "0226704114", "", "알림");
        var answer = line.carrier()
                .hand(List.of(parcel), Instant.now().plusSeconds(20))
                .getFirst();
        assertThat(Long.parseLong(((Answer.Handed) answer).id())).isGreaterThan(1_700_000_000_000_000L);
    }
}
