package kr.madang.approvals.web.line;

import static java.util.stream.Collectors.joining;

import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Move;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.drafting.Sketch;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.web.Asked;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Changing the line of a paper that is on its way (결재선 변경), until the next signature and with a reason. */
@Controller
@RequestMapping("/desk/approvals/papers/{id}/line")
@Needs(room = "approvals", level = Level.WORK)
class LinePages {
    private final Papers papers;
    private final Approvals approvals;
    private final LineDesk lines;

    LinePages(Papers papers, Approvals approvals, LineDesk lines) {
        this.papers = papers;
        this.approvals = approvals;
        this.lines = lines;
    }

    @GetMapping
    String show(@PathVariable String id, Actor actor, Model model) {
        var view = open(actor, id);
        var form = Form.empty()
                .set("line", Sketch.of(Route.of(view.paper().line())).text());
        return page(view, form, "", actor, model);
    }

    @PutMapping
    String change(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var view = open(actor, id);
        sent.form().set("locked", locked(view));
        return sent.act(
                form -> {
                    var step = form.value("do");
                    if (LineDesk.knows(step)) return page(view, form, lines.step(actor, form, step), actor, model);
                    if (step.equals("look")) return page(view, form, "", actor, model);
                    var words = form.required("words");
                    form.check();
                    approvals.changeLine(
                            actor, view.paper().id(), LineDesk.line(form).route(), words);
                    sent.say("approvals.change.done");
                    return "redirect:/desk/approvals/papers/" + id;
                },
                "line-editor",
                (form, why) -> page(view, form, "", actor, model));
    }

    private PaperView open(Actor actor, String id) {
        var view = papers.open(actor, Asked.paper(id));
        if (!view.moves().contains(Move.CHANGE_LINE)) throw Refused.conflict("approvals.change.other");
        return view;
    }

    private static String locked(PaperView view) {
        var keys = view.paper().settled().stream().map(Person::key).collect(joining(" "));
        return keys.isEmpty() ? "-" : keys;
    }

    private String page(PaperView view, Form form, String notice, Actor actor, Model model) {
        form.set("locked", locked(view));
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("box", lines.box(actor, form, notice));
        return "approvals/web/line/change";
    }
}
