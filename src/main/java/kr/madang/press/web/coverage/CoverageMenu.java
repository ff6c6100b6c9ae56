package kr.madang.press.web.coverage;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class CoverageMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("press", "press.menu.coverage", "/desk/press/coverage", Level.VIEW, 420),
                new Item("press", "press.menu.issues", "/desk/press/issues", Level.VIEW, 425),
                new Item("press", "press.menu.corrections", "/desk/press/corrections", Level.VIEW, 426),
                new Item("press", "press.menu.sources", "/desk/press/sources", Level.MANAGE, 465));
    }
}
