package kr.madang.press.web.training;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

@Component
class TrainingMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("press", "press.menu.training", TrainingPages.AT, Level.VIEW, 460));
    }
}
