package kr.madang.approvals.web;

import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Move;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Printing;
import kr.madang.approvals.dispatch.office.OfficeCopies;
import kr.madang.approvals.line.Event;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.print.Layout;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.document.html.SheetHtml;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.PostedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One paper with its line and what may be done with it (문서 보기·결재). */
@Controller
@RequestMapping("/desk/approvals/papers/{id}")
@Needs(room = "approvals", level = Level.VIEW)
class PaperPages {
    private final Approvals approvals;
    private final Papers papers;
    private final Printing printing;
    private final OfficeCopies copies;
    private final UrgingDesk urging;

    PaperPages(Approvals approvals, Papers papers, Printing printing, OfficeCopies copies, UrgingDesk urging) {
        this.approvals = approvals;
        this.papers = papers;
        this.printing = printing;
        this.copies = copies;
        this.urging = urging;
    }

    @GetMapping
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(id, Form.empty(), actor, model);
    }

    @PostMapping("/acts")
    @Needs(room = "approvals", level = Level.WORK)
    String act(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var move = Arrays.stream(Move.values())
                            .filter(m -> m.word().equals(form.value("move")))
                            .findFirst()
                            .orElseThrow(() -> Refused.invalid("approvals.move.unknown"));
                    act(move, actor, Asked.paper(id), form);
                    sent.say("approvals.done." + move.word());
                    return "redirect:/desk/approvals/papers/" + id;
                },
                "words",
                (form, why) -> page(id, form, actor, model));
    }

    private void act(Move move, Actor actor, Paper.Id id, Form form) {
        var hash = form.value("hash");
        var words = form.value("words");
        switch (move) {
            case SUBMIT -> approvals.submit(actor, id, hash, words);
            case SIGN -> approvals.sign(actor, id, hash, words);
            case SIGN_FOR -> approvals.signFor(actor, id, person(form), hash, words);
            case DISSENT -> approvals.dissent(actor, id, hash, words);
            case RETURN -> approvals.sendBack(actor, id, words);
            case HOLD -> approvals.hold(actor, id, words);
            case RESUME -> approvals.resume(actor, id, words);
            case WITHDRAW -> approvals.withdraw(actor, id, words);
            case SKIP_REVIEW -> approvals.skipReview(actor, id, person(form), words);
            case CONFIRM_REPORT -> approvals.confirmReport(actor, id, words);
            case READ -> approvals.read(actor, id);
            case REVISE, REFILE, CHANGE_LINE, REDRAFT, DISCARD, RESTORE ->
                throw Refused.invalid("approvals.move.unknown");
        }
    }

    private static Person person(Form form) {
        var key = form.value("person");
        if (key.isEmpty()) throw Refused.invalid("approvals.move.person");
        return new Person(key);
    }

    String page(String id, Form form, Actor actor, Model model) {
        var view = papers.open(actor, Asked.paper(id));
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("history", history(view));
        model.addAttribute("letter", letter(view));
        model.addAttribute("urging", urging.of(actor, view));
        return "approvals/web/paper";
    }

    /** The paper as it will be printed; the writer escapes every word itself. */
    private Content letter(PaperView view) {
        var markup = SheetHtml.fragment(
                Layout.of(printing.letter(view, view.current().number(), copies.of(view))), 2);
        return out -> out.writeContent(markup);
    }

    /** Newest first. */
    private static List<Moment> history(PaperView view) {
        return view.paper().events().reversed().stream()
                .map(e -> new Moment(e.at(), e.kind().title(), who(view, e), e.words()))
                .toList();
    }

    private static String who(PaperView view, Event event) {
        var who = view.name(event.who());
        return event.forWhom() == null ? who : who + " (" + view.name(event.forWhom()) + ")";
    }
}
