package kr.madang.approvals.line;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.madang.kernel.Refused;

/** An office whose people come, go and are absent as a test says. */
final class World implements Roster {
    final Set<Person> gone = new HashSet<>();
    /** Absent people and who acts for them; someone absent for whom nobody can act stands for himself. */
    final Map<Person, Person> absent = new HashMap<>();

    @Override
    public boolean serves(Person person, Instant at) {
        return !gone.contains(person);
    }

    @Override
    public StandIn standIn(Person person, Instant at) {
        var deputy = absent.get(person);
        if (deputy == null) return new StandIn.Present();
        if (deputy.equals(person)) return new StandIn.Broken(Refused.invalid("approvals.deputy.circular"));
        return new StandIn.Deputy(deputy, List.of(person, deputy));
    }
}
