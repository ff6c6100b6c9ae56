package kr.madang.approvals.line;

import java.time.Instant;
import kr.madang.kernel.Refused;

/** Whose turn it is, and in whose seat somebody acts (결재 차례): his own, or that of an absent person whose deputy he is. */
record Turn(Standing now, Roster roster) {
    /** One's own seat, if it is due. */
    Person own(Person by) {
        running();
        due(by);
        return by;
    }

    Person deputed(Act.SignFor a) {
        running();
        if (a.by().equals(a.absent())) throw Refused.invalid("approvals.deputy.self");
        due(a.absent());
        if (!roster.serves(a.absent(), a.at())) throw Refused.invalid("approvals.deputy.left");
        switch (roster.standIn(a.absent(), a.at())) {
            case StandIn.Present _ -> throw Refused.invalid("approvals.deputy.present");
            case StandIn.Broken broken -> throw broken.why();
            case StandIn.Deputy deputy -> {
                if (!deputy.person().equals(a.by())) throw Refused.invalid("approvals.deputy.other");
            }
        }
        if (!mayDepute(a.by(), a.absent())) throw Refused.invalid("approvals.deputy.drafter");
        return a.absent();
    }

    /** The seat this person may act in now: his own, else that of somebody absent whose deputy he is. */
    Person of(Person by, Instant at) {
        running();
        var due = now.line().due(now.settled().keySet());
        if (due.contains(by)) return by;
        for (var seat : due) if (standsIn(by, seat, at)) return seat;
        due(by);
        return by;
    }

    boolean standsIn(Person by, Person seat, Instant at) {
        return mayDepute(by, seat)
                && roster.serves(seat, at)
                && roster.standIn(seat, at) instanceof StandIn.Deputy deputy
                && deputy.person().equals(by);
    }

    /** The drafter reviews or approves nothing of his own as a deputy, unless he could approve alone anyway. */
    private boolean mayDepute(Person by, Person seat) {
        return !by.equals(now.line().drafter())
                || (role(seat) == Role.APPROVE && now.line().terms().alone());
    }

    private void due(Person seat) {
        if (now.settled().containsKey(seat)) throw Refused.conflict("approvals.seat.settled");
        if (now.line().due(now.settled().keySet()).contains(seat)) return;
        if (now.line().seats().contains(seat)) throw Refused.conflict("approvals.seat.notdue");
        throw Refused.invalid("approvals.seat.none");
    }

    void running() {
        switch (now.status()) {
            case RUNNING -> {}
            case HELD -> throw Refused.conflict("approvals.paper.held");
            case DRAFTING, WITHDRAWN, RETURNED, APPROVED, DISCARDED -> throw closed();
        }
    }

    Refused closed() {
        return switch (now.status()) {
            case DRAFTING -> Refused.conflict("approvals.paper.drafting");
            case RUNNING, HELD -> Refused.conflict("approvals.paper.underway");
            case WITHDRAWN -> Refused.conflict("approvals.paper.withdrawn");
            case DISCARDED -> Refused.conflict("approvals.paper.discarded");
            case RETURNED -> Refused.conflict("approvals.paper.returned");
            case APPROVED -> Refused.conflict("approvals.paper.approved");
        };
    }

    /** In which capacity the seat signs. */
    Role role(Person seat) {
        return now.line().roleOf(seat).orElseThrow(() -> Refused.invalid("approvals.seat.none"));
    }
}
