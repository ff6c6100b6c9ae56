package kr.madang.notices.web.alerts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.alerts.AlertApproval;
import kr.madang.notices.alerts.AlertCap;
import kr.madang.notices.alerts.Alerts;
import kr.madang.notices.alerts.Raising;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One alert or drill (발령): where it stands, what may be done to it, and what became of it on every way. */
@Controller
@RequestMapping(AlertListPages.AT + "/{id:[0-9a-f-]{36}}")
@Needs(room = "notices", level = Level.VIEW)
class AlertPages {
    private final Alerts alerts;
    private final AlertApproval approval;
    private final Raising raising;
    private final AlertCap cap;
    private final AlertViews views;

    AlertPages(Alerts alerts, AlertApproval approval, Raising raising, AlertCap cap, AlertViews views) {
        this.alerts = alerts;
        this.approval = approval;
        this.raising = raising;
        this.cap = cap;
        this.views = views;
    }

    @GetMapping
    String alert(@PathVariable String id, Actor actor, Model model) {
        return page(Asking.id(id), Form.empty(), actor, model);
    }

    private String page(UUID id, Form form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("view", views.of(alerts.get(id), actor));
        return "notices/web/alerts/alert";
    }

    /** The moving part, asked for again and again while it moves. When the stage changes, the whole page is shown anew. */
    @GetMapping("/ways")
    String ways(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String stage,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var alert = alerts.get(Asking.id(id));
        if (!stage.isEmpty() && !stage.equals(alert.stage().word())) response.setHeader("HX-Refresh", "true");
        model.addAttribute("view", views.of(alert, actor));
        return "notices/web/alerts/ways";
    }

    /** The message other systems get, of drafts and drills too. */
    @GetMapping("/cap.xml")
    ResponseEntity<byte[]> cap(@PathVariable String id) {
        var alert = alerts.get(Asking.id(id));
        return ResponseEntity.ok()
                .header("Content-Type", "application/cap+xml;charset=UTF-8")
                .header("Content-Disposition", "inline; filename=\"" + alert.identifier() + ".xml\"")
                .body(cap.write(alert));
    }

    /** Leads to the paper, which its drafter looks over and sends on. */
    @PostMapping("/approval")
    @Needs(room = "notices", level = Level.WORK)
    String ask(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var alert = Asking.id(id);
        return sent.act(
                form -> {
                    var version = form.number("version");
                    form.check();
                    var paper = approval.ask(actor, alert, (int) Math.clamp(version.orElse(0), 0, Integer.MAX_VALUE));
                    sent.say("notices.alert.said.asked");
                    return "redirect:/desk/approvals/papers/" + paper;
                },
                "ask",
                (form, why) -> page(alert, form, actor, model));
    }

    @DeleteMapping("/approval")
    @Needs(room = "notices", level = Level.WORK)
    String takeBack(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return act(id, actor, sent, model, form -> {
            approval.takeBack(actor, Asking.id(id), form.value("reason"));
            sent.say("notices.alert.said.takenback");
        });
    }

    @PostMapping("/confirmation")
    @Needs(room = "notices", level = Level.WORK)
    String confirm(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return act(id, actor, sent, model, form -> {
            raising.confirm(actor, Asking.id(id), form.value("reason"));
            sent.say("notices.alert.said.confirmed");
        });
    }

    @DeleteMapping
    @Needs(room = "notices", level = Level.WORK)
    String drop(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return act(id, actor, sent, model, form -> {
            alerts.drop(actor, Asking.id(id), form.value("reason"));
            sent.say("notices.alert.said.dropped");
        });
    }

    private String act(String id, Actor actor, PostedForm sent, Model model, Consumer<Form> act) {
        var alert = Asking.id(id);
        return sent.act(
                form -> {
                    act.accept(form);
                    return "redirect:" + AlertListPages.AT + "/" + alert;
                },
                "reason",
                (form, why) -> page(alert, form, actor, model));
    }
}
