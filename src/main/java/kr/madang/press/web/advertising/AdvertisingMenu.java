package kr.madang.press.web.advertising;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class AdvertisingMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("press", "press.menu.advertising", PlacementPages.AT, Level.VIEW, 450));
    }
}
