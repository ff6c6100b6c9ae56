package kr.madang.notices.web.alerts;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class AlertsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Item("notices", "notices.menu.alerts", AlertListPages.AT, Level.VIEW, 306),
                new Item("notices", "notices.menu.capin", CapPages.AT, Level.VIEW, 307),
                new Item("notices", "notices.menu.alerts.public", PublicAlertPages.AT, null, 311));
    }
}
