package kr.madang.approvals.line;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.madang.approvals.line.Event.Kind;

/** What must be true of every log, however it came about. */
final class Invariants {
    private static final Set<Kind> AFTER_APPROVAL = EnumSet.of(Kind.REPORTED, Kind.READ, Kind.REDRAFTED);

    private Invariants() {}

    static Optional<String> broken(Paper before, Paper after) {
        var events = after.events();
        if (!events.subList(0, events.size() - 1).equals(before.events())) return Optional.of("history was rewritten");
        var again = Paper.replay(after.id(), events);
        if (again.status() != after.status()
                || !again.due().equals(after.due())
                || again.reportDue() != after.reportDue()
                || !again.settled().equals(after.settled())
                || !again.content().equals(after.content())) return Optional.of("replay stands elsewhere");
        return log(events).or(() -> boxes(after));
    }

    private static Optional<String> log(List<Event> events) {
        var signed = new HashSet<Person>();
        boolean approved = false;
        for (int i = 0; i < events.size(); i++) {
            var e = events.get(i);
            if (e.number() != i + 1) return Optional.of("a number is missing");
            if (i > 0 && e.at().isBefore(events.get(i - 1).at())) return Optional.of("time ran backwards");
            if (approved && !AFTER_APPROVAL.contains(e.kind())) return Optional.of("changed after the approval");
            if (e.kind() == Kind.WITHDRAWN) {
                if (!signed.isEmpty()) return Optional.of("withdrawn after a signature");
            }
            if (e.kind() == Kind.SIGNED || e.kind() == Kind.DISSENTED) {
                if (!signed.add(e.seat())) return Optional.of("a seat signed twice");
                var upTo = new Log(events.subList(0, i + 1));
                if (!e.hash().equals(upTo.content())) return Optional.of("signed something else");
                boolean alone = e.role() == Role.APPROVE && upTo.line().terms().alone();
                if (e.who().equals(upTo.drafter()) && !alone) return Optional.of("the drafter signed his own draft");
                if (e.role() == Role.APPROVE) {
                    approved = true;
                    if (!upTo.waiting().isEmpty()) return Optional.of("approved before its turn");
                }
            }
            if (e.kind() == Kind.DISCARDED && new Log(events.subList(0, i)).has(Kind.SUBMITTED))
                return Optional.of("thrown away after it was sent on its way");
            if (i > 0 && events.get(i - 1).kind() == Kind.DISCARDED && e.kind() != Kind.RESTORED)
                return Optional.of("thrown away and yet used");
            if (e.kind() == Kind.SKIPPED && e.words().isBlank()) return Optional.of("skipped without a reason");
        }
        return Optional.empty();
    }

    private static Optional<String> boxes(Paper paper) {
        if (paper.boxes().size() != paper.settled().size()) return Optional.of("a signature has no box");
        boolean done = paper.status() == Status.APPROVED;
        if (done != paper.approvedAt().isPresent()) return Optional.of("approved without a moment");
        return Optional.empty();
    }
}
