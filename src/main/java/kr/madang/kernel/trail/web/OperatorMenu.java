package kr.madang.kernel.trail.web;

import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

/** The operator's pages in the desk menu (운영 메뉴). */
@Component
class OperatorMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(
                new Menu.Item("kernel", "kernel.trail.title", "/desk/kernel/trail", Level.VIEW, 950),
                new Menu.Item("kernel", "kernel.event.title", "/desk/kernel/events", Level.VIEW, 951),
                new Menu.Item("kernel", "kernel.job.title", "/desk/kernel/jobs", Level.VIEW, 952),
                new Menu.Item("kernel", "kernel.api.title", "/desk/kernel/api", Level.VIEW, 953));
    }
}
