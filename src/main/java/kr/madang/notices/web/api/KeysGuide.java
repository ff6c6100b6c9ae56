package kr.madang.notices.web.api;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** What to try with keys and alerts (둘러보기): another program sends, and the chief hears of a paper. */
@Component
class KeysGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(Walk.of("notices.walk.keys", 4, KeyPages.AT, 66));
    }
}
