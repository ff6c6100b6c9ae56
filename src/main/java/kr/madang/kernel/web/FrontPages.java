package kr.madang.kernel.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.menu.Menu;
import kr.madang.kernel.menu.Waiting;
import kr.madang.kernel.seed.DemoGuide;
import kr.madang.kernel.seed.DemoOffice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The front door: what Madang is, how to try it, and the desk's first page. */
@Controller
class FrontPages {
    private final List<DemoGuide> guides;
    private final DemoOffice demo;
    private final List<Menu> menus;
    private final List<Waiting> waiting;
    private final List<Menu.Item> rooms;

    FrontPages(List<DemoGuide> guides, DemoOffice demo, List<Menu> menus, List<Waiting> waiting) {
        this.guides = guides;
        this.demo = demo;
        this.menus = menus;
        this.waiting = waiting;
        this.rooms = firstPages(menus);
    }

    @GetMapping("/")
    @Open
    String landing(Model model) {
        model.addAttribute("rooms", rooms);
        return "kernel/web/landing";
    }

    @GetMapping("/try")
    @Open
    String tryIt(Model model) {
        if (!demo.exists()) throw Refused.missing("kernel.demo.none");
        model.addAttribute(
                "accounts", guides.stream().flatMap(g -> g.accounts().stream()).toList());
        model.addAttribute("walks", walks());
        return "kernel/web/tryit";
    }

    @GetMapping("/desk")
    @SignedIn
    String desk(Actor actor, Model model) {
        var tasks = waiting.stream()
                .flatMap(w -> w.of(actor).stream())
                .sorted(Comparator.comparingInt(Waiting.Item::order))
                .toList();
        model.addAttribute("tasks", tasks);
        model.addAttribute("walks", demo.exists() ? walks() : List.of());
        return "kernel/web/deskhome";
    }

    /** A room's name alone leads to the first of its pages that this person may see. */
    @GetMapping("/desk/{room}")
    @SignedIn
    String room(@PathVariable String room, Actor actor) {
        return menus.stream()
                .flatMap(m -> m.items().stream())
                .filter(i -> i.room().equals(room) && !i.isPublic() && i.isFor(actor))
                .min(Comparator.comparingInt(Menu.Item::order))
                .map(i -> "redirect:" + i.path())
                .orElseThrow(() -> Refused.missing("kernel.missing"));
    }

    /** The first page of every room on the desk. */
    private static List<Menu.Item> firstPages(List<Menu> menus) {
        var first = new LinkedHashMap<String, Menu.Item>();
        menus.stream()
                .flatMap(m -> m.items().stream())
                .filter(i -> !i.isPublic())
                .sorted(Comparator.comparingInt(Menu.Item::order))
                .forEach(i -> first.putIfAbsent(i.room(), i));
        return List.copyOf(first.values());
    }

    private List<DemoGuide.Walk> walks() {
        return guides.stream()
                .flatMap(g -> g.walks().stream())
                .sorted(Comparator.comparingInt(DemoGuide.Walk::order))
                .toList();
    }
}
