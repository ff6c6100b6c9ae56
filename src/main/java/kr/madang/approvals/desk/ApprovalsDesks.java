package kr.madang.approvals.desk;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.news.Desk;
import kr.madang.kernel.news.Desks;
import org.springframework.stereotype.Component;

/** Papers that wait for somebody's seal are news for him (결재할 문서). */
@Component
class ApprovalsDesks implements Desks {
    static final String ROOM = "approvals";
    static final String DUE = "due";

    @Override
    public List<Desk> desks() {
        return List.of(new Desk(ROOM, DUE, "approvals.news.due", Level.WORK));
    }
}
