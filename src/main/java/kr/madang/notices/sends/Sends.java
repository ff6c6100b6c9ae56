package kr.madang.notices.sends;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.Channel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes sends and finds them (발송 작성). Two who write at once never overwrite each other without knowing. */
@Component
public class Sends {
    private final SendStore store;
    private final SendTerms terms;
    private final Receivers receivers;
    private final Trail trail;
    private final Clock clock;

    Sends(SendStore store, SendTerms terms, Receivers receivers, Trail trail, Clock clock) {
        this.store = store;
        this.terms = terms;
        this.receivers = receivers;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Send draft(Actor by, Content content) {
        require(by, Level.WORK);
        int serial = store.insert(checked(content), by, now());
        store.step(serial, "drafted", "", by, now());
        trail.record(by, "notices", "send.drafted", "send:" + serial, Map.of("kind", content.kind()));
        return get(serial);
    }

    /**
     * Writes in a draft.
     *
     * @param version that was read before writing
     * @throws Refused conflict when somebody wrote meanwhile, or it is no draft any more
     */
    @Transactional
    public Send write(Actor by, int serial, int version, Content content) {
        require(by, Level.WORK);
        if (!store.write(serial, version, checked(content), now())) {
            var there = get(serial);
            throw Refused.conflict(there.state().open() ? "notices.send.overtaken" : "notices.send.sealed");
        }
        trail.record(by, "notices", "send.written", "send:" + serial, Map.of("version", version + 1));
        return get(serial);
    }

    private Content checked(Content content) {
        if (content.channel() == Channel.SMS && !content.sender().isEmpty()) terms.sender(content.sender());
        if (content.personal()) kr.madang.notices.wording.Template.parse(content.text(), receivers.fields());
        return content;
    }

    /**
     * Ends what has not been started; what is approved already only by those who may stop it once it runs.
     *
     * @param reason told to those who look for it
     */
    @Transactional
    public void drop(Actor by, int serial, String reason) {
        require(by, Level.WORK);
        var send = lock(serial);
        if (send.state() == Send.State.APPROVAL) throw Refused.conflict("notices.send.underway");
        if (send.state().ran()) throw Refused.conflict("notices.send.started");
        if (!send.state().open()) leads(by, send);
        if (reason.isBlank()) throw Refused.invalid("notices.send.reason");
        store.move(serial, "CANCELLED", now());
        store.step(serial, "dropped", reason.strip(), by, now());
        trail.record(by, "notices", "send.dropped", "send:" + serial, Map.of("reason", reason.strip()));
    }

    /** Says that an approved send whose hour has passed shall go now all the same. */
    @Transactional
    public void confirm(Actor by, int serial, String reason) {
        require(by, Level.WORK);
        var send = lock(serial);
        leads(by, send);
        if (send.state() != Send.State.HELD) throw Refused.conflict("notices.send.notheld");
        if (reason.isBlank()) throw Refused.invalid("notices.send.reason");
        var closed = terms.calendar().closed(send.content().kind(), now());
        if (closed.isPresent()) throw Refused.conflict("notices.send.closednow");
        store.confirm(serial, now());
        store.step(serial, "confirmed", reason.strip(), by, now());
        trail.record(by, "notices", "send.confirmed", "send:" + serial, Map.of("reason", reason.strip()));
    }

    public Optional<Send> find(int serial) {
        return store.find(serial);
    }

    public Send get(int serial) {
        return find(serial).orElseThrow(Sends::missing);
    }

    public List<Step> steps(int serial) {
        return store.steps(serial);
    }

    Send lock(int serial) {
        return store.lock(serial).orElseThrow(Sends::missing);
    }

    private static Refused missing() {
        return Refused.missing("notices.send.missing");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static void require(Actor by, Level level) {
        if (!by.may("notices", level)) throw forbidden();
    }

    /** Whether somebody decides how an approved send goes on: its author does, and who approves. */
    public static boolean mayLead(Actor by, Send send) {
        return by.may("notices", Level.APPROVE)
                || by.may("notices", Level.WORK) && by.id().equals(send.author());
    }

    static void leads(Actor by, Send send) {
        if (!mayLead(by, send)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.send.foreign");
    }

    static Refused forbidden() {
        return new Refused(Refused.Reason.FORBIDDEN, "notices.send.forbidden");
    }
}
