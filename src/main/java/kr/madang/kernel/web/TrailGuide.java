package kr.madang.kernel.web;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** What to try with the trail (둘러보기): change a row behind its back and see it found out. */
@Component
class TrailGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(Walk.of("walk.trail", 4, "/desk/kernel/trail", 50));
    }
}
