package kr.madang.notices.web.alerts;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Waiting;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.AlertList;
import kr.madang.notices.calls.Call;
import kr.madang.notices.calls.CallList;
import org.springframework.stereotype.Component;

/** Alerts and calls that wait for somebody (재난 알림·비상소집 할 일); a call for oneself before all else. */
@Component
class AlertsWaiting implements Waiting {
    private static final String CALLS = "/desk/notices/calls";

    private final AlertList alerts;
    private final CallList calls;

    AlertsWaiting(AlertList alerts, CallList calls) {
        this.alerts = alerts;
        this.calls = calls;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (!actor.may("notices", Level.VIEW)) return List.of();
        var items = new ArrayList<Item>();
        var mine = calls.waitingFor(actor.id());
        if (!mine.isEmpty())
            items.add(
                    new Item("notices.waiting.calls.mine", CALLS + "/" + mine.getFirst(), mine.size(), mine.size(), 1));
        if (!actor.may("notices", Level.WORK)) return items;
        long exhausted = calls.count("", Call.State.EXHAUSTED);
        add(items, "calls.exhausted", CALLS + "?state=EXHAUSTED", exhausted, exhausted, 290);
        long held = alerts.count(new AlertList.Query("", Alert.Stage.HELD, null));
        add(items, "alerts.held", AlertListPages.AT + "?stage=held", held, held, 291);
        add(items, "alerts.cap", CapPages.AT, alerts.countReceived(), 0, 292);
        return items;
    }

    private static void add(List<Item> items, String what, String path, long count, long late, int order) {
        if (count > 0) items.add(new Item("notices.waiting." + what, path, count, late, order));
    }
}
