package kr.madang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.smpp.SmppCarrier;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Lease;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.State;

/** Text messages to all 86,289 recipients, each with an outcome that survives a power cut, beside Kannel into the same message center. */
final class SmsBench implements Bench {
    static final String SENDER = "0226704114";
    static final String TEXT = "Heavy rain tonight. Please keep away from the riverside paths.";

    private static final int ROWS = 86_289;
    private static final int DISASTER_ROWS = 1_000;
    private static final int CARRIER = 32_000;
    private static final int HOLDERS = 4;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final long LONGEST = 300_000;

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public String goal() {
        return """
                %,d one-part text messages to one message center over SMPP, with a durable outcome for each recipient (fsync on). Peer: \
                Kannel as Debian packs it, into the same message center, with its file store and with its spool store, neither of \
                which is written through to the disk. The message center sends no receipts. Promised: not slower than the file store; \
                required: not slower than the spool store.""".formatted(ROWS);
    }

    static String number(int row) {
        return "0100%07d".formatted(row);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        var office = demo.office();
        try (var sink = Sink.start();
                var carrier = carrier(sink)) {
            while (carrier.trouble().isPresent()) Thread.sleep(20);
            var results = new ArrayList<Result>();
            var sending = new Sending(office.room(Ledger.class), carrier);
            // the first run warms up both sides
            whole(office, sink, sending, serial(office), new ArrayList<>());
            double ours = whole(office, sink, sending, serial(office), results);
            peers(sink, ours, results);
            disaster(office, sink, sending, results);
            return results;
        }
    }

    private static SmppCarrier carrier(Sink sink) {
        return new SmppCarrier(
                SmppSettings.of("127.0.0.1", sink.port, Sink.ID, Sink.PASSWORD), new Deaf(), Clock.systemUTC());
    }

    /** Sends of benches have numbers nobody else has. */
    private static int serial(Office office) {
        return office.db()
                .sql("select greatest(coalesce(max(send), 0), 1000000000) + 1 from notices.run")
                .query(Integer.class)
                .single();
    }

    // ------------------------------------------------------------------ ours

    /** @return milliseconds from the start to the last outcome */
    private static double whole(Office office, Sink sink, Sending sending, int send, List<Result> results)
            throws Exception {
        sink.reset();
        double snapshot = Samples.once(() -> freeze(office, sending.ledger, send, Lane.BULK, ROWS));
        long start = System.currentTimeMillis();
        double took = Samples.once(() -> sending.send(send));
        var came = sink.came();
        var counts = sending.ledger.counts(send);
        results.add(Result.millis("snapshot of the recipients", snapshot, 3_000));
        results.add(Result.millis("first message after the start", came.first() - start, 1_000));
        results.add(Result.plain(
                "all of them, handed and durable",
                "%.2f s (%,.0f a second)".formatted(took / 1_000, ROWS / took * 1_000)));
        boolean exact = came.count() == ROWS && counts.of(State.HANDED) == ROWS;
        results.add(new Result(
                "arrived / in the ledger",
                "%,d / %,d".formatted(came.count(), counts.of(State.HANDED)),
                "%,d / %,d".formatted(ROWS, ROWS),
                exact));
        return took;
    }

    private static void freeze(Office office, Ledger ledger, int send, Lane lane, int rows) {
        ledger.open(send, lane, rows);
        office.db().sql("""
                insert into notices.message (send, row, contact)
                select :send, n, md5(n::text)::uuid from generate_series(1, :rows) n""").param("send", send).param("rows", rows).update();
    }

    // ------------------------------------------------------------------ peers

