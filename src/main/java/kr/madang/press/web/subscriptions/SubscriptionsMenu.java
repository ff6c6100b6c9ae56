package kr.madang.press.web.subscriptions;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class SubscriptionsMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("press", "press.menu.subscriptions", SubscriptionPages.AT, Level.VIEW, 455));
    }
}
