package kr.madang.press.web.releases;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class PressMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("press", "press.menu.releases", "/desk/press/releases", Level.VIEW, 400),
                new Item("press", "press.menu.requests", "/desk/press/requests", null, 402),
                new Item("press", "press.menu.features", "/desk/press/features", Level.VIEW, 405),
                new Item("press", "press.newsroom", "/press", null, 400));
    }
}
