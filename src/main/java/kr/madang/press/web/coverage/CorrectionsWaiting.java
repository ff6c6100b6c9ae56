package kr.madang.press.web.coverage;

import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Waiting;
import kr.madang.press.coverage.Corrections;
import org.springframework.stereotype.Component;

/** Claims whose periods are running (정정보도 기한). */
@Component
class CorrectionsWaiting implements Waiting {
    private final Corrections corrections;

    CorrectionsWaiting(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (!actor.may("press", Level.WORK)) return List.of();
        var today = corrections.today();
        var due = corrections.list().stream()
                .flatMap(c -> java.util.stream.Stream.ofNullable(c.due(corrections.rule(c.kind(), c.reportedOn()))))
                .filter(d -> !d.day().isAfter(today.plusDays(7)))
                .toList();
        if (due.isEmpty()) return List.of();
        long late = due.stream().filter(d -> d.day().isBefore(today)).count();
        return List.of(new Item("press.correction.waiting", "/desk/press/corrections", due.size(), late, 426));
    }
}