    private static void peers(Sink sink, double ours, List<Result> results) throws Exception {
        if (!Kannel.installed()) {
            results.add(Result.plain("Kannel", "not installed (apt install kannel kannel-extras)"));
            return;
        }
        for (var store : Kannel.Store.values()) {
            sink.reset();
            var folder = Files.createTempDirectory(
                    Path.of(System.getProperty("madang.data")),
                    "kannel-" + store.name().toLowerCase());
            try (var kannel = Kannel.start(folder, store, sink.port)) {
                long start = System.currentTimeMillis();
                kannel.send(ROWS);
                var came = sink.await(ROWS, LONGEST);
                double theirs = came.last() - start;
                var what = "Kannel, " + store.name().toLowerCase() + " store";
                if (came.count() < ROWS) {
                    results.add(Result.plain(what, "only %,d arrived".formatted(came.count())));
                    continue;
                }
                results.add(
                        Result.plain(what, "%.2f s (%,.0f a second)".formatted(theirs / 1_000, ROWS / theirs * 1_000)));
                results.add(new Result(
                        "ours as against Kannel’s " + store.name().toLowerCase() + " store",
                        "%.2f".formatted(ours / theirs),
                        "≤ 1.00",
                        ours <= theirs));
            }
        }
    }

    // ------------------------------------------------------------------ a disaster in between

    private static void disaster(Office office, Sink sink, Sending sending, List<Result> results) throws Exception {
        sink.reset();
        int bulk = serial(office);
        freeze(office, sending.ledger, bulk, Lane.BULK, ROWS);
        var running = Thread.ofVirtual().start(() -> sending.send(bulk));
        sink.await(ROWS / 4, LONGEST);
        int alert = serial(office);
        freeze(office, sending.ledger, alert, Lane.DISASTER, DISASTER_ROWS);
        long start = System.currentTimeMillis();
        sending.ledger.start(alert);
        running.join();
        var came = Arrays.stream(sink.disaster()).map(at -> at - start).sorted().toArray();
        if (came.length < DISASTER_ROWS) {
            results.add(new Result("disaster during the bulk", came.length + " arrived", "1,000", false));
            return;
        }
        results.add(Result.millis("disaster during the bulk: first message", came[0], 1_000));
        results.add(Result.millis(
                "disaster during the bulk: p99 of 1,000", came[(int) Math.ceil(0.99 * came.length) - 1], 5_000));
    }

    /**
     * Hands sends over as long as something waits. <b>The one place to change</b> when the runner of the room is to be measured instead of
     * this loop: {@link #send} starts a send and returns when it is over.
     */
    private record Sending(Ledger ledger, SmppCarrier carrier) {
        void send(int send) {
            ledger.start(send);
            var over = new AtomicBoolean();
            var holders = IntStream.range(0, HOLDERS)
                    .mapToObj(_ -> Thread.ofPlatform().start(() -> hold(over)))
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

        private void hold(AtomicBoolean over) {
            var holder = UUID.randomUUID();
            while (!over.get()) {
                var lease = ledger.lease(Lane.BULK, CARRIER, holder, LEASE);
                if (lease.isEmpty()) return;
                ledger.settle(lease.get(), hand(lease.get()));
            }
        }

        private List<kr.madang.notices.ledger.Result> hand(Lease lease) {
            boolean alert = ledger.counts(lease.send()).rows() == DISASTER_ROWS;
            var parcels = lease.messages().stream()
                    .map(message -> new Parcel(
                            new Parcel.Reference(lease.send(), message.row(), message.attempt()),
                            alert ? Sink.DISASTER + "%07d".formatted(message.row()) : number(message.row()),
                            SENDER,
                            "",
                            TEXT))
                    .toList();
            var answers = carrier.hand(parcels, Instant.now().plusSeconds(20));
            var results = new ArrayList<kr.madang.notices.ledger.Result>(answers.size());
            for (int i = 0; i < answers.size(); i++)
                if (answers.get(i) instanceof Answer.Handed(String id))
                    results.add(kr.madang.notices.ledger.Result.handed(
                            lease.messages().get(i), CARRIER, id));
            return results;
        }
    }

    /** The message center sends no receipts. */
    private static final class Deaf implements Receipts {
        @Override
        public void received(List<Receipt> receipts) {}

        @Override
        public void late(Parcel.Reference reference, Answer answer) {}
    }
}
