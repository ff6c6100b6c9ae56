package kr.madang.approvals.web;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class ApprovalsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("approvals", "approvals.menu.inbox", "/desk/approvals/inbox", Level.VIEW, 150),
                new Item("approvals", "approvals.menu.received", "/desk/approvals/received", Level.VIEW, 155),
                new Item("approvals", "approvals.menu.mine", "/desk/approvals/mine", Level.VIEW, 160),
                new Item("approvals", "approvals.menu.papers", "/desk/approvals/papers", Level.VIEW, 170),
                new Item("approvals", "approvals.menu.registers", "/desk/approvals/registers", Level.VIEW, 180),
                new Item("approvals", "approvals.menu.records", "/desk/approvals/records", Level.VIEW, 190),
                new Item("approvals", "approvals.menu.delegations", "/desk/approvals/delegations", Level.VIEW, 195),
                new Item("approvals", "approvals.menu.absences", "/desk/approvals/absences", Level.WORK, 196),
                new Item("approvals", "approvals.menu.agencies", "/desk/approvals/agencies", Level.VIEW, 197),
                new Item("approvals", "approvals.menu.documents", "/documents", null, 195),
                new Item("approvals", "approvals.menu.starters", "/desk/approvals/starters", Level.MANAGE, 198));
    }
}
