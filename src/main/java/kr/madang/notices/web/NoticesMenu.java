package kr.madang.notices.web;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class NoticesMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("notices", "notices.menu.sends", "/desk/notices/sends", Level.VIEW, 300),
                new Item("notices", "notices.menu.calendar", "/desk/notices/calendar", Level.VIEW, 305),
                new Item("notices", "notices.menu.templates", "/desk/notices/templates", Level.VIEW, 370),
                new Item("notices", "notices.menu.terms", "/desk/notices/terms", Level.VIEW, 375),
                new Item("notices", "notices.menu.audit", "/desk/notices/audit", Level.VIEW, 380));
    }
}
