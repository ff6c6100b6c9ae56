package kr.madang.approvals.line;

import java.time.Instant;

/** What the line asks the office about its people (근무 명부). */
public interface Roster {
    /** Whether this person belongs to the office at that moment. */
    boolean serves(Person person, Instant at);

    StandIn standIn(Person person, Instant at);
}
