package kr.madang.approvals.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.delegation.Absences;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of the absence calendar (부재 설정): who is away and who acts in the meantime. */
@Component
@Transactional
public class AbsenceCalendar {
    /** An absence with the id by which it is ended. */
    public record Planned(UUID id, Absence absence) {}

    private final AbsenceStore store;
    private final Trail trail;
    private final Clock clock;

    AbsenceCalendar(AbsenceStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One's own absence; for others, whoever manages the room.
     *
     * @throws Refused when it overlaps another or the deputies would stand in a circle
     */
    public UUID plan(Actor by, Absence absence) {
        mayPlan(by, PaperStore.uuid(absence.who()));
        store.lock();
        var days = absence.days();
        new Absences(store.during(days.from(), days.to()), Map.of()).plus(absence);
        var now = clock.instant();
        var id = Id.next(now);
        store.insert(id, absence, now, by.login());
        trail.record(
                by,
                "approvals",
                "absence.planned",
                "account:" + absence.who(),
                Map.of("days", days.toString(), "cause", absence.cause().name()));
        return id;
    }

    public void end(Actor by, UUID id) {
        var ended = store.end(id, clock.instant(), by.login());
        if (ended.isEmpty()) throw Refused.missing("approvals.absence.missing");
        mayPlan(by, ended.getFirst());
        trail.record(by, "approvals", "absence.ended", "account:" + ended.getFirst(), Map.of());
    }

    @Transactional(readOnly = true)
    public List<Planned> mine(Actor by) {
        return store.ahead(by.id(), LocalDate.ofInstant(clock.instant(), OfficeRoster.SEOUL));
    }

    /** Everybody's absences from today on, for those who keep the calendar. */
    @Transactional(readOnly = true)
    public List<Planned> ahead(Actor by) {
        if (!by.may("approvals", Level.MANAGE)) return mine(by);
        return store.allAhead(LocalDate.ofInstant(clock.instant(), OfficeRoster.SEOUL));
    }

    private static void mayPlan(Actor by, UUID account) {
        if (!by.id().equals(account) && !by.may("approvals", Level.MANAGE))
            throw new Refused(Refused.Reason.FORBIDDEN, "approvals.absence.other");
    }
}
