package kr.madang.approvals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import kr.madang.accounts.Directory;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.desk.Routes;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.text.Writing;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a draft (기안): what it says, how it is filed, who decides; the program looks over the style while one writes. */
@Controller
@RequestMapping("/desk/approvals/papers")
@Needs(room = "approvals", level = Level.WORK)
class DraftPages {
    private final Approvals approvals;
    private final Papers papers;
    private final Routes routes;
    private final Directory directory;

    DraftPages(Approvals approvals, Papers papers, Routes routes, Directory directory) {
        this.approvals = approvals;
        this.papers = papers;
        this.routes = routes;
        this.directory = directory;
    }

    @GetMapping("/new")
    String blank(Actor actor, Model model) {
        var values = new LinkedHashMap<String, String>();
        values.put("retention", "years_5");
        routes.propose(actor, "", null).route().ifPresent(r -> DraftForm.put(values, r));
        return page("", Form.of(values), actor, model);
    }

    @PostMapping
    String draft(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        var form = Form.of(request);
        try {
            var id = approvals.draft(actor, DraftForm.content(form), DraftForm.filing(form), DraftForm.route(form));
            then.addFlashAttribute("notice", Words.here("approvals.draft.kept"));
            return "redirect:/desk/approvals/papers/" + id;
        } catch (Refused refused) {
            return again("", form, refused, actor, response, model);
        }
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable String id, Actor actor, Model model) {
        var view = papers.open(actor, PaperPages.id(id));
        model.addAttribute("base", view.hash());
        var form = DraftForm.filled(
                view.current(), view.filing(), Route.of(view.paper().line()));
        return page(id, form, actor, model);
    }

    @PutMapping("/{id}/content")
    String revise(
            @PathVariable String id,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        var form = Form.of(request);
        try {
            approvals.revise(actor, PaperPages.id(id), form.value("base"), DraftForm.content(form), "");
            then.addFlashAttribute("notice", Words.here("approvals.draft.kept"));
            return "redirect:/desk/approvals/papers/" + id;
        } catch (Refused refused) {
            model.addAttribute("base", form.value("base"));
            return again(id, form, refused, actor, response, model);
        }
    }

    /** A fresh draft in place of an old paper, with its text and its line. */
    @PostMapping("/{id}/redrafts")
    String redraft(@PathVariable String id, Actor actor) {
        var view = papers.open(actor, PaperPages.id(id));
        Paper.Id fresh = approvals.redraft(
                actor,
                PaperPages.id(id),
                kr.madang.approvals.desk.Content.of(view.current()),
                Route.of(view.paper().line()));
        return "redirect:/desk/approvals/papers/" + fresh + "/edit";
    }

    private String again(
            String id, Form form, Refused refused, Actor actor, HttpServletResponse response, Model model) {
        if (refused.reason() != Refused.Reason.INVALID && refused.reason() != Refused.Reason.CONFLICT) throw refused;
        form.refuse(field(refused.code()), refused.code(), refused.args().toArray());
        response.setStatus(422);
        return page(id, form, actor, model);
    }

    private static String field(String code) {
        if (code.startsWith("approvals.line.") || code.startsWith("approvals.draft.")) return "approver";
        if (code.startsWith("approvals.task.code")) return "unittask";
        if (code.startsWith("approvals.task.")) return "unittasktitle";
        if (code.startsWith("approvals.disclosure.")) return "disclosure";
        return code.endsWith("summary") ? "summary" : code.endsWith("keywords") ? "keywords" : "title";
    }

    private String page(String id, Form form, Actor actor, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("people", people(actor));
        var text = form.values("text").isEmpty() ? "" : form.values("text").getFirst();
        model.addAttribute(
                "findings",
                text.isBlank() || text.length() > Writing.LONGEST
                        ? List.of()
                        : Writing.check(text.replace("\r\n", "\n")));
        return "approvals/web/draft";
    }

    /** Everybody who may stand on a line. */
    private List<Option> people(Actor actor) {
        var people = new ArrayList<Option>();
        for (int page = 1; ; page++) {
            var found = directory.page(new Directory.Question("", "", "ACTIVE"), page);
            found.accounts().stream()
                    .filter(a -> !a.id().value().equals(actor.id()))
                    .map(a -> Option.of(a.id(), (a.name() + " " + a.title()).strip()))
                    .forEach(people::add);
            if ((long) page * Directory.PAGE >= found.total()) return people;
        }
    }
}
