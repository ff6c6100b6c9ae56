package kr.madang.notices.web;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** What to try in notices (둘러보기): a message from its draft over its approval to the telephones, and a drill. */
@Component
class NoticesGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(
                Walk.of("walk.send", 5, "/desk/notices/sends", 30),
                Walk.of("walk.alert", 4, "/desk/notices/alerts/drill", 31));
    }
}
