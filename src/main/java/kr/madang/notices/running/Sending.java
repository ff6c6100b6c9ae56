package kr.madang.notices.running;

import java.time.Clock;
import java.util.Optional;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.sends.Outgoing;
import kr.madang.notices.sends.Receivers;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.sends.Starting;
import kr.madang.notices.singles.SingleRuns;
import kr.madang.notices.singles.SingleTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/** The runner of this node (발송기), as long as the house is open; a house without pages sends nothing. */
@Component
class Sending implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Ledger ledger;
    private final Runner.Plugs plugs;
    private final SendTerms terms;
    private final Starting starting;
    private final SingleRuns singles;
    private final Progress progress;
    private final Clock clock;
    private final boolean enabled;
    private volatile @Nullable Runner runner;

    Sending(
            Ledger ledger,
            Receivers receivers,
            Exits exits,
            SendTerms terms,
            Starting starting,
            SingleRuns singles,
            SingleTexts texts,
            Progress progress,
            Clock clock,
            ApplicationContext context,
            @Value("${madang.notices.runner:true}") boolean enabled) {
        this.ledger = ledger;
        this.terms = terms;
        this.starting = starting;
        this.singles = singles;
        this.progress = progress;
        this.clock = clock;
        this.enabled = enabled && context instanceof WebApplicationContext;
        plugs = new Runner.Plugs(letters(receivers, texts), exits, this::outgoing, terms::calendar, this::look);
    }

    private static Letters letters(Receivers receivers, SingleTexts texts) {
        var sends = Letters.of(receivers);
        var single = new SingleLetters(texts);
        return (lease, outgoing, now) -> (SingleRuns.owns(lease.send()) ? single : sends).write(lease, outgoing, now);
    }

    private Optional<Outgoing> outgoing(int send) {
        return SingleRuns.owns(send) ? singles.outgoing(send, true) : starting.outgoing(send);
    }

    private void look() {
        place();
        for (int send : starting.due()) begin(send);
        progress.note();
    }

    private void place() {
        try {
            singles.place();
        } catch (RuntimeException e) {
            log.warn("낱건을 원장에 올릴 수 없습니다: {}", e.getMessage());
        }
    }

    /** One that cannot begin keeps no other from it. */
    private void begin(int send) {
        try {
            starting.begin(send);
        } catch (RuntimeException e) {
            log.warn("발송 {}을(를) 시작할 수 없습니다", send, e);
        }
    }

    @Override
    public void start() {
        if (!enabled || runner != null) return;
        var usual = Runner.Settings.USUAL;
        var settings = new Runner.Settings(terms.office().holders(), usual.lease(), usual.patience(), usual.look());
        runner = new Runner(ledger, plugs, settings, clock).start();
    }

    @Override
    public void stop() {
        var running = runner;
        runner = null;
        if (running != null) running.close();
    }

    @Override
    public boolean isRunning() {
        return runner != null;
    }

    /** Before the lines are closed, and after the pages. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10_000;
    }
}
