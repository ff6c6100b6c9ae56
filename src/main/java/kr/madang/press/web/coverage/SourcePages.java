package kr.madang.press.web.coverage;

import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Words;
import kr.madang.press.coverage.feeds.Collecting;
import kr.madang.press.coverage.feeds.Quarantine;
import kr.madang.press.coverage.feeds.Source;
import kr.madang.press.coverage.feeds.Sources;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sources and what came from them unreadable (수집원·격리). */
@Controller
@RequestMapping("/desk/press/sources")
@Needs(room = "press", level = Level.MANAGE)
class SourcePages {
    private static final String PATH = "/desk/press/sources";

    private final Sources sources;
    private final Quarantine quarantine;

    SourcePages(Sources sources, Quarantine quarantine) {
        this.sources = sources;
        this.quarantine = quarantine;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("sources", sources.all());
        model.addAttribute("held", quarantine.list());
        return "press/web/coverage/sources";
    }

    @GetMapping("/new")
    String fresh(@RequestParam(defaultValue = "FEED") String kind, Model model) {
        var form = Form.empty()
                .set(
                        "kind",
                        Asked.one(Source.Kind.class, kind)
                                .orElse(Source.Kind.FEED)
                                .name())
                .set("budget", "25000")
                .set("pause", "30");
        return page("", form, model);
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String source(@PathVariable String id, Model model) {
        var source = sources.get(id(id));
        var form = Form.empty()
                .set("name", source.name())
                .set("kind", source.kind().name())
                .set("address", source.address())
                .set("words", String.join("\n", source.words()))
                .set("budget", Integer.toString(source.dailyBudget()))
                .set("pause", Integer.toString(source.pauseMinutes()));
        if (source.active()) form.set("active", "true");
        return page(id, form, model);
    }

    private String page(String id, Form form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        if (!id.isEmpty()) {
            model.addAttribute("source", sources.get(id(id)));
            model.addAttribute("spent", sources.spentToday(id(id)));
        }
        return "press/web/coverage/source";
    }

    private static UUID id(String typed) {
        return Asked.id(typed).orElseThrow(() -> Refused.missing("press.source.missing"));
    }

    @PostMapping
    String add(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    sources.add(actor, wish(form));
                    sent.say("press.source.said.kept");
                    return "redirect:" + PATH;
                },
                SourcePages::field,
                (form, why) -> page("", form, model));
    }

    @PutMapping("/{id:[0-9a-f-]{36}}")
    String change(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    sources.change(actor, id(id), wish(form));
                    sent.say("press.source.said.kept");
                    return "redirect:" + PATH + "/" + id;
                },
                SourcePages::field,
                (form, why) -> page(id, form, model));
    }

    private static String field(String code) {
        return switch (code) {
            case "press.coverage.url" -> "address";
            case "press.source.words" -> "words";
            case "press.source.budget" -> "budget";
            case "press.source.pause" -> "pause";
            case "press.source.key" -> "key";
            default -> "name";
        };
    }

    private static Sources.Wish wish(Form form) {
        form.required("name");
        form.required("address");
        var budget = form.number("budget");
        var pause = form.number("pause");
        form.check();
        return new Sources.Wish(
                form.value("name"),
                Asked.one(Source.Kind.class, form.value("kind")).orElse(Source.Kind.FEED),
                form.value("address"),
                form.value("words")
                        .lines()
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .distinct()
                        .toList(),
                (int) Math.clamp(budget.orElse(25_000), 0, 10_000_000),
                (int) Math.clamp(pause.orElse(30), 0, 1_000_000),
                form.checked("active"),
                form.value("key"),
                form.value("secret"));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/reading")
    String run(@PathVariable String id, Actor actor, PostedForm sent) {
        say(sent, sources.run(actor, id(id)));
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/quarantine/{id:[0-9a-f-]{36}}")
    String replay(@PathVariable String id, Actor actor, PostedForm sent) {
        say(sent, sources.replay(actor, id(id)));
        return "redirect:" + PATH;
    }

    private static void say(PostedForm sent, Collecting.Outcome outcome) {
        if (outcome.failed().isEmpty()) sent.say("press.source.said.read", outcome.fresh(), outcome.known());
        else sent.say("press.source.said.failed", why(outcome.failed()));
    }

    static String why(String reason) {
        return Words.here("press.quarantine." + reason.toLowerCase(java.util.Locale.ROOT));
    }
}
