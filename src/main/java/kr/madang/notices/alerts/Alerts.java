package kr.madang.notices.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import kr.madang.notices.recipients.Dongs;
import kr.madang.notices.sends.Calendar;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes alerts and finds them (재난 알림 작성). Two who write at once never overwrite each other without knowing. */
@Component
public class Alerts {
    private final AlertStore store;
    private final Dongs dongs;
    private final Trail trail;
    private final Clock clock;

    Alerts(AlertStore store, Dongs dongs, Trail trail, Clock clock) {
        this.store = store;
        this.dongs = dongs;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Alert draft(Actor by, AlertContent content) {
        return draft(by, Alert.Type.ALERT, null, content);
    }

    /**
     * Drafts what follows an alert that is out: an update, or its cancellation.
     *
     * @throws Refused when it was followed already, or somebody is just writing what follows
     */
    @Transactional
    public Alert follow(Actor by, UUID previous, Alert.Type type, AlertContent content) {
        var before = lock(previous);
        if (type == Alert.Type.ALERT || !before.mayBeFollowed()) throw Refused.conflict("notices.alert.followed");
        if (before.drill() != content.drill()) throw Refused.invalid("notices.alert.otherkind");
        if (store.follower(previous).isPresent()) throw Refused.conflict("notices.alert.following");
        return draft(by, type, previous, content);
    }

    private Alert draft(Actor by, Alert.Type type, @Nullable UUID previous, AlertContent content) {
        require(by, Level.WORK);
        var now = now();
        var id = Id.next(now);
        int serial = store.nextSerial();
        var identifier = "MADANG-%d-%06d".formatted(now.atZone(Calendar.SEOUL).getYear(), serial);
        try {
            store.insert(id, serial, identifier, type, previous, checked(content), by, now);
        } catch (DuplicateKeyException e) {
            throw Refused.conflict("notices.alert.following");
        }
        store.step(id, "drafted", "", by, now);
        var facts = Map.<String, Object>of("type", type, "drill", content.drill());
        trail.record(by, "notices", "alert.drafted", "alert:" + id, facts);
        return get(id);
    }

    /**
     * Writes in a draft.
     *
     * @param version that was read before writing
     * @throws Refused conflict when somebody wrote meanwhile, or it is no draft any more
     */
    @Transactional
    public Alert write(Actor by, UUID id, int version, AlertContent content) {
        require(by, Level.WORK);
        if (get(id).drill() != content.drill()) throw Refused.invalid("notices.alert.otherkind");
        if (!store.write(id, version, checked(content), now()))
            throw Refused.conflict(get(id).stage().open() ? "notices.alert.overtaken" : "notices.alert.sealed");
        trail.record(by, "notices", "alert.written", "alert:" + id, Map.of("version", version + 1));
        return get(id);
    }

    private AlertContent checked(AlertContent content) {
        switch (content.whom()) {
            case Whom.Residents(var named) -> named.forEach(dongs::checked);
            case Whom.Staff _ -> {}
        }
        return content;
    }

    /** Ends a draft nobody was asked about, or one whose approval came too late. @param reason told to those who look for it */
    @Transactional
    public void drop(Actor by, UUID id, String reason) {
        require(by, Level.WORK);
        var alert = lock(id);
        if (!alert.stage().open() && alert.stage() != Alert.Stage.HELD) throw Refused.conflict("notices.alert.sealed");
        if (!alert.stage().open()) leads(by, alert);
        if (reason.isBlank()) throw Refused.invalid("notices.alert.reason");
        store.move(id, Alert.Stage.DROPPED, now());
        store.step(id, "dropped", reason.strip(), by, now());
        trail.record(by, "notices", "alert.dropped", "alert:" + id, Map.of("reason", reason.strip()));
    }

    public Optional<Alert> find(UUID id) {
        return store.find(id);
    }

    public Alert get(UUID id) {
        return find(id).orElseThrow(Alerts::missing);
    }

    /**
     * One that went out to residents, for everybody.
     *
     * @throws Refused missing for whatever is none, also for drafts and drills
     */
    public Alert published(String identifier) {
        return store.find(identifier)
                .filter(alert -> alert.raised() && !alert.drill())
                .orElseThrow(Alerts::missing);
    }

    /** What follows it or is just being written to follow it. */
    public Optional<Alert> follower(UUID id) {
        return store.follower(id).flatMap(store::find);
    }

    /** Everything it follows, the nearest first. */
    public List<Alert> before(Alert alert) {
        return alert.previous() == null ? List.of() : store.before(alert.id());
    }

    public List<AlertStep> steps(UUID id) {
        return store.steps(id);
    }

    Alert lock(UUID id) {
        return store.lock(id).orElseThrow(Alerts::missing);
    }

    private static Refused missing() {
        return Refused.missing("notices.alert.missing");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether somebody decides what becomes of an alert whose approval came too late: its author does, and who approves. */
    public static boolean mayLead(Actor by, Alert alert) {
        return by.may("notices", Level.APPROVE)
                || by.may("notices", Level.WORK) && by.id().equals(alert.author());
    }

    static void leads(Actor by, Alert alert) {
        if (!mayLead(by, alert)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.alert.foreign");
    }

    static void require(Actor by, Level level) {
        if (!by.may("notices", level)) throw new Refused(Refused.Reason.FORBIDDEN, "notices.send.forbidden");
    }
}
