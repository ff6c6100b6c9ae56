package kr.madang.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import kr.madang.kernel.menu.Menu;
import org.springframework.stereotype.Component;

/** The rooms in which rights can be given (권한 대상): all of them together, those in the menus, and the kernel's operator pages. */
@Component
public class Rooms {
    private final List<Menu> menus;

    Rooms(List<Menu> menus) {
        this.menus = menus;
    }

    /** Their codes, the one for all of them first. */
    public List<String> list() {
        var rooms = new TreeSet<>(List.of("accounts", "approvals", "kernel", "office", "report"));
        menus.stream()
                .flatMap(m -> m.items().stream())
                .filter(i -> !i.isPublic())
                .forEach(i -> rooms.add(i.room()));
        var all = new ArrayList<String>();
        all.add(Authority.ALL);
        all.addAll(rooms);
        return all;
    }

    boolean exists(String room) {
        return list().contains(room);
    }
}
