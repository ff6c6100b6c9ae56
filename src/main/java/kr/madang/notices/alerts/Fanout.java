package kr.madang.notices.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.notices.Channel;
import kr.madang.notices.calls.Calls;
import kr.madang.notices.officers.Officers;
import kr.madang.notices.officers.Reach;
import kr.madang.notices.sends.Bundles;
import kr.madang.notices.singles.Single;
import kr.madang.notices.singles.Singles;
import kr.madang.notices.singles.Use;
import org.springframework.stereotype.Component;

/**
 * Sends an alert on all its ways (동시 전파). Messages to residents are sends of the room, sealed with the alert; messages of a drill go
 * one by one to the staff on its list, on a path that knows no residents.
 */
@Component
class Fanout {
    private final WayStore ways;
    private final Bundles bundles;
    private final Officers officers;
    private final Singles singles;
    private final Calls calls;

    Fanout(WayStore ways, Bundles bundles, Officers officers, Singles singles, Calls calls) {
        this.ways = ways;
        this.bundles = bundles;
        this.officers = officers;
        this.singles = singles;
        this.calls = calls;
    }

    /** In the transaction that lets the alert out. */
    void go(Actor by, Alert alert, String number) {
        switch (alert.content().whom()) {
            case Whom.Residents _ -> residents(alert, number);
            case Whom.Staff staff -> staff(by, alert, staff);
        }
        for (var way : List.of(Way.BANNER, Way.DISPLAY))
            if (alert.content().goes(way)) ways.insert(alert, WayOut.of(way));
        if (alert.content().goes(Way.CALL)) ways.insert(alert, call(alert));
    }

    private void residents(Alert alert, String number) {
        var contents = AlertSeal.sends(alert);
        if (contents.isEmpty()) return;
        var paper = alert.paper();
        if (paper == null) throw new IllegalStateException("nobody was asked about " + alert.identifier());
        var serials = bundles.release(
                author(alert),
                AlertApproval.subject(alert),
                AlertApproval.TASK,
                AlertSeal.head(alert),
                contents,
                paper,
                number);
        var of = AlertSeal.ways(alert);
        for (int i = 0; i < of.size(); i++) ways.insert(alert, new WayOut(of.get(i), serials.get(i), null, ""));
    }

    /** Its sends are his as well: he may stop them and let them go on. */
    private static Actor author(Alert alert) {
        return new Actor(alert.author(), "", alert.authorName(), "", Map.of());
    }

    private void staff(Actor by, Alert alert, Whom.Staff staff) {
        var reached = officers.reach(staff.accounts());
        for (var way : AlertSeal.ways(alert)) {
            var channel = way.channel().orElseThrow();
            if (channel == Channel.PUSH) {
                // staff is reached by telephone and mail; no browser of theirs is known
                ways.insert(alert, WayOut.not(way, "nobody"));
                continue;
            }
            var able = staff.accounts().stream()
                    .filter(account -> address(reached, account, channel).isPresent())
                    .toList();
            var posted = singles.post(
                    by,
                    able.stream()
                            .map(account -> single(
                                    alert,
                                    channel,
                                    address(reached, account, channel).orElseThrow()))
                            .toList());
            for (int i = 0; i < able.size(); i++) ways.told(alert, able.get(i), channel, posted.get(i));
            var unable = new ArrayList<>(staff.accounts());
            unable.removeAll(able);
            unable.forEach(account -> ways.told(alert, account, channel, null));
            ways.insert(alert, able.isEmpty() ? WayOut.not(way, "nobody") : WayOut.of(way));
        }
    }

    private static Optional<String> address(Map<UUID, Reach> reached, UUID account, Channel channel) {
        return reached.getOrDefault(account, Reach.NOWHERE).on(channel);
    }

    private static Single single(Alert alert, Channel channel, String address) {
        var content = alert.content();
        var longer = channel == Channel.EMAIL && !content.more().isEmpty();
        return new Single(
                Use.CALL,
                channel,
                address,
                channel == Channel.EMAIL ? content.title() : "",
                longer ? content.said() + "\n\n" + content.more() : content.said(),
                "alert:" + alert.identifier());
    }

    private WayOut call(Alert alert) {
        var tree = alert.content().tree();
        var called = alert.called();
        if (tree == null || called == null) return WayOut.not(Way.CALL, "tree");
        int call = calls.start(Actor.SYSTEM, tree, called, alert.content().said(), alert.drill(), alert.identifier());
        return new WayOut(Way.CALL, null, call, "");
    }
}
