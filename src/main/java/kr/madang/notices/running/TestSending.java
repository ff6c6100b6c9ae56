package kr.madang.notices.running;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.notices.Channel;
import kr.madang.notices.carriers.Answer;
import kr.madang.notices.carriers.Parcel;
import kr.madang.notices.carriers.Receipts;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.ledger.State;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.singles.SingleRuns;
import kr.madang.notices.singles.SingleTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/**
 * Sends what programs try out (연계 시험 발송기): the same ledger and the same runner as for everything else, but its only way out is one that
 * leads nowhere, and it sees no other runs than those of tests.
 */
@Component
class TestSending implements SmartLifecycle {
    /** No line of the office has it. */
    static final int LINE = -1;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final SingleRuns singles;
    private final Clock clock;
    private final boolean enabled;
    private final TestCarrier carrier;
    private final Runner.Plugs plugs;
    private volatile @Nullable Runner runner;

    TestSending(
            Ledger ledger,
            SingleRuns singles,
            SingleTexts texts,
            Clock clock,
            ApplicationContext context,
            @Value("${madang.notices.runner:true}") boolean enabled) {
        this.ledger = ledger;
        this.singles = singles;
        this.clock = clock;
        this.enabled = enabled && context instanceof WebApplicationContext;
        carrier = new TestCarrier(new Told(ledger), clock);
        var calendar = new Calendar(Map.of(), Map.of());
        plugs = new Runner.Plugs(new SingleLetters(texts), new One(carrier), this::outgoing, () -> calendar, () -> {});
    }

    private Optional<Outgoing> outgoing(int send) {
        return SingleRuns.owns(send) ? singles.outgoing(send, false) : Optional.empty();
    }

    @Override
    public void start() {
        if (!enabled || runner != null) return;
        var usual = Runner.Settings.USUAL;
        runner =
                new Runner(ledger, plugs, new Runner.Settings(1, usual.lease(), usual.patience(), LOOK), clock).start();
    }

    @Override
    public void stop() {
        var running = runner;
        runner = null;
        if (running != null) running.close();
        carrier.close();
    }

    @Override
    public boolean isRunning() {
        return runner != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10_000;
    }

    /** The only way out, for texts and letters alike. */
    private record One(TestCarrier carrier) implements Exits {
        @Override
        public List<Exit> open(Channel channel) {
            return channel == Channel.PUSH ? List.of() : List.of(new Exit(LINE, carrier));
        }

        @Override
        public Optional<Exit> choose(Channel channel) {
            return open(channel).stream().findFirst();
        }

        @Override
        public void seen(Exit exit, List<Answer> answers, Duration took) {}
    }

    /** What became of it stands in the ledger as of any other message. */
    private record Told(Ledger ledger) implements Receipts {
        @Override
        public void received(List<Receipts.Receipt> receipts) {
            ledger.received(receipts.stream()
                    .map(r -> new kr.madang.notices.ledger.Receipt(
                            LINE, r.id(), State.valueOf(r.fate().name()), r.at(), r.code()))
                    .toList());
        }

        @Override
        public void late(Parcel.Reference reference, Answer answer) {}
    }
}
