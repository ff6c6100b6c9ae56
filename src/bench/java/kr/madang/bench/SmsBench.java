package kr.madang.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.smpp.SmppCarrier;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.State;
import kr.madang.notices.running.LoneRunner;
import kr.madang.notices.running.Numbered;

/** Text messages to all 86,289 recipients, each with an outcome that survives a power cut, beside Kannel into the same message center. */
final class SmsBench implements Bench {
    static final String SENDER = "0226704114";
    static final String TEXT = "Heavy rain tonight. Please keep away from the riverside paths.";

    private static final int ROWS = 86_289;
    private static final int DISASTER_ROWS = 1_000;
    private static final int FIRST_OF_A_DISASTER = 90_000_000;
    private static final int HOLDERS = 4;
    private static final long LONGEST = 300_000;

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public String goal() {
        return """
                %,d one-part text messages to one message center over SMPP, with a durable outcome for each recipient (fsync on), by the runner of the room. Peer: \
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
            var ledger = office.room(Ledger.class);
            double ours;
            try (var runner = new LoneRunner(ledger, carrier, HOLDERS, TEXT)) {
                // the first run warms up both sides
                whole(office, sink, ledger, serial(office), new ArrayList<>());
                ours = whole(office, sink, ledger, serial(office), results);
                disaster(office, sink, ledger, results);
            }
            peers(sink, ours, results);
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
    private static double whole(Office office, Sink sink, Ledger ledger, int send, List<Result> results)
            throws Exception {
        sink.reset();
        double snapshot = Samples.once(() -> freeze(office, ledger, send, Lane.BULK, ROWS));
        long start = System.currentTimeMillis();
        double took = Samples.once(() -> send(ledger, send));
        var came = sink.came();
        var counts = ledger.counts(send);
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

    /** From the start to the last outcome, by the runner of the room. */
    private static void send(Ledger ledger, int send) throws InterruptedException {
        ledger.start(send);
        LoneRunner.over(ledger, send);
    }

    private static void freeze(Office office, Ledger ledger, int send, Lane lane, int rows) {
        int first = lane == Lane.DISASTER ? FIRST_OF_A_DISASTER : 0;
        ledger.open(send, lane, rows);
        office.db()
                .sql("insert into notices.message (send, row, contact) select :send, n - :first, " + Numbered.CONTACT
                        + " from generate_series(:first + 1, :first + :rows) n")
                .param("send", send)
                .param("rows", rows)
                .param("first", first)
                .update();
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

    private static void disaster(Office office, Sink sink, Ledger ledger, List<Result> results) throws Exception {
        sink.reset();
        int bulk = serial(office);
        freeze(office, ledger, bulk, Lane.BULK, ROWS);
        ledger.start(bulk);
        sink.await(ROWS / 4, LONGEST);
        int alert = serial(office);
        freeze(office, ledger, alert, Lane.DISASTER, DISASTER_ROWS);
        long start = System.currentTimeMillis();
        ledger.start(alert);
        LoneRunner.over(ledger, bulk);
        var came = Arrays.stream(sink.disaster()).map(at -> at - start).sorted().toArray();
        if (came.length < DISASTER_ROWS) {
            results.add(new Result("disaster during the bulk", came.length + " arrived", "1,000", false));
            return;
        }
        results.add(Result.millis("disaster during the bulk: first message", came[0], 1_000));
        results.add(Result.millis(
                "disaster during the bulk: p99 of 1,000", came[(int) Math.ceil(0.99 * came.length) - 1], 5_000));
    }

    /** The message center sends no receipts. */
    private static final class Deaf implements Receipts {
        @Override
        public void received(List<Receipt> receipts) {}

        @Override
        public void late(Parcel.Reference reference, Answer answer) {}
    }
}
