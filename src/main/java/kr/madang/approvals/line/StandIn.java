package kr.madang.approvals.line;

import java.util.List;
import kr.madang.kernel.Refused;

/** Who acts in someone's place at a moment (대리자). */
public sealed interface StandIn {
    /** Nobody: the person is at the office. */
    record Present() implements StandIn {}

    /** @param path from the absent person over further absent ones to the deputy */
    record Deputy(Person person, List<Person> path) implements StandIn {
        public Deputy {
            path = List.copyOf(path);
        }
    }

    /** Absent, but the calendar names nobody who could act: a circle, too long a chain, or no deputy at all. */
    record Broken(Refused why) implements StandIn {}
}
