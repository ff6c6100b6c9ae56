package kr.madang.notices.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.sends.SendTerms;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets approved alerts out on all their ways at once and ends them again (발령과 종료). Everything of one alert happens in one transaction, once. */
@Component
public class Raising {
    private final AlertStore store;
    private final Alerts alerts;
    private final Fanout fanout;
    private final SendTerms terms;
    private final ApplicationEventPublisher events;
    private final Trail trail;
    private final Clock clock;

    Raising(
            AlertStore store,
            Alerts alerts,
            Fanout fanout,
            SendTerms terms,
            ApplicationEventPublisher events,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.fanout = fanout;
        this.terms = terms;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** Lets a locked alert out that people have just approved; one whose approval is old by now waits for somebody to say so again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void approved(Actor by, Alert alert, String number, Instant signed) {
        store.number(alert.id(), number);
        store.step(alert.id(), "approved", number, by, signed);
        trail.record(by, "notices", "alert.approved", "alert:" + alert.id(), Map.of("seal", alert.seal()));
        var late = Duration.between(signed, now());
        if (late.compareTo(terms.office().stale()) > 0) {
            store.move(alert.id(), Alert.Stage.HELD, now());
            store.step(alert.id(), "held", "", Actor.SYSTEM, now());
        } else raise(by, alert, number);
    }

    /** Says that an alert whose approval arrived late shall go out now all the same. */
    @Transactional
    public void confirm(Actor by, UUID id, String reason) {
        Alerts.require(by, Level.WORK);
        var alert = alerts.lock(id);
        Alerts.leads(by, alert);
        if (alert.stage() != Alert.Stage.HELD) throw Refused.conflict("notices.alert.notheld");
        if (reason.isBlank()) throw Refused.invalid("notices.alert.reason");
        store.step(id, "confirmed", reason.strip(), by, now());
        trail.record(by, "notices", "alert.confirmed", "alert:" + id, Map.of("reason", reason.strip()));
        raise(by, alert, alert.number());
    }

    private void raise(Actor by, Alert alert, String number) {
        var now = now();
        store.raise(alert.id(), now, now.plus(Duration.ofHours(alert.content().hours())));
        var out = alerts.get(alert.id());
        fanout.go(by, out, number);
        store.step(alert.id(), "raised", "", Actor.SYSTEM, now);
        trail.record(by, "notices", "alert.raised", "alert:" + alert.id(), Map.of("identifier", alert.identifier()));
        var before = Optional.ofNullable(alert.previous()).map(alerts::get);
        before.ifPresent(earlier -> close(earlier, ending(out), now));
        switch (out.content().whom()) {
            case Whom.Staff _ -> {}
            case Whom.Residents residents -> tell(out, residents, before, now);
        }
    }

    private static Alert.Ending ending(Alert follower) {
        return follower.type() == Alert.Type.CANCEL ? Alert.Ending.CANCELLED : Alert.Ending.UPDATED;
    }

    private void tell(Alert alert, Whom.Residents residents, Optional<Alert> before, Instant now) {
        switch (alert.type()) {
            case ALERT -> events.publishEvent(new AlertRaised(AlertFace.of(alert, residents)));
            case UPDATE ->
                events.publishEvent(
                        new AlertChanged(before.map(Alert::identifier).orElseThrow(), AlertFace.of(alert, residents)));
            case CANCEL ->
                events.publishEvent(
                        new AlertEnded(before.map(Alert::identifier).orElseThrow(), Alert.Ending.CANCELLED, now));
        }
    }

    /** One that ran out before stays so. */
    private void close(Alert alert, Alert.Ending ending, Instant now) {
        if (!store.end(alert.id(), ending, now)) return;
        store.step(alert.id(), "ended." + ending.name().toLowerCase(java.util.Locale.ROOT), "", Actor.SYSTEM, now);
        trail.record(Actor.SYSTEM, "notices", "alert.ended", "alert:" + alert.id(), Map.of("why", ending));
    }

    /** Ends one alert whose time is over. Any node may try. @return false when there is none */
    @Transactional
    public boolean expire() {
        var now = now();
        var over = store.takeExpired(now);
        if (over.isEmpty()) return false;
        var alert = over.get();
        close(alert, Alert.Ending.EXPIRED, now);
        boolean residents = !alert.drill() && alert.type() != Alert.Type.CANCEL;
        if (residents) events.publishEvent(new AlertEnded(alert.identifier(), Alert.Ending.EXPIRED, now));
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
