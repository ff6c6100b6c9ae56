package kr.madang.approvals.web;

import java.util.ArrayList;
import java.util.List;
import kr.madang.approvals.desk.Inbox;
import kr.madang.approvals.dispatch.office.Receipts;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Waiting;
import org.springframework.stereotype.Component;

/** Papers and received documents that wait for somebody (결재·접수 할 일). */
@Component
class ApprovalsWaiting implements Waiting {
    private final Inbox inbox;
    private final Receipts receipts;

    ApprovalsWaiting(Inbox inbox, Receipts receipts) {
        this.inbox = inbox;
        this.receipts = receipts;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (!actor.may("approvals", Level.WORK)) return List.of();
        var items = new ArrayList<Item>();
        int order = 100;
        long urged = inbox.urged(actor);
        if (urged > 0)
            items.add(new Item("approvals.waiting.urged", "/desk/approvals/inbox?urged=yes", urged, urged, order++));
        for (var waits : inbox.waiting(actor))
            items.add(new Item(
                    "approvals.waiting." + waits.duty().word(),
                    "/desk/approvals/inbox?duty=" + waits.duty().word(),
                    waits.count(),
                    waits.late(),
                    order++));
        long lying = inbox.lying(actor);
        if (lying > 0) items.add(new Item("approvals.waiting.drafts", "/desk/approvals/mine", lying, 0, order++));
        var received = receipts.counts(actor);
        long mine = received.getOrDefault("mine", 0L);
        if (mine > 0)
            items.add(new Item(
                    "approvals.waiting.received",
                    "/desk/approvals/received?view=mine",
                    mine,
                    received.getOrDefault("late", 0L),
                    order));
        return items;
    }
}
