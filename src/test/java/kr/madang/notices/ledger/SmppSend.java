package kr.madang.notices.ledger;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.smpp.SmppCarrier;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.simulator.Faults;
import kr.madang.notices.simulator.Simulator;

/** Holders that hand a send over to a simulated operator, and are killed while they do. */
final class SmppSend implements AutoCloseable, Receipts {
    static final int WINDOW = 300;
    private static final int HOLDERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Book book = new Book();
    final Simulator simulator;
    final SmppCarrier carrier;
    final Map<String, List<String>> phones = new ConcurrentHashMap<>();
    int kills;
    int lines;
    private final int send;
    private final Random random;

    SmppSend(int send, int rows, long seed) throws IOException {
        this.send = send;
        random = new Random(seed);
        book.send(send, Lane.BULK, rows);
        simulator = Simulator.start(new Simulator.Settings(0, "madang", "secret"), Clock.systemUTC());
        simulator.listen(
                message -> phones.computeIfAbsent(message.to(), _ -> Collections.synchronizedList(new ArrayList<>()))
                        .add(message.id()));
        var settings = SmppSettings.of("localhost", simulator.port(), "madang", "secret")
                .window(WINDOW, Duration.ofSeconds(5))
                .line(Duration.ofSeconds(10), Duration.ofMillis(10), Duration.ofMillis(50));
        carrier = new SmppCarrier(settings, this, Clock.systemUTC());
    }

    static String number(int row) {
        return "010%08d".formatted(row);
    }

    static boolean unreachable(String number) {
        return number.endsWith("77");
    }

    private static boolean invalid(String number) {
        return number.endsWith("13");
    }

    // ------------------------------------------------------------------ running

    void runQuietly() {
        simulator.behave(quiet());
        round(false);
        unpark();
    }

    /** Rounds of holders; whoever dies in a round leaves a lease that runs out. */
    void runWithFaults() {
        do {
            await().atMost(PATIENCE).until(() -> carrier.trouble().isEmpty());
            simulator.behave(faults());
            round(true);
            book.pass(Book.LEASE.plusSeconds(1));
            while (book.ledger.recover() > 0) Thread.onSpinWait();
        } while (book.ledger.counts(send).remaining() > 0);
        simulator.behave(quiet());
        await().atMost(PATIENCE).until(this::settledReceipts);
    }

    boolean settledReceipts() {
        unpark();
        return simulator.owed() == 0;
    }

    private void unpark() {
        while (book.ledger.unpark(Duration.ofDays(30)) > 0) Thread.onSpinWait();
    }

    private static Faults quiet() {
        return Faults.NONE
                .refuse(SmppSend::invalid)
                .receipts(Faults.ReceiptFaults.NONE.undeliverable(SmppSend::unreachable));
    }

    private Faults faults() {
        var receipts = Faults.ReceiptFaults.NONE
                .undeliverable(SmppSend::unreachable)
                .copies(10)
                .shuffle();
        if (random.nextInt(3) == 0) receipts = receipts.early();
        var faults = Faults.NONE.refuse(SmppSend::invalid).receipts(receipts);
        return switch (random.nextInt(5)) {
            case 0 -> faults.throttle(800);
            case 1 -> dropping(faults.dropAfter(100 + random.nextInt(1_500)));
            case 2 -> dropping(faults.dieAfter(100 + random.nextInt(1_500)));
            case 3 -> faults.delay(Duration.ofMillis(random.nextInt(100)));
            default -> faults;
        };
    }

    private Faults dropping(Faults faults) {
        lines++;
        return faults;
    }

    private void round(boolean deadly) {
        var holders = IntStream.range(0, HOLDERS)
                .mapToObj(n -> {
                    var mine = new Random(random.nextLong());
                    return Thread.ofVirtual().start(() -> hold(mine, deadly));
                })
                .toList();
        for (var holder : holders) join(holder);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A holder's life: some chunks, and perhaps death in the middle of one. */
    private void hold(Random mine, boolean deadly) {
        for (int chunk = 0; !deadly || chunk < 8; chunk++) {
            await().atMost(PATIENCE).until(() -> carrier.trouble().isEmpty());
            var lease = book.ledger.lease(Lane.BULK, Book.CARRIER, UUID.randomUUID(), Book.LEASE);
            if (lease.isEmpty()) return;
            if (deadly && mine.nextInt(10) == 0) {
                die(lease.get(), mine);
                return;
            }
            settle(lease.get(), hand(lease.get()));
        }
    }

    private List<Answer> hand(Lease lease) {
        var parcels = lease.messages().stream()
                .map(m -> new Parcel(
                        new Parcel.Reference(lease.send(), m.row(), m.attempt()),
                        number(m.row()),
                        "0226704114",
                        "",
                        "알림 " + m.row()))
                .toList();
        return carrier.hand(parcels, Instant.now().plusSeconds(10));
    }

    /** With its line, before anything was written, in the middle, or after all of it. */
    private void die(Lease lease, Random mine) {
        synchronized (this) {
            kills++;
            lines++;
        }
        var life = Thread.ofVirtual().start(() -> hand(lease));
        try {
            Thread.sleep(Duration.ofNanos(mine.nextInt(30_000_000)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        life.interrupt();
        carrier.cut();
        join(life);
    }

    private void settle(Lease lease, List<Answer> answers) {
        var results = new ArrayList<Result>();
        for (int i = 0; i < answers.size(); i++)
            result(lease.messages().get(i), answers.get(i)).ifPresent(results::add);
        book.ledger.settle(lease, results);
    }

    /** What has no result was surely not handed and waits again. */
    private static Optional<Result> result(Message message, Answer answer) {
        return switch (answer) {
            case Answer.Handed(String id) -> Optional.of(Result.handed(message, Book.CARRIER, id));
            case Answer.Rejected(String code, boolean forGood) ->
                forGood ? Optional.of(Result.failed(message, Book.CARRIER, code)) : Optional.empty();
            case Answer.Unknown(String why) -> Optional.of(Result.unknown(message, Book.CARRIER, why));
            case Answer.Throttled _, Answer.Unsent _, Answer.NotReceived _ -> Optional.empty();
        };
    }

    // ------------------------------------------------------------------ what the carrier learns

    @Override
    public void received(List<Receipts.Receipt> receipts) {
        book.ledger.received(receipts.stream().map(SmppSend::receipt).toList());
    }

    private static kr.madang.notices.ledger.Receipt receipt(Receipts.Receipt told) {
        var state =
                switch (told.fate()) {
                    case DELIVERED -> State.DELIVERED;
                    case FAILED -> State.FAILED;
                    case EXPIRED -> State.EXPIRED;
                };
        return new kr.madang.notices.ledger.Receipt(Book.CARRIER, told.id(), state, told.at(), told.code());
    }

    @Override
    public void late(Parcel.Reference reference, Answer answer) {
        if (answer instanceof Answer.Handed(String id))
            book.ledger.resolve(
                    reference.send(),
                    new Result(reference.row(), reference.attempt(), State.HANDED, Book.CARRIER, id, ""));
    }

    @Override
    public void close() throws IOException {
        carrier.close();
        simulator.close();
    }
}
