package kr.madang.press.web.outlets;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class OutletsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("press", "press.menu.outlets", OutletPages.AT, Level.VIEW, 440));
    }
}
