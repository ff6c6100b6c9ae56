package kr.madang.office;

import java.util.List;
import kr.madang.kernel.seed.DemoGuide;
import org.springframework.stereotype.Component;

/** What to try in the office (둘러보기): staffing as of any date and an import that refuses half a file. */
@Component
class OfficeGuide implements DemoGuide {
    @Override
    public List<Walk> walks() {
        return List.of(
                Walk.of("walk.staffing", 3, "/desk/office/staffing", 15),
                Walk.of("walk.import", 4, "/desk/office/imports", 35));
    }
}
