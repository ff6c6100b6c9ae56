package kr.madang.office.web;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

/** The office's pages in the desk menu. */
@Component
class OfficeMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                item("overview", "", Level.VIEW, 200),
                item("organization", "/organization", Level.VIEW, 210),
                item("staffing", "/staffing", Level.VIEW, 220),
                item("people", "/people", Level.VIEW, 230),
                item("facilities", "/facilities", Level.VIEW, 240),
                item("budget", "/budget", Level.VIEW, 250),
                item("comparison", "/comparison", Level.VIEW, 260),
                item("months", "/months", Level.VIEW, 270),
                item("ledger", "/ledger", Level.VIEW, 280),
                item("years", "/years", Level.VIEW, 285),
                item("imports", "/imports", Level.WORK, 290));
    }

    private static Item item(String name, String path, Level level, int order) {
        return new Item("office", "office.menu." + name, "/desk/office" + path, level, order);
    }
}
