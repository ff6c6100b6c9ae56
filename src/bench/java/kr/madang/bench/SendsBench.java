package kr.madang.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.running.KilledSend;

/** A send to everybody over a real line, and the same while its program is killed again and again. */
final class SendsBench implements Bench {
    private static final int ROWS = Integer.getInteger("madang.bench.sends", 86_289);
    private static final int KILLS = Integer.getInteger("madang.bench.kills", 100);
    private static final int WINDOW = 500;
    private static final long SEED = 20_261_122;
    private static final double PROMISED_SECONDS = 14.4;

    @Override
    public String name() {
        return "sends";
    }

    @Override
    public String goal() {
        return """
                %,d one-part text messages over SMPP to a message center on this machine, what became of each written down with fsync \
                on, from the start of the program to its last outcome. Then the same send while its program is ended by kill -9 at %d \
                random points and started again: nobody lost, nobody told twice, and never more unknown than was in hand.""".formatted(ROWS, KILLS);
    }

    @Override
    public List<Result> run(Demo demo) throws Exception {
        try (var office = Office.empty("sends")) {
            var results = new ArrayList<Result>();
            try (var send = send(office, Duration.ZERO)) {
                var went = send.run(0, SEED);
                results.add(new Result(
                        "everybody told, with the start of the program",
                        "%.1f s (%,.0f a second)".formatted(went.seconds(), ROWS / went.seconds()),
                        "≤ %.1f s".formatted(PROMISED_SECONDS),
                        went.seconds() <= PROMISED_SECONDS));
                accounted(results, went);
            }
            try (var send = send(office, Duration.ofMillis(20))) {
                var went = send.run(KILLS, SEED);
                results.add(Result.plain("killed", "%d times in %.0f s".formatted(went.kills(), went.seconds())));
                accounted(results, went);
            }
            return results;
        }
    }

    private static void accounted(List<Result> results, KilledSend.Outcome went) {
        long most = (long) went.kills() * KilledSend.HOLDERS * Ledger.WINDOW;
        results.add(zero("lost", went.lost()));
        results.add(zero("told twice", went.doubled()));
        results.add(zero("tally and rows differ by", went.untallied()));
        results.add(new Result(
                "unknown", "%,d".formatted(went.unknown()), "≤ %,d".formatted(most), went.unknown() <= most));
    }

    private static Result zero(String what, long many) {
        return new Result(what, "%,d".formatted(many), "0", many == 0);
    }

    private static KilledSend send(Office office, Duration delay) throws Exception {
        var database = office.database();
        return new KilledSend(
                office.room(DataSource.class),
                new KilledSend.Access(database.url(), database.user(), database.password()),
                ROWS,
                WINDOW,
                delay,
                Files.createTempFile("nodes", ".txt"));
    }
}
