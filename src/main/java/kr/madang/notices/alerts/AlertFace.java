package kr.madang.notices.alerts;

import java.time.Instant;
import java.util.Set;
import kr.madang.notices.wording.disaster.Grade;

/**
 * What other rooms are told of an alert for residents (재난 알림 내용): home pages, displays. There is none of a drill.
 *
 * @param identifier its page is {@code /alerts/IDENTIFIER}
 * @param dongs where it counts; everywhere when none is named
 * @param displays whether displays shall show it
 */
public record AlertFace(
        String identifier,
        Grade grade,
        String hazard,
        String headline,
        String text,
        Set<String> dongs,
        Instant from,
        Instant until,
        boolean banner,
        boolean displays) {
    static AlertFace of(Alert alert, Whom.Residents residents) {
        var content = alert.content();
        var from = alert.raisedAt();
        var until = alert.endsAt();
        if (from == null || until == null) throw new IllegalStateException("not out: " + alert.identifier());
        return new AlertFace(
                alert.identifier(),
                content.grade(),
                content.hazard(),
                content.headline(),
                content.text(),
                residents.dongs(),
                from,
                until,
                content.goes(Way.BANNER),
                content.goes(Way.DISPLAY));
    }
}
