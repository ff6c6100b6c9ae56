package kr.madang.approvals.web.drafting;

import java.util.LinkedHashMap;
import java.util.UUID;
import kr.madang.approvals.drafting.Buffers;
import kr.madang.approvals.drafting.Starter;
import kr.madang.approvals.drafting.Starters;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The forms to start a draft from (서식): chosen by drafters, kept in order by whoever manages the room. */
@Controller
@RequestMapping("/desk/approvals/starters")
@Needs(room = "approvals", level = Level.WORK)
class StarterPages {
    private final Starters starters;
    private final Buffers buffers;
    private final DraftDesk desk;

    StarterPages(Starters starters, Buffers buffers, DraftDesk desk) {
        this.starters = starters;
        this.buffers = buffers;
        this.desk = desk;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        boolean manages = actor.may("approvals", Level.MANAGE);
        model.addAttribute("starters", manages ? starters.all() : starters.offered());
        model.addAttribute("manages", manages);
        return "approvals/web/drafting/starters";
    }

    /** Begins a draft from the form; it waits in a buffer until it is saved. */
    @PostMapping("/{id}/drafts")
    String start(@PathVariable UUID id, Actor actor) {
        var form = DraftForm.started(get(id));
        var buffer = UUID.randomUUID();
        buffers.keep(actor, buffer, null, form.all());
        return "redirect:/desk/approvals/papers/new?buffer=" + buffer;
    }

    @GetMapping("/new")
    @Needs(room = "approvals", level = Level.MANAGE)
    String blank(Model model) {
        return page("", Form.empty().set("position", "100"), model);
    }

    @GetMapping("/{id}")
    @Needs(room = "approvals", level = Level.MANAGE)
    String edit(@PathVariable UUID id, Model model) {
        return page(id.toString(), filled(get(id)), model);
    }

    @PostMapping
    @Needs(room = "approvals", level = Level.MANAGE)
    String add(Actor actor, PostedForm sent, Model model) {
        return kept("", starters.fresh(), actor, sent, model);
    }

    @PutMapping("/{id}")
    @Needs(room = "approvals", level = Level.MANAGE)
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return kept(id.toString(), get(id).id(), actor, sent, model);
    }

    private String kept(String shown, UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var starter = read(id, form);
                    form.check();
                    if (shown.isEmpty()) starters.add(actor, starter);
                    else starters.change(actor, starter);
                    sent.say("approvals.starter.kept");
                    return "redirect:/desk/approvals/starters";
                },
                StarterPages::field,
                (form, why) -> page(shown, form, model));
    }

    private static Starter read(UUID id, Form form) {
        return new Starter(
                id,
                form.value("title"),
                form.value("note"),
                DraftForm.kind(form.value("kind")),
                DraftForm.second(form.value("second")),
                form.value("task"),
                form.value("subject"),
                DraftForm.text(form),
                DraftForm.retention(form.value("retention")),
                false,
                form.checked("retired"),
                (int) Math.clamp(form.number("position").orElse(100), 0, 10_000),
                (int) Math.clamp(form.number("version").orElse(0), 0, Integer.MAX_VALUE));
    }

    private static Form filled(Starter starter) {
        var second = starter.second();
        var values = new LinkedHashMap<String, String>();
        values.put("title", starter.title());
        values.put("note", starter.note());
        values.put("kind", starter.kind().word());
        values.put("second", second == null ? "" : second.word());
        values.put("task", starter.task());
        values.put("subject", starter.subject());
        values.put("text", starter.body());
        values.put("retention", starter.retention().word());
        values.put("retired", starter.retired() ? "true" : "");
        values.put("position", String.valueOf(starter.position()));
        values.put("version", String.valueOf(starter.version()));
        return Form.of(values);
    }

    private static String field(String code) {
        if (code.startsWith("approvals.filing.")) return "second";
        if (code.startsWith("approvals.table.")) return "task";
        if (code.startsWith("approvals.text.")) return "text";
        if (code.startsWith("approvals.content.")) return "subject";
        return code.endsWith("note") ? "note" : "title";
    }

    private Starter get(UUID id) {
        return starters.find(id).orElseThrow(() -> Refused.missing("approvals.starter.missing"));
    }

    private String page(String id, Form form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("choices", desk.choices(form));
        return "approvals/web/drafting/starter";
    }
}
