package kr.madang.report;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** What to try in the reports (둘러보기): the rows behind a figure, an audit, a freeze. */
@Component
class ReportGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(
                Walk.of("walk.rows", 4, "/desk/report/reports", 1),
                Walk.of("walk.audit", 3, "/desk/report/audits", 3),
                Walk.of("walk.freeze", 4, "/desk/report/reports", 4));
    }
}
