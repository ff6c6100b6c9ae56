package kr.madang.notices.running;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import kr.madang.notices.Kind;
import kr.madang.notices.carriers.Carrier;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.sends.Calendar;

/** The runner of the room in somebody else's program, for benches: one line, and receivers who do not exist. */
public final class LoneRunner implements AutoCloseable {
    private final Runner runner;

    public LoneRunner(Ledger ledger, Carrier carrier, int holders, String text) {
        var plugs = new Runner.Plugs(
                Letters.of(new Numbered()),
                new SenderProgram.One(carrier),
                send -> java.util.Optional.of(SenderProgram.outgoing(send, Kind.PUBLIC, text)),
                () -> new Calendar(Map.of(), Map.of()),
                () -> {});
        var usual = Runner.Settings.USUAL;
        var settings = new Runner.Settings(holders, usual.lease(), usual.patience(), usual.look());
        runner = new Runner(ledger, plugs, settings, Clock.systemUTC()).start();
    }

    /** Waits until a send is over. */
    public static void over(Ledger ledger, int send) throws InterruptedException {
        while (ledger.state(send).orElseThrow() != Ledger.RunState.CLOSED) Thread.sleep(Duration.ofMillis(10));
    }

    @Override
    public void close() {
        runner.close();
    }
}
