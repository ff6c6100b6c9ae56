package kr.madang.report;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.news.Desk;
import kr.madang.kernel.news.Desks;
import org.springframework.stereotype.Component;

/** Reports about which people are asked to decide are news for those who write them (확정 결재를 올린 보고서). */
@Component
class ReportDesks implements Desks {
    static final String ROOM = "report";
    static final String PROPOSED = "proposed";

    @Override
    public List<Desk> desks() {
        return List.of(new Desk(ROOM, PROPOSED, "report.news.proposed", Level.WORK));
    }
}
