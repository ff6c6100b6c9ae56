package kr.madang.approvals.delegation;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.Roster;
import kr.madang.approvals.line.StandIn;
import kr.madang.kernel.Refused;

/** Answers the approval line about the office's people (근무 현황) from tenures and absences, by the office's days. */
public final class Attendance implements Roster {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Map<Person, List<Tenure>> tenures;
    private final Absences absences;

    public Attendance(List<Tenure> tenures, Absences absences) {
        this.tenures = tenures.stream().collect(groupingBy(Tenure::who));
        this.absences = absences;
    }

    @Override
    public boolean serves(Person person, Instant at) {
        var day = day(at);
        return tenures.getOrDefault(person, List.of()).stream().anyMatch(tenure -> tenure.covers(day));
    }

    /** A deputy who has left the office acts for nobody. */
    @Override
    public StandIn standIn(Person person, Instant at) {
        var found = absences.standIn(person, day(at));
        if (found instanceof StandIn.Deputy deputy && !serves(deputy.person(), at))
            return new StandIn.Broken(Refused.invalid("approvals.deputy.gone"));
        return found;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SEOUL).toLocalDate();
    }
}
