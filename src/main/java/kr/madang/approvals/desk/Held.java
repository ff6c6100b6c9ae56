package kr.madang.approvals.desk;

import java.time.Instant;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What the row of a paper says beside its events (문서 대장의 한 줄).
 *
 * @param unit code of the unit (처리과)
 * @param head end of the card's chain
 */
record Held(
        Paper.Id id,
        Filing filing,
        String team,
        String unit,
        Person drafter,
        String drafterName,
        Card.Head head,
        Paper.@Nullable Id predecessor,
        PaperView.@Nullable Origin origin,
        Instant madeAt) {
    /** The row of a paper that begins. */
    static Held of(
            Actor by,
            Paper.Id id,
            Filing filing,
            Units.Unit unit,
            Paper.@Nullable Id predecessor,
            PaperView.@Nullable Origin origin,
            Instant at) {
        var none = Card.of(id).head();
        var drafter = Person.of(by.id());
        return new Held(id, filing, by.team(), unit.code(), drafter, by.name(), none, predecessor, origin, at);
    }

    /** @throws Refused conflict when another room took back what it had asked: nobody decides that */
    void asked() {
        if (origin != null && origin.dropped()) throw Refused.conflict("approvals.gate.dropped");
    }
}
