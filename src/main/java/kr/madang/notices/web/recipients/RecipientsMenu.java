package kr.madang.notices.web.recipients;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class RecipientsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("notices", "notices.menu.recipients", "/desk/notices/recipients", Level.VIEW, 310),
                new Item("notices", "notices.menu.segments", "/desk/notices/segments", Level.VIEW, 315),
                new Item("notices", "notices.menu.imports", "/desk/notices/imports", Level.WORK, 320),
                new Item("notices", "notices.menu.deletions", "/desk/notices/deletions", Level.VIEW, 325),
                new Item("notices", "notices.menu.subscribe", "/notices/subscribe", null, 310));
    }
}
