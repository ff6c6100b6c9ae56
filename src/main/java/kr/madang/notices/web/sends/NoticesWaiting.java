package kr.madang.notices.web.sends;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Waiting;
import kr.madang.notices.sends.Audits;
import kr.madang.notices.sends.Send;
import kr.madang.notices.sends.SendList;
import org.springframework.stereotype.Component;

/** Sends that wait for somebody, and what the nightly counting found (발송 할 일). */
@Component
class NoticesWaiting implements Waiting {
    private final SendList sends;
    private final Audits audits;

    NoticesWaiting(SendList sends, Audits audits) {
        this.sends = sends;
        this.audits = audits;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (!actor.may("notices", Level.WORK)) return List.of();
        var items = new ArrayList<Item>();
        long held = count(Send.State.HELD);
        if (held > 0) items.add(new Item("notices.waiting.held", "/desk/notices/sends?state=held", held, held, 300));
        long returned = count(Send.State.RETURNED);
        if (returned > 0)
            items.add(new Item("notices.waiting.returned", "/desk/notices/sends?state=returned", returned, 0, 301));
        int found = audits.last().map(Audits.Run::findings).orElse(0);
        if (found > 0) items.add(new Item("notices.waiting.audit", "/desk/notices/audit", found, found, 302));
        return items;
    }

    private long count(Send.State state) {
        return sends.count(new SendList.Query("", state, null));
    }
}
