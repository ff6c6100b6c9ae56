package kr.madang.press.web.scrap;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class ScrapMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("press", "press.menu.scrap", ScrapPages.AT, Level.VIEW, 430));
    }
}
