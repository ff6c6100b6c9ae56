package kr.madang.approvals.delegation;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.line.StandIn;
import kr.madang.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of absences (부재 일정) and who acts for whom. A deputy who is absent too is followed by his own deputy, a few steps at
 * most and never in a circle. Never changed; another absence makes another calendar.
 */
public final class Absences {
    /** So many deputies in a row are followed. */
    public static final int DEEPEST = 3;

    private final List<Absence> all;
    private final Map<Person, List<Absence>> byPerson;
    private final Map<Person, Person> standing;

    /**
     * @param absences as they were written; circles among them are not refused here but answered by {@link #standIn}
     * @param standing the deputy of each person for absences that name none
     */
    public Absences(List<Absence> absences, Map<Person, Person> standing) {
        this.all = List.copyOf(absences);
        this.byPerson = all.stream().collect(groupingBy(Absence::who));
        this.standing = Map.copyOf(standing);
    }

    public List<Absence> all() {
        return all;
    }

    /**
     * The calendar with one absence more.
     *
     * @throws Refused when the person is absent already on one of the days, or the deputies would stand in a circle on one of them
     */
    public Absences plus(Absence absence) {
        for (var other : byPerson.getOrDefault(absence.who(), List.of()))
            if (overlaps(other, absence)) throw Refused.conflict("approvals.absence.overlap");
        var more = new ArrayList<>(all);
        more.add(absence);
        var next = new Absences(more, standing);
        for (var day : turningDays(absence))
            if (next.standIn(absence.who(), day) instanceof StandIn.Broken(Refused why)
                    && why.code().equals("approvals.deputy.circular")) throw why;
        return next;
    }

    public Optional<Absence> absence(Person who, LocalDate day) {
        return byPerson.getOrDefault(who, List.of()).stream()
                .filter(absence -> absence.days().contains(day))
                .findFirst();
    }

    /** Who acts for {@code who} on the day. */
    public StandIn standIn(Person who, LocalDate day) {
        var path = new LinkedHashSet<Person>();
        path.add(who);
        var at = who;
        for (var absence = absence(at, day); absence.isPresent(); absence = absence(at, day)) {
            var deputy = deputy(absence.get());
            if (deputy == null) return new StandIn.Broken(Refused.invalid("approvals.deputy.none"));
            if (!path.add(deputy)) return new StandIn.Broken(Refused.invalid("approvals.deputy.circular"));
            at = deputy;
        }
        if (at.equals(who)) return new StandIn.Present();
        if (path.size() > DEEPEST + 1) return new StandIn.Broken(Refused.invalid("approvals.deputy.deep", DEEPEST));
        return new StandIn.Deputy(at, List.copyOf(path));
    }

    private @Nullable Person deputy(Absence absence) {
        return absence.deputy() == null ? standing.get(absence.who()) : absence.deputy();
    }

    /** The days inside an absence on which the picture can change. */
    private TreeSet<LocalDate> turningDays(Absence absence) {
        var days = new TreeSet<LocalDate>();
        days.add(absence.days().from());
        for (var other : all)
            if (absence.days().contains(other.days().from()))
                days.add(other.days().from());
        return days;
    }

    private static boolean overlaps(Absence a, Absence b) {
        return !a.days().to().isBefore(b.days().from())
                && !b.days().to().isBefore(a.days().from());
    }
}
