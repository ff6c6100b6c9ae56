package kr.madang.office.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.trail.Trail;
import kr.madang.office.Span;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be asked and changed about the organization (조직). */
@Service
@Transactional
public class Organization {
    private final OrganizationStore store;
    private final Trail trail;
    private final Clock clock;

    Organization(OrganizationStore store, Trail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Chart chart(LocalDate day) {
        return new Chart(day, store.section(day).orElse(""), store.teams(day));
    }

    @Transactional(readOnly = true)
    public List<LocalDate> changes() {
        return store.changes();
    }

    @Transactional(readOnly = true)
    public List<Team> history(UUID team) {
        return store.terms(team);
    }

    public UUID openTeam(Actor by, String code, String name, int position, LocalDate from) {
        if (!code.matches("[a-z][a-z0-9-]{1,30}")) throw Refused.invalid("office.team.code", code);
        if (name.isBlank()) throw Refused.invalid("office.team.name");
        var department = store.departmentOn(from).orElseThrow(() -> Refused.invalid("office.department.none", from));
        if (store.codeTaken(code)) throw Refused.conflict("office.team.taken", code);
        var team = Id.next(clock.instant());
        store.insertTeam(team, department, code);
        store.insertTerm(Id.next(clock.instant()), team, name.strip(), position, Span.since(from));
        record(by, "team.opened", team, Map.of("code", code, "name", name, "from", from));
        return team;
    }

    /** Gives a team a new name and place from a day on; the old name stays true for the days before. */
    public void renameTeam(Actor by, UUID team, String name, int position, LocalDate from) {
        if (name.isBlank()) throw Refused.invalid("office.team.name");
        end(team, from);
        insertTerm(team, name.strip(), position, Span.since(from));
        record(by, "team.renamed", team, Map.of("name", name, "from", from));
    }

    public void closeTeam(Actor by, UUID team, LocalDate last) {
        if (store.occupiedAfter(team, last)) throw Refused.conflict("office.team.occupied", last);
        if (store.changesAfter(team, last)) throw Refused.conflict("office.team.later", last);
        if (store.endTerm(team, last) == 0) throw Refused.invalid("office.team.closed", last);
        store.endDuties(team, last);
        record(by, "team.closed", team, Map.of("last", last));
    }

    public void assignDuty(Actor by, UUID team, String name, int position, LocalDate from) {
        if (name.isBlank() || name.length() > 100) throw Refused.invalid("office.duty.name");
        if (store.teams(from).stream().noneMatch(t -> t.id().equals(team)))
            throw Refused.invalid("office.team.closed", from);
        try {
            store.insertDuty(Id.next(clock.instant()), team, name.strip(), position, Span.since(from));
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.duty.taken", name);
        }
        record(by, "duty.assigned", team, Map.of("duty", name, "from", from));
    }

    public void endDuty(Actor by, UUID duty, LocalDate last) {
        if (store.endDuty(duty, last) == 0) throw Refused.invalid("office.duty.ended", last);
        trail.record(by, "office", "duty.ended", "duty:" + duty, Map.of("last", last));
    }

    private void end(UUID team, LocalDate from) {
        if (store.endTerm(team, from.minusDays(1)) == 0) throw Refused.invalid("office.team.closed", from.minusDays(1));
    }

    private void insertTerm(UUID team, String name, int position, Span valid) {
        try {
            store.insertTerm(Id.next(clock.instant()), team, name, position, valid);
        } catch (DataIntegrityViolationException e) {
            throw Refused.conflict("office.team.overlap", name, valid.from());
        }
    }

    private void record(Actor by, String act, UUID team, Map<String, ?> details) {
        trail.record(by, "office", act, "team:" + team, details);
    }
}
