package kr.madang.notices.web.officers;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class OfficersMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("notices", "notices.menu.officers", OfficerPages.AT, Level.WORK, 395));
    }
}
