package kr.madang.notices.web.lines;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import kr.madang.notices.lines.Phone;
import org.springframework.stereotype.Component;

/** The telephone stands in the menu only where there is one. */
@Component
class LinesMenu implements Menu {
    private final Phone phone;

    LinesMenu(Phone phone) {
        this.phone = phone;
    }

    @Override
    public List<Item> items() {
        var items = new ArrayList<Item>();
        items.add(new Item("notices", "notices.menu.lines", LinePages.AT, Level.WORK, 580));
        if (phone.here()) items.add(new Item("notices", "notices.menu.phone", PhonePages.AT, Level.WORK, 590));
        return items;
    }
}
