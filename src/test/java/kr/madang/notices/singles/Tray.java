package kr.madang.notices.singles;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.OfficeTest;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.LedgerAudit;
import kr.madang.notices.ledger.Receipt;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.ledger.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A house in which nobody sends by himself, so that tests do it step by step. */
@OfficeTest
@TestPropertySource(properties = "madang.notices.runner=false")
abstract class Tray {
    static final int CARRIER = 7;
    static final Duration LONG = Duration.ofMinutes(5);
    static final LocalDate EVER = LocalDate.of(2000, 1, 1);
    private static final AtomicInteger NUMBER = new AtomicInteger(1);

    @Autowired
    Singles singles;

    @Autowired
    SingleRuns runs;

    @Autowired
    SingleTexts texts;

    @Autowired
    SingleList list;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerAudit audit;

    @Autowired
    JdbcClient db;

    static String phone() {
        return "0100000%04d".formatted(NUMBER.incrementAndGet());
    }

    static Single single(Use use, String text) {
        return new Single(use, Channel.SMS, phone(), "", text, "test");
    }

    UUID post(Use use, String text) {
        return singles.post(Actor.SYSTEM, List.of(single(use, text))).getFirst();
    }

    State state(UUID id) {
        return singles.standing(List.of(id)).get(id).state();
    }

    int run(UUID id) {
        return db.sql("select send from notices.single where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Hands over whatever waits of a run, all of it accepted under the id of the single. */
    void handAll(int run) {
        while (true) {
            var lease = lease(run, LONG);
            if (lease == null) return;
            ledger.settle(
                    lease,
                    lease.messages().stream()
                            .map(m -> Result.handed(m, CARRIER, m.contact().toString()))
                            .toList());
        }
    }

    @org.jspecify.annotations.Nullable
    Lease lease(int run, Duration whole) {
        return ledger.lease(Lane.BULK, CARRIER, UUID.randomUUID(), whole, send -> send == run)
                .orElse(null);
    }

    void received(UUID id, State state) {
        ledger.received(List.of(new Receipt(CARRIER, id.toString(), state, Instant.now(), "000")));
    }
}
