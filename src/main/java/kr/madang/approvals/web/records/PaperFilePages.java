package kr.madang.approvals.web.records;

import java.util.List;
import java.util.UUID;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.shelf.FileItem;
import kr.madang.approvals.shelf.Filings;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.PostedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** In which file a paper lies, and how it got there (문서의 기록물철). */
@Controller
@RequestMapping("/desk/approvals/papers/{id}/file")
@Needs(room = "approvals", level = Level.VIEW)
class PaperFilePages {
    private final Papers papers;
    private final Filings filings;

    PaperFilePages(Papers papers, Filings filings) {
        this.papers = papers;
        this.filings = filings;
    }

    @GetMapping
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(papers.open(actor, Asked.paper(id)), Form.empty(), actor, model);
    }

    @PutMapping
    @Needs(room = "approvals", level = Level.WORK)
    String move(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var view = papers.open(actor, Asked.paper(id));
        return sent.act(
                form -> {
                    filings.move(actor, view.paper().id(), to(form), form.value("reason"));
                    sent.say("approvals.files.move.done");
                    return "redirect:/desk/approvals/papers/" + id + "/file";
                },
                code -> code.equals("approvals.files.reason") ? "reason" : "to",
                (form, why) -> page(view, form, actor, model));
    }

    private static UUID to(Form form) {
        try {
            return UUID.fromString(form.value("to"));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("approvals.files.choose");
        }
    }

    private String page(PaperView view, Form form, Actor actor, Model model) {
        var id = view.paper().id();
        var file = filings.of(id);
        boolean mine = view.paper().line().drafter().equals(Person.of(actor.id()));
        boolean may = actor.may("approvals", mine ? Level.WORK : Level.MANAGE);
        model.addAttribute("view", view);
        model.addAttribute("file", file);
        model.addAttribute(
                "besides",
                may && file.filter(FileItem::open).isPresent() ? filings.besides(file.get()) : List.<FileItem>of());
        model.addAttribute("may", may);
        model.addAttribute("form", form);
        model.addAttribute(
                "moves",
                filings.moves(id).stream()
                        .map(m -> new Moment(m.at(), m.from() + " → " + m.to(), m.by(), m.reason()))
                        .toList());
        return "approvals/web/records/paperfile";
    }
}
