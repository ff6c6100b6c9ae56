package kr.madang.notices.web.sends;

import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.sends.Templates;
import kr.madang.notices.wording.disaster.Standards;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Texts to start from (서식 문안): the office's own with their versions, and the standard sentences for disasters. */
@Controller
@RequestMapping("/desk/notices/templates")
@Needs(room = "notices", level = Level.VIEW)
class TemplatePages {
    private static final String PATH = "/desk/notices/templates";

    private final Templates templates;

    TemplatePages(Templates templates) {
        this.templates = templates;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("templates", templates.all());
        model.addAttribute("q", q);
        model.addAttribute("standards", q.isBlank() ? Standards.all() : Standards.search(q));
        return "notices/web/sends/templates";
    }

    @GetMapping("/new")
    @Needs(room = "notices", level = Level.WORK)
    String blank(Model model) {
        return page("", Form.empty().set("kind", Kind.PUBLIC.name()).set("channel", Channel.SMS.name()), model);
    }

    @PostMapping
    @Needs(room = "notices", level = Level.WORK)
    String create(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var made = templates.create(
                            actor,
                            form.value("name"),
                            Asked.one(Kind.class, form.value("kind")).orElse(Kind.PUBLIC),
                            Asked.one(Channel.class, form.value("channel")).orElse(Channel.SMS),
                            text(form));
                    sent.say("notices.said.template");
                    return "redirect:" + PATH + "/" + made.id();
                },
                TemplatePages::field,
                (form, why) -> page("", form, model));
    }

    @GetMapping("/{id}")
    String template(@PathVariable String id, Model model) {
        var kept = templates.get(Asked.id(id));
        var form = Form.empty()
                .set("text", kept.latest().text())
                .set("seen", Integer.toString(kept.latest().number()));
        return page(id, form, model);
    }

    @PutMapping("/{id}")
    @Needs(room = "notices", level = Level.WORK)
    String write(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var seen = form.number("seen");
                    form.check();
                    templates.write(actor, Asked.id(id), (int) Math.clamp(seen.orElse(0), 0, 1_000_000), text(form));
                    sent.say("notices.said.template");
                    return "redirect:" + PATH + "/" + id;
                },
                TemplatePages::field,
                (form, why) -> page(id, form, model));
    }

    @DeleteMapping("/{id}")
    @Needs(room = "notices", level = Level.WORK)
    String retire(@PathVariable String id, Actor actor, PostedForm sent) {
        templates.retire(actor, Asked.id(id));
        sent.say("notices.said.template.retired");
        return "redirect:" + PATH;
    }

    private String page(String id, Form form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        if (!id.isEmpty()) {
            model.addAttribute("template", templates.get(Asked.id(id)));
            model.addAttribute("versions", templates.versions(Asked.id(id)));
        }
        return "notices/web/sends/template";
    }

    private static String text(Form form) {
        return form.value("text").replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String field(String code) {
        return code.equals("notices.template.label") || code.equals("notices.template.taken") ? "name" : "text";
    }
}
