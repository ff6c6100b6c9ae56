package kr.madang.notices.web.calls;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class CallsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("notices", "notices.menu.calls", CallPages.AT, Level.VIEW, 308),
                new Item("notices", "notices.menu.trees", TreePages.AT, Level.VIEW, 309));
    }
}
