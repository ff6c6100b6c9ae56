package kr.madang.kernel.events.web;

import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.events.Events;
import kr.madang.kernel.web.Window;
import kr.madang.kernel.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Events that did not arrive (배달 안 된 이벤트 화면). */
@Controller
@RequestMapping("/desk/kernel/events")
@Needs(room = "kernel", level = Level.MANAGE)
class EventPages {
    private static final int ROWS = 50;

    private final Events events;

    EventPages(Events events) {
        this.events = events;
    }

    @GetMapping
    @Needs(room = "kernel", level = Level.VIEW)
    String list(@RequestParam(defaultValue = "") String cursor, Model model) {
        var slice = events.page(cursor, ROWS);
        model.addAttribute("letters", slice.rows());
        model.addAttribute("window", Window.keyset(href(slice.previous()), href(slice.next())));
        return "kernel/events/web/events";
    }

    private static @Nullable String href(@Nullable String cursor) {
        return cursor == null ? null : "/desk/kernel/events?cursor=" + cursor;
    }

    @GetMapping("/{id}")
    @Needs(room = "kernel", level = Level.VIEW)
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("letter", events.get(id));
        return "kernel/events/web/event";
    }

    @PostMapping("/{id}/deliveries")
    String retry(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        events.retry(actor, id);
        redirect.addFlashAttribute("notice", Words.here("kernel.event.retried"));
        return "redirect:/desk/kernel/events";
    }

    @DeleteMapping("/{id}")
    String discard(Actor actor, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        events.discard(actor, id, reason);
        redirect.addFlashAttribute("notice", Words.here("kernel.event.discarded"));
        return "redirect:/desk/kernel/events";
    }
}
