package kr.madang.approvals.web.drafting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import kr.madang.approvals.card.Redline;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Move;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.drafting.Buffer;
import kr.madang.approvals.drafting.Buffers;
import kr.madang.approvals.drafting.Drafts;
import kr.madang.approvals.drafting.Enclosed;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.web.Asked;
import kr.madang.approvals.web.line.LineDesk;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two texts for one paper (동시 수정): both are shown with their difference, and a person chooses. What is not chosen is not lost before. */
@Controller
@RequestMapping("/desk/approvals/papers/{id}/conflict")
@Needs(room = "approvals", level = Level.WORK)
class ConflictPages {
    private final Papers papers;
    private final Approvals approvals;
    private final Buffers buffers;
    private final Drafts drafts;
    private final Enclosed enclosed;
    private final DraftDesk desk;

    ConflictPages(
            Papers papers, Approvals approvals, Buffers buffers, Drafts drafts, Enclosed enclosed, DraftDesk desk) {
        this.papers = papers;
        this.approvals = approvals;
        this.buffers = buffers;
        this.drafts = drafts;
        this.enclosed = enclosed;
        this.desk = desk;
    }

    @GetMapping
    String show(@PathVariable String id, @RequestParam UUID buffer, Actor actor, Model model) {
        var view = papers.open(actor, Asked.paper(id));
        var mine = Form.ofAll(mine(actor, buffer, view.paper().id()).fields());
        var theirs = view.current();
        model.addAttribute("view", view);
        model.addAttribute("buffer", buffer.toString());
        model.addAttribute("mine", mine);
        model.addAttribute("title", Redline.between(theirs.title(), mine.value("title")));
        model.addAttribute("text", Redline.between(theirs.text(), DraftForm.text(mine)));
        model.addAttribute("may", view.moves().contains(Move.REVISE));
        return "approvals/web/drafting/conflict";
    }

    @PutMapping
    String choose(@PathVariable String id, Actor actor, HttpServletRequest request, RedirectAttributes then) {
        var form = Form.of(request);
        var paper = Asked.paper(id);
        var buffer = mine(actor, UUID.fromString(DraftPages.window(form.value("buffer"))), paper);
        switch (form.value("choice")) {
            case "mine" -> {
                return mine(actor, paper, buffer, form.value("base"), then);
            }
            case "theirs" -> {
                buffers.discard(actor, buffer.id());
                then.addFlashAttribute("notice", Words.here("approvals.conflict.theirs.done"));
                return "redirect:/desk/approvals/papers/" + id;
            }
            default -> {
                var mine = Form.ofAll(buffer.fields()).set("base", form.value("base"));
                buffers.keep(actor, buffer.id(), paper, mine.all());
                return "redirect:/desk/approvals/papers/" + id + "/edit?buffer=" + buffer.id();
            }
        }
    }

    /** Saves the person's own text over the one he has just been shown; one he has not seen makes another conflict. */
    private String mine(Actor actor, Paper.Id paper, Buffer buffer, String seen, RedirectAttributes then) {
        var view = papers.open(actor, paper);
        var mine = Form.ofAll(buffer.fields());
        try {
            Content content = DraftForm.content(mine, enclosed.attachments(actor, mine.value("attached")));
            if (DraftPages.whole(view, actor)) {
                desk.chosen(actor, mine);
                var route = LineDesk.line(mine).route();
                drafts.save(actor, view, seen, new Drafts.Sheet(content, DraftForm.filing(mine), route));
            } else approvals.revise(actor, paper, seen, content, "");
            buffers.discard(actor, buffer.id());
            then.addFlashAttribute("notice", Words.here("approvals.conflict.mine.done"));
            return "redirect:/desk/approvals/papers/" + paper;
        } catch (Refused refused) {
            if (refused.code().equals("approvals.content.stale"))
                return "redirect:/desk/approvals/papers/" + paper + "/conflict?buffer=" + buffer.id();
            throw refused;
        }
    }

    private Buffer mine(Actor actor, UUID buffer, Paper.Id paper) {
        return buffers.find(actor, buffer)
                .filter(b -> paper.equals(b.paperOrNull()))
                .orElseThrow(() -> Refused.missing("approvals.buffer.missing"));
    }
}
