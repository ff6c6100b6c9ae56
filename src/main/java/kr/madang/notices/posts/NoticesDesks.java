package kr.madang.notices.posts;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.news.Desk;
import kr.madang.kernel.news.Desks;
import org.springframework.stereotype.Component;

/** The desks of this room itself (알림 업무). */
@Component
class NoticesDesks implements Desks {
    @Override
    public List<Desk> desks() {
        return List.of(new Desk("notices", "held", "notices.posts.desk.held", Level.WORK));
    }
}
