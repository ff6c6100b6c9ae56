package kr.madang.notices.web.lines;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Window;
import kr.madang.notices.lines.Health;
import kr.madang.notices.lines.Healths;
import kr.madang.notices.lines.LineDesk;
import kr.madang.notices.lines.LineKind;
import kr.madang.notices.lines.PushKeys;
import kr.madang.notices.lines.StoredLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ways out of the office: how they do, and what may be done with them (발송 연결 화면). */
@Controller
@RequestMapping(LinePages.AT)
@Needs(room = "notices", level = Level.WORK)
class LinePages {
    static final String AT = "/desk/notices/lines";
    private static final int CHANGES = 20;

    private final LineDesk desk;
    private final Healths healths;
    private final PushKeys keys;

    LinePages(LineDesk desk, Healths healths, PushKeys keys) {
        this.desk = desk;
        this.healths = healths;
        this.keys = keys;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "") String cursor, Model model) {
        var changes = desk.history(actor, 0, cursor, CHANGES);
        model.addAttribute("lines", healths.all(actor));
        model.addAttribute("now", healths.now());
        model.addAttribute("changes", changes.rows());
        model.addAttribute("window", window(AT, changes.previous(), changes.next()));
        return "notices/web/lines/lines";
    }

    @GetMapping("/{number:\\d{1,4}}")
    String show(Actor actor, @PathVariable int number, @RequestParam(defaultValue = "") String cursor, Model model) {
        return page(actor, number, cursor, Form.empty(), model);
    }

    private String page(Actor actor, int number, String cursor, Form form, Model model) {
        Health health = healths.get(actor, number);
        var changes = desk.history(actor, number, cursor, CHANGES);
        model.addAttribute("health", health);
        model.addAttribute("key", keys.of(health.line()).orElse(""));
        model.addAttribute("now", healths.now());
        model.addAttribute("form", form);
        model.addAttribute("pinned", desk.pinned(actor, health.line().channel()).orElse(null));
        model.addAttribute("changes", changes.rows());
        model.addAttribute("window", window(AT + "/" + number, changes.previous(), changes.next()));
        return "notices/web/lines/line";
    }

    private static Window window(String at, @Nullable String previous, @Nullable String next) {
        return Window.keyset(
                previous == null ? null : at + "?cursor=" + previous, next == null ? null : at + "?cursor=" + next);
    }

    // ------------------------------------------------------------------ contracts

    @GetMapping("/new")
    @Needs(room = "notices", level = Level.MANAGE)
    String blank(@RequestParam(defaultValue = "") String kind, Model model) {
        var chosen = kind(kind);
        if (chosen.isEmpty()) {
            model.addAttribute("kinds", List.of(LineKind.values()));
            return "notices/web/lines/kinds";
        }
        var usual = new HashMap<String, String>();
        for (var field : chosen.get().fields()) usual.put(field.name(), field.usual());
        return form(null, chosen.get(), Form.of(usual), model);
    }

    @PostMapping("/new")
    @Needs(room = "notices", level = Level.MANAGE)
    String add(Actor actor, @RequestParam(defaultValue = "") String kind, PostedForm sent, Model model) {
        var chosen = kind(kind).orElseThrow(() -> Refused.missing("notices.line.missing"));
        return sent.act(
                form -> {
                    int number = told(form, () -> desk.add(actor, chosen, draft(chosen, form)));
                    sent.say("notices.line.added");
                    return "redirect:" + AT + "/" + number;
                },
                LinePages::beside,
                (form, why) -> form(null, chosen, form, model));
    }

    @GetMapping("/{number:\\d{1,4}}/settings")
    @Needs(room = "notices", level = Level.MANAGE)
    String settings(Actor actor, @PathVariable int number, Model model) {
        var line = desk.get(actor, number);
        var stored = new HashMap<>(line.settings());
        stored.put("name", line.name());
        stored.put("rate", Integer.toString(line.rate()));
        return form(line, line.kind(), Form.of(stored), model);
    }

    @PostMapping("/{number:\\d{1,4}}/settings")
    @Needs(room = "notices", level = Level.MANAGE)
    String change(Actor actor, @PathVariable int number, PostedForm sent, Model model) {
        var line = desk.get(actor, number);
        return sent.act(
                form -> {
                    told(form, () -> {
                        desk.change(actor, number, draft(line.kind(), form));
                        return number;
                    });
                    desk.look();
                    sent.say("notices.line.kept");
                    return "redirect:" + AT + "/" + number;
                },
                LinePages::beside,
                (form, why) -> form(line, line.kind(), form, model));
    }

    /** A reason about one of the kind's fields names it; it stands beside that field. */
    private static int told(Form form, IntSupplier act) {
        try {
            return act.getAsInt();
        } catch (Refused why) {
            if (why.code().startsWith("notices.line.wrong."))
                form.refuse(why.args().getFirst().toString(), why.code());
            throw why;
        }
    }

    private static String beside(String code) {
        return code.endsWith(".rate") ? "rate" : "name";
    }

    private static LineDesk.Draft draft(LineKind kind, Form form) {
        var values = new HashMap<String, String>();
        for (var field : kind.fields()) {
            var typed = form.values(field.name());
            if (!typed.isEmpty()) values.put(field.name(), typed.getFirst());
        }
        var rate = form.number("rate");
        form.check();
        return new LineDesk.Draft(form.value("name"), (int) Math.clamp(rate.orElse(0), -1, Integer.MAX_VALUE), values);
    }

    private static String form(@Nullable StoredLine line, LineKind kind, Form form, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("kind", kind);
        model.addAttribute("form", form);
        return "notices/web/lines/form";
    }

    private static Optional<LineKind> kind(String word) {
        return Arrays.stream(LineKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    // ------------------------------------------------------------------ on, off, pin, trial

    @PostMapping("/{number:\\d{1,4}}/turning")
    @Needs(room = "notices", level = Level.MANAGE)
    String turn(Actor actor, @PathVariable int number, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    boolean on = form.value("to").equals("on");
                    desk.turn(actor, number, on, form.value("whyturn"));
                    desk.look();
                    sent.say(on ? "notices.line.turned.on" : "notices.line.turned.off");
                    return "redirect:" + AT + "/" + number;
                },
                "whyturn",
                (form, why) -> page(actor, number, "", form, model));
    }

    @PostMapping("/{number:\\d{1,4}}/pinning")
    @Needs(room = "notices", level = Level.MANAGE)
    String pin(Actor actor, @PathVariable int number, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    boolean pin = form.value("to").equals("pin");
                    if (pin) desk.pin(actor, number, form.value("whypin"));
                    else desk.unpin(actor, number, form.value("whypin"));
                    desk.look();
                    sent.say(pin ? "notices.line.pinned" : "notices.line.unpinned");
                    return "redirect:" + AT + "/" + number;
                },
                "whypin",
                (form, why) -> page(actor, number, "", form, model));
    }

    @PostMapping("/{number:\\d{1,4}}/trials")
    @Needs(room = "notices", level = Level.MANAGE)
    String tryOut(Actor actor, @PathVariable int number, RedirectAttributes next) {
        var trouble = desk.tryOut(actor, number);
        next.addFlashAttribute("trial", Map.of("works", trouble.isEmpty(), "why", trouble.orElse("")));
        return "redirect:" + AT + "/" + number;
    }
}
