package kr.madang.notices.web.api;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class KeysMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("notices", "notices.menu.keys", KeyPages.AT, Level.WORK, 585));
    }
}
