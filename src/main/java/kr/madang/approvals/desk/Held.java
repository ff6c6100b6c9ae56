package kr.madang.approvals.desk;

import java.time.Instant;
import kr.madang.approvals.card.Card;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
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
    Held with(Card.Head other) {
        return new Held(id, filing, team, unit, drafter, drafterName, other, predecessor, origin, madeAt);
    }
}
