package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.news.NewPost;
import kr.madang.kernel.news.News;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Kind;
import kr.madang.notices.ledger.Lane;
import kr.madang.notices.ledger.Ledger;
import kr.madang.notices.wording.Template;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Gives approved sends to the ledger when their hour has come (발송 시작), and says what they say while they run. */
@Component
public class Starting {
    private static final Actor BY = Actor.SYSTEM;

    private final SendStore store;
    private final SendApproval approval;
    private final SendTerms terms;
    private final Receivers receivers;
    private final Ledger ledger;
    private final Trail trail;
    private final News news;
    private final Clock clock;

    Starting(
            SendStore store,
            SendApproval approval,
            SendTerms terms,
            Receivers receivers,
            Ledger ledger,
            Trail trail,
            News news,
            Clock clock) {
        this.store = store;
        this.approval = approval;
        this.terms = terms;
        this.receivers = receivers;
        this.ledger = ledger;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** Approved sends whose hour has come, the most urgent first. */
    public List<Integer> due() {
        return store.due(now());
    }

    /** Starts one, holds it back, or leaves it to whoever is just at it. Any node may try. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void begin(int serial) {
        if (!store.take(serial)) return;
        var send = store.find(serial).orElseThrow();
        var kind = send.content().kind();
        var calendar = terms.calendar();
        var now = now();
        var meant = calendar.next(kind, send.meant());
        if (meant.isAfter(now) || calendar.closed(kind, now).isPresent()) {
            if (Calendar.stale(meant, now, terms.office().stale())) hold(send, "stale");
            return;
        }
        var content = send.content();
        if (!approval.approved(send)) hold(send, "broken");
        else if (receivers.count(content.audience(), content.channel(), kind, now) == 0) hold(send, "nobody");
        else if (Calendar.stale(meant, now, terms.office().stale())) hold(send, "stale");
        else start(send, now);
    }

    private void start(Send send, Instant now) {
        var content = send.content();
        int serial = send.serial();
        var lane = content.kind() == Kind.DISASTER ? Lane.DISASTER : Lane.BULK;
        int rows = ledger.open(
                serial,
                lane,
                () -> receivers.freeze(serial, content.audience(), content.channel(), content.kind(), now));
        ledger.start(serial);
        store.start(serial, now);
        store.step(serial, "started", Integer.toString(rows), BY, now);
        trail.record(BY, "notices", "send.started", "send:" + serial, Map.of("rows", rows, "seal", send.seal()));
    }

    private void hold(Send send, String why) {
        store.move(send.serial(), "HELD", now());
        store.step(send.serial(), "held." + why, "", BY, now());
        trail.record(BY, "notices", "send.held", "send:" + send.serial(), Map.of("why", why));
        var title = send.content().title();
        news.tell(new NewPost(
                "notices", "held", title.isBlank() ? "발송" : title, "/desk/notices/sends/" + send.serial(), now()));
    }

    /** What a running send says; empty, and the run stopped, when it is not what people approved. */
    @Transactional
    public Optional<Outgoing> outgoing(int serial) {
        var send = store.find(serial).filter(s -> s.state().ran());
        if (send.isEmpty()) return Optional.empty();
        if (send.get().sealed()) return send.map(Starting::outgoing);
        if (ledger.state(serial).filter(s -> s == Ledger.RunState.RUNNING).isPresent()) {
            ledger.pause(serial);
            store.step(serial, "held.broken", "", BY, now());
            trail.record(BY, "notices", "send.held", "send:" + serial, Map.of("why", "broken"));
        }
        return Optional.empty();
    }

    private static Outgoing outgoing(Send send) {
        var content = send.content();
        return new Outgoing(
                send.serial(),
                content.kind(),
                content.channel(),
                content.sender(),
                content.subject(),
                Template.parse(content.text()),
                content.audience());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
