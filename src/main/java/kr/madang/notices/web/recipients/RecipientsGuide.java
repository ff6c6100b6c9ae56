package kr.madang.notices.web.recipients;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** Tells a visitor of the demo office how residents subscribe (시연 안내). */
@Component
class RecipientsGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(
                Walk.of("notices.walk.subscribe", 4, "/notices/subscribe", 62),
                Walk.of("notices.walk.browser", 4, "/notices/subscribe", 63),
                Walk.of("notices.walk.recipients", 3, "/desk/notices/recipients", 64));
    }
}
