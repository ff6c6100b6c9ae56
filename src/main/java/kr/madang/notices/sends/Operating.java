package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops a running send, lets it go on, or ends it (발송 운영): its author does, and who approves. */
@Component
public class Operating {
    private final SendStore store;
    private final Sends sends;
    private final Ledger ledger;
    private final Trail trail;
    private final Clock clock;

    Operating(SendStore store, Sends sends, Ledger ledger, Trail trail, Clock clock) {
        this.store = store;
        this.sends = sends;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void pause(Actor by, int serial) {
        running(by, serial);
        ledger.pause(serial);
        told(by, serial, "paused", "");
    }

    @Transactional
    public void resume(Actor by, int serial) {
        if (!running(by, serial).sealed()) throw Refused.conflict("notices.send.broken");
        ledger.start(serial);
        told(by, serial, "resumed", "");
    }

    /** @return how many will never be told, exact at once but for what is in hand this moment */
    @Transactional
    public int cancel(Actor by, int serial, String reason) {
        running(by, serial);
        if (reason.isBlank()) throw Refused.invalid("notices.send.reason");
        int left = ledger.cancel(serial);
        told(by, serial, "cancelled", reason.strip());
        return left;
    }

    private Send running(Actor by, int serial) {
        Sends.require(by, Level.WORK);
        var send = sends.lock(serial);
        Sends.leads(by, send);
        if (!send.state().ran() || send.state().over()) throw Refused.conflict("notices.run.over");
        return send;
    }

    private void told(Actor by, int serial, String act, String words) {
        store.step(serial, act, words, by, now());
        trail.record(by, "notices", "send." + act, "send:" + serial, Map.of("words", words));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
