package kr.madang.notices.web.alerts;

import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.Alerts;
import kr.madang.notices.web.sends.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing an alert or a drill (발령 작성). Which of both it is, is decided by the page one begins on and never changes. */
@Controller
@RequestMapping(AlertListPages.AT)
@Needs(room = "notices", level = Level.WORK)
class AlertWritingPages {
    private static final String FORM = "notices/web/alerts/write";

    private final Alerts alerts;
    private final AlertDesk desk;

    AlertWritingPages(Alerts alerts, AlertDesk desk) {
        this.alerts = alerts;
        this.desk = desk;
    }

    @GetMapping("/new")
    String alert(@RequestParam(defaultValue = "") String standard, Model model) {
        return blank(standard, false, model);
    }

    @GetMapping("/drill")
    String drill(@RequestParam(defaultValue = "") String standard, Model model) {
        return blank(standard, true, model);
    }

    private String blank(String standard, boolean drill, Model model) {
        var form = desk.blank();
        if (!standard.isEmpty()) desk.standard(form.set("standard", standard));
        return page(null, drill, form, model);
    }

    @PostMapping("/new")
    String create(Actor actor, PostedForm sent, Model model) {
        return create(actor, false, sent, model);
    }

    @PostMapping("/drill")
    String createDrill(Actor actor, PostedForm sent, Model model) {
        return create(actor, true, sent, model);
    }

    private String create(Actor actor, boolean drill, PostedForm sent, Model model) {
        if (desk.helps(sent.form())) return page(null, drill, sent.form(), model);
        return sent.act(
                form -> {
                    var alert = alerts.draft(actor, desk.content(form, drill));
                    sent.say("notices.alert.said.drafted");
                    return to(alert.id());
                },
                AlertDesk::field,
                (form, why) -> page(null, drill, form, model));
    }

    /** Drafts what follows an alert that is out, beginning with its words. */
    @PostMapping("/{id}/followers")
    String follow(@PathVariable String id, Actor actor, PostedForm sent) {
        var before = alerts.get(Asking.id(id));
        var type = Asked.one(Alert.Type.class, sent.form().value("type")).orElse(Alert.Type.UPDATE);
        var next = alerts.follow(actor, before.id(), type, before.content());
        sent.say("notices.alert.said.followed");
        return to(next.id()) + "/edit";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable String id, Model model) {
        var alert = alerts.get(Asking.id(id));
        if (!alert.stage().open()) throw Refused.conflict("notices.alert.sealed");
        return page(alert, alert.drill(), desk.filled(alert), model);
    }

    @PutMapping("/{id}")
    String write(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var alert = alerts.get(Asking.id(id));
        if (desk.helps(sent.form())) return page(alert, alert.drill(), sent.form(), model);
        return sent.act(
                form -> {
                    var version = form.number("version");
                    var content = desk.content(form, alert.drill());
                    alerts.write(actor, alert.id(), (int) Math.clamp(version.orElse(0), 0, Integer.MAX_VALUE), content);
                    sent.say("notices.alert.said.written");
                    return to(alert.id());
                },
                AlertDesk::field,
                (form, why) -> again(alert.id(), form, why, model));
    }

    /** Somebody wrote meanwhile: what he wrote stands beside, and saving again is a decision. */
    private String again(UUID id, Form form, Refused why, Model model) {
        var there = alerts.get(id);
        if (why.code().equals("notices.alert.overtaken")) {
            model.addAttribute("theirs", there);
            form.set("version", Integer.toString(there.version()));
        }
        return page(there, there.drill(), form, model);
    }

    private String page(@Nullable Alert alert, boolean drill, Form form, Model model) {
        model.addAttribute("alert", alert);
        model.addAttribute("form", form);
        model.addAttribute("desk", desk.choices(drill, form.values("staff")));
        model.addAttribute("shown", desk.shown(form, drill));
        return FORM;
    }

    /** What is typed, as a phone shows it; asked for while somebody types. */
    @PostMapping("/preview")
    String preview(@RequestParam(defaultValue = "false") boolean drill, PostedForm sent, Model model) {
        model.addAttribute("shown", desk.shown(sent.form(), drill));
        return "notices/web/alerts/preview";
    }

    private static String to(UUID id) {
        return "redirect:" + AlertListPages.AT + "/" + id;
    }
}
