package kr.madang.approvals.line;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * One box of the printed line (결재란): who signed in whose seat, when, and what stands beside it. Only settled seats have one, so no
 * empty box is printed.
 *
 * @param seat whose seat it is
 * @param signer who signed in it; for a skipped review, who passed over it
 * @param version which version of the content was signed
 */
public record Box(Role role, Person seat, Person signer, Instant at, Set<Mark> marks, int version, String words) {
    public Box {
        marks = Set.copyOf(marks);
    }

    static Box of(Event e, Terms terms) {
        var marks = EnumSet.noneOf(Mark.class);
        boolean approval = e.role() == Role.APPROVE;
        if (approval && terms.delegated()) marks.add(Mark.DELEGATED);
        if (e.kind() == Event.Kind.SKIPPED) marks.add(Mark.SKIPPED);
        else if (e.forWhom() != null) marks.add(approval ? Mark.DEPUTY : Mark.FOR_ABSENT);
        if (e.kind() == Event.Kind.DISSENTED) marks.add(Mark.DISSENT);
        return new Box(e.role(), e.seat(), e.who(), e.at(), marks, e.version(), e.words());
    }
}
