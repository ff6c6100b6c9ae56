package kr.madang.notices.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random walks over everything that can happen to a send: nothing goes out twice, and every count equals its rows. */
class LedgerWalkTests {
    private static final int STEPS = 400;
    private static final int ROWS = 700;
    private static final int SENDS = 3;

    /** What may be known of a message from outside: nobody has it, somebody has, or somebody may have handed it over. */
    private enum Hands {
        FREE,
        HELD,
        GONE
    }

    private final Book book = new Book();
    private final Ledger ledger = book.ledger;
    private final Map<String, Hands> hands = new HashMap<>();
    private final List<Lease> held = new ArrayList<>();
    private final List<Lease> lost = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void nothingGoesOutTwiceAndEveryCountEqualsItsRows(long seed) {
        random = new Random(seed);
        for (int send = 1; send <= SENDS; send++) book.send(send, Lane.values()[send - 1], ROWS);
        for (int step = 0; step < STEPS; step++) {
            step();
            if (step % 10 == 0) compare();
        }
        compare();
    }

    private void compare() {
        for (int send = 1; send <= SENDS; send++)
            assertThat(book.counted(send)).as(String.join("\n", trace)).isEqualTo(book.rows(send));
    }

    private void step() {
        int send = 1 + random.nextInt(SENDS);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> lease();
            case 3, 4 -> settle();
            case 5 -> die();
            case 6 -> receive(send);
            case 7 -> deny();
            case 8 -> stop(send);
            default -> late();
        }
    }

    private void lease() {
        book.lease().ifPresent(lease -> {
            trace.add("lease %d/%d of %d"
                    .formatted(lease.send(), lease.chunk(), lease.messages().size()));
            for (var message : lease.messages()) {
                assertThat(hands.getOrDefault(key(lease, message), Hands.FREE))
                        .as(key(lease, message) + "\n" + String.join("\n", trace))
                        .isEqualTo(Hands.FREE);
                hands.put(key(lease, message), Hands.HELD);
            }
            held.add(lease);
        });
    }

    private void settle() {
        if (held.isEmpty()) return;
        var lease = held.remove(random.nextInt(held.size()));
        int told = random.nextInt(lease.messages().size() + 1);
        trace.add("settle %d/%d, %d of %d"
                .formatted(lease.send(), lease.chunk(), told, lease.messages().size()));
        ledger.settle(lease, results(lease, told));
        for (int i = 0; i < lease.messages().size(); i++)
            hands.put(key(lease, lease.messages().get(i)), i < told ? Hands.GONE : Hands.FREE);
    }

    private List<Result> results(Lease lease, int told) {
        return lease.messages().subList(0, told).stream()
                .map(m -> switch (random.nextInt(6)) {
                    case 0 -> Result.failed(m, Book.CARRIER, "88");
                    case 1 -> Result.suppressed(m, "withdrawn");
                    default -> Result.handed(m, Book.CARRIER, Book.id(lease.send(), m.row()));
                })
                .toList();
    }

    /** All who hold something die. */
    private void die() {
        trace.add("die");
        book.pass(Book.LEASE.plusSeconds(1));
        while (ledger.recover() > 0) trace.add("recovered");
        for (var lease : held) lease.messages().forEach(m -> hands.put(key(lease, m), Hands.GONE));
        lost.addAll(held);
        held.clear();
    }

    private void receive(int send) {
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < 20; i++) {
            var state = random.nextInt(4) == 0 ? State.FAILED : State.DELIVERED;
            receipts.add(Book.receipt(send, 1 + random.nextInt(ROWS), state));
        }
        trace.add("receipts of " + send);
        ledger.received(receipts);
        ledger.unpark(Duration.ofDays(30));
    }

    private void deny() {
        for (var unknown : ledger.unknown(Duration.ZERO, 5)) {
            trace.add("deny " + unknown);
            boolean over = ledger.state(unknown.send()).orElseThrow() == Ledger.RunState.CANCELLED;
            if (ledger.neverReceived(unknown, "none") && !over)
                hands.put(unknown.send() + "-" + unknown.row(), Hands.FREE);
        }
    }

    private void stop(int send) {
        var state = ledger.state(send).orElseThrow();
        trace.add("stop " + send + " " + state);
        switch (state) {
            case RUNNING -> {
                if (random.nextInt(6) == 0) ledger.cancel(send);
                else ledger.pause(send);
            }
            case PAUSED, READY -> ledger.start(send);
            case CANCELLED, CLOSED ->
                assertThat(ledger.counts(send).remaining() == 0 || leased(send)).isTrue();
        }
    }

    private boolean leased(int send) {
        return held.stream().anyMatch(lease -> lease.send() == send);
    }

    /** Somebody who was taken for dead tells what he had done. */
    private void late() {
        if (lost.isEmpty()) return;
        var lease = lost.remove(random.nextInt(lost.size()));
        trace.add("late " + lease.send() + "/" + lease.chunk());
        ledger.settle(lease, results(lease, lease.messages().size() / 2));
    }

    private static String key(Lease lease, Message message) {
        return lease.send() + "-" + message.row();
    }
}
