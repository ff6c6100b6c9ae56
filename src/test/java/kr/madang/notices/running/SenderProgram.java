package kr.madang.notices.running;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.carriers.smpp.SmppCarrier;
import kr.madang.notices.carriers.smpp.SmppSettings;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.Ledgers;
import kr.madang.notices.ledger.Result;
import kr.madang.notices.ledger.State;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.wording.Template;

/**
 * A node that does nothing but send, as a program of its own: tests and benches kill it. It runs until the send it is told is over, and
 * then until it has been told to go.
 */
public final class SenderProgram {
    static final int CARRIER = 7;

    /**
     * What one program does.
     *
     * @param port of the message center
     * @param window messages under way at once
     */
    public record Work(
            String url, String user, String password, int port, int send, int window, int holders, Duration lease) {
        public String[] args() {
            return new String[] {
                url, user, password, "" + port, "" + send, "" + window, "" + holders, "" + lease.toMillis()
            };
        }

        static Work of(String[] args) {
            return new Work(
                    args[0],
                    args[1],
                    args[2],
                    Integer.parseInt(args[3]),
                    Integer.parseInt(args[4]),
                    Integer.parseInt(args[5]),
                    Integer.parseInt(args[6]),
                    Duration.ofMillis(Long.parseLong(args[7])));
        }
    }

    private SenderProgram() {}

    public static void main(String[] args) throws InterruptedException {
        var work = Work.of(args);
        try (var pool = pool(work)) {
            var ledger = Ledgers.on(pool, Clock.systemUTC());
            try (var carrier = carrier(work, ledger)) {
                var runner = new Runner(ledger, plugs(carrier, Map.of()), settings(work), Clock.systemUTC());
                Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
                runner.start();
                while (!over(ledger, work.send())) Thread.sleep(50);
                runner.close();
            }
        }
    }

    private static boolean over(Ledger ledger, int send) {
        try {
            return ledger.state(send).filter(s -> s == Ledger.RunState.CLOSED).isPresent();
        } catch (RuntimeException e) {
            // the database is away
            return false;
        }
    }

    private static HikariDataSource pool(Work work) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(work.url());
        pool.setUsername(work.user());
        pool.setPassword(work.password());
        pool.setMaximumPoolSize(work.holders() + 6);
        pool.setConnectionTimeout(2_000);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    static Runner.Settings settings(Work work) {
        return new Runner.Settings(work.holders(), work.lease(), Duration.ofSeconds(10), Duration.ofMillis(100));
    }

    static Carrier carrier(Work work, Ledger ledger) {
        var settings = SmppSettings.of("localhost", work.port(), "madang", "secret")
                .window(work.window(), Duration.ofSeconds(5))
                .line(Duration.ofSeconds(10), Duration.ofMillis(10), Duration.ofMillis(50));
        return new SmppCarrier(settings, new Told(ledger), Clock.systemUTC());
    }

    /** @param channels of sends that do not go as text messages to everybody */
    static Runner.Plugs plugs(Carrier carrier, Map<Integer, Outgoing> others) {
        return plugs(new Numbered(), carrier, others, new Calendar(Map.of(), Map.of()));
    }

    static Runner.Plugs plugs(Numbered receivers, Carrier carrier, Map<Integer, Outgoing> others, Calendar calendar) {
        return new Runner.Plugs(
                Letters.of(receivers),
                new One(carrier),
                send -> Optional.of(others.getOrDefault(send, outgoing(send, Kind.PUBLIC, "알림입니다."))),
                () -> calendar,
                () -> {});
    }

    static Outgoing outgoing(int send, Kind kind, String text) {
        return new Outgoing(send, kind, Channel.SMS, "0226704114", "", Template.parse(text), "{}");
    }

    /** The only way out. */
    record One(Carrier carrier) implements Exits {
        @Override
        public List<Exit> open(Channel channel) {
            return channel == Channel.SMS ? List.of(new Exit(CARRIER, carrier)) : List.of();
        }

        @Override
        public Optional<Exit> choose(Channel channel) {
            return open(channel).stream().findFirst();
        }

        @Override
        public void seen(Exit exit, List<Answer> answers, Duration took) {}
    }

    /** What the carrier learns goes into the ledger. */
    record Told(Ledger ledger) implements Receipts {
        @Override
        public void received(List<Receipts.Receipt> receipts) {
            ledger.received(receipts.stream().map(Told::receipt).toList());
        }

        private static kr.madang.notices.ledger.Receipt receipt(Receipts.Receipt told) {
            var state =
                    switch (told.fate()) {
                        case DELIVERED -> State.DELIVERED;
                        case FAILED -> State.FAILED;
                        case EXPIRED -> State.EXPIRED;
                    };
            return new kr.madang.notices.ledger.Receipt(CARRIER, told.id(), state, told.at(), told.code());
        }

        @Override
        public void late(Parcel.Reference reference, Answer answer) {
            if (answer instanceof Answer.Handed(String id))
                ledger.resolve(
                        reference.send(),
                        new Result(reference.row(), reference.attempt(), State.HANDED, CARRIER, id, ""));
        }
    }
}
