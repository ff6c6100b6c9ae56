package kr.madang.approvals;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** What to try in approvals (둘러보기): a paper from its draft to its number, a report frozen by signatures, and who decides what. */
@Component
class ApprovalsGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(
                Walk.of("walk.paper", 5, "/desk/approvals/papers/new", 20),
                Walk.of("walk.freeze", 4, "/desk/report/reports", 22),
                Walk.of("walk.delegation", 3, "/desk/approvals/delegations", 24));
    }
}
