package kr.madang.notices.web.singles;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class SinglesMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("notices", "notices.menu.singles", SinglePages.AT, Level.VIEW, 310));
    }
}
