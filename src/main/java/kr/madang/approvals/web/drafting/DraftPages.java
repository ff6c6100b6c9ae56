package kr.madang.approvals.web.drafting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.desk.Routes;
import kr.madang.approvals.drafting.Buffer;
import kr.madang.approvals.drafting.Buffers;
import kr.madang.approvals.drafting.Drafts;
import kr.madang.approvals.drafting.Enclosed;
import kr.madang.approvals.drafting.Sketch;
import kr.madang.approvals.line.Paper;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.web.Asked;
import kr.madang.approvals.web.line.LineDesk;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Writing a draft (기안): what it says, how it is filed, who decides. Every button but the last keeps what is typed in the buffer of the
 * window and comes back to the form, so it works without scripts and going back in the browser loses nothing.
 */
@Controller
@RequestMapping("/desk/approvals/papers")
@Needs(room = "approvals", level = Level.WORK)
class DraftPages {
    private static final String SAVE = "keep";

    private final Approvals approvals;
    private final Drafts drafts;
    private final Papers papers;
    private final Routes routes;
    private final Buffers buffers;
    private final Enclosed enclosed;
    private final DraftSteps steps;
    private final DraftDesk desk;

    DraftPages(
            Approvals approvals,
            Drafts drafts,
            Papers papers,
            Routes routes,
            Buffers buffers,
            Enclosed enclosed,
            DraftSteps steps,
            DraftDesk desk) {
        this.approvals = approvals;
        this.drafts = drafts;
        this.papers = papers;
        this.routes = routes;
        this.buffers = buffers;
        this.enclosed = enclosed;
        this.steps = steps;
        this.desk = desk;
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String buffer, Actor actor, Model model) {
        var kept = kept(actor, buffer, null);
        var form = kept.map(b -> Form.ofAll(b.fields())).orElseGet(Form::empty);
        if (form.value("line").isEmpty()) propose(actor, form).ifPresent(line -> form.set("line", line.text()));
        var at = new DraftBox.At("", "", window(buffer), kept.isPresent(), true, false);
        return desk.page(at, form, actor, model);
    }

    private Optional<Sketch> propose(Actor actor, Form form) {
        try {
            return routes.propose(actor, form.value("task"), DraftForm.amount(form))
                    .route()
                    .map(Sketch::of);
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    @PostMapping
    String draft(Actor actor, PostedForm sent, HttpServletRequest request, Model model) {
        var at = new DraftBox.At("", "", window(sent.form().value("buffer")), true, true, false);
        return sent.act(
                form -> {
                    if (step(form).isPresent()) return stepped(at, actor, sent, request);
                    desk.chosen(actor, form);
                    var id = approvals.draft(actor, content(actor, form), DraftForm.filing(form), route(form));
                    return saved(actor, id, at, sent);
                },
                DraftPages::field,
                (form, why) -> desk.page(at, form, actor, model));
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable String id, @RequestParam(defaultValue = "") String buffer, Actor actor, Model model) {
        var view = papers.open(actor, Asked.paper(id));
        var kept = kept(actor, buffer, view.paper().id());
        var form = kept.map(b -> Form.ofAll(b.fields())).orElseGet(() -> filled(actor, view));
        var base = kept.isPresent() ? form.value("base") : view.hash();
        var stale = !base.equals(view.hash());
        var at = new DraftBox.At(id, base, window(buffer), kept.isPresent(), whole(view, actor), stale);
        return desk.page(at, form, actor, model);
    }

    private Form filled(Actor actor, PaperView view) {
        var line = Route.of(view.paper().line());
        return DraftForm.filled(view.current(), view.filing(), line)
                .set("attached", enclosed.of(actor, view.current().attachments()));
    }

    /** Filing and line are the drafter's as long as he has the paper; a reviewer corrects the text. */
    static boolean whole(PaperView view, Actor actor) {
        return view.paper().status().withDrafter()
                && view.paper().line().drafter().equals(Person.of(actor.id()));
    }

    @PutMapping("/{id}/content")
    String revise(@PathVariable String id, Actor actor, PostedForm sent, HttpServletRequest request, Model model) {
        var view = papers.open(actor, Asked.paper(id));
        var base = sent.form().value("base");
        var window = window(sent.form().value("buffer"));
        var at = new DraftBox.At(id, base, window, true, whole(view, actor), false);
        return sent.act(
                form -> {
                    if (step(form).isPresent()) return stepped(at, actor, sent, request);
                    try {
                        save(actor, view, base, form);
                        return saved(actor, view.paper().id(), at, sent);
                    } catch (Refused refused) {
                        if (!refused.code().equals("approvals.content.stale")) throw refused;
                        buffers.keep(
                                actor, UUID.fromString(window), view.paper().id(), form.all());
                        return "redirect:/desk/approvals/papers/" + id + "/conflict?buffer=" + window;
                    }
                },
                DraftPages::field,
                (form, why) -> desk.page(at, form, actor, model));
    }

    private void save(Actor actor, PaperView view, String base, Form form) {
        boolean whole = whole(view, actor);
        if (!view.hash().equals(base)) throw Refused.conflict("approvals.content.stale");
        var content = content(actor, form);
        if (whole) desk.chosen(actor, form);
        if (whole) drafts.save(actor, view, base, new Drafts.Sheet(content, DraftForm.filing(form), route(form)));
        else approvals.revise(actor, view.paper().id(), base, content, "");
    }

    /** A fresh draft in place of an old paper, with its text, its attachments and its line. */
    @PostMapping("/{id}/redrafts")
    String redraft(@PathVariable String id, Actor actor) {
        var view = papers.open(actor, Asked.paper(id));
        Paper.Id fresh = approvals.redraft(
                actor,
                Asked.paper(id),
                Content.of(view.current()),
                Route.of(view.paper().line()));
        return "redirect:/desk/approvals/papers/" + fresh + "/edit";
    }

    private Content content(Actor actor, Form form) {
        return DraftForm.content(form, enclosed.attachments(actor, form.value("attached")));
    }

    private static Route route(Form form) {
        return LineDesk.line(form).route();
    }

    private String saved(Actor actor, Paper.Id id, DraftBox.At at, PostedForm sent) {
        buffers.discard(actor, UUID.fromString(at.buffer()));
        sent.say("approvals.draft.kept");
        return "redirect:/desk/approvals/papers/" + id;
    }

    private static Optional<String> step(Form form) {
        return Optional.of(form.value("do")).filter(step -> !step.isEmpty() && !step.equals(SAVE));
    }

    private String stepped(DraftBox.At at, Actor actor, PostedForm sent, HttpServletRequest request) {
        var form = sent.form();
        var step = form.value("do");
        var buffer = UUID.fromString(at.buffer());
        var paper = at.fresh() ? null : Asked.paper(at.id());
        try {
            var said = steps.take(actor, form, step, request);
            if (!said.isEmpty()) sent.say(said);
        } finally {
            // what is typed stays, whatever becomes of the step
            buffers.keep(actor, buffer, paper, form.all());
        }
        return "redirect:" + at.again() + "?buffer=" + buffer + DraftSteps.anchor(step);
    }

    private Optional<Buffer> kept(Actor actor, String buffer, Paper.@Nullable Id paper) {
        if (buffer.isEmpty()) return Optional.empty();
        return buffers.find(actor, UUID.fromString(window(buffer)))
                .filter(b -> b.paper().equals(Optional.ofNullable(paper)));
    }

    /** The number of this window's buffer; a form that comes without one gets one. */
    static String window(String sent) {
        try {
            return UUID.fromString(sent).toString();
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID().toString();
        }
    }

    private static String field(String code) {
        if (code.equals("approvals.task.pick")) return "pick";
        if (code.startsWith("approvals.task.code")) return "unittask";
        if (code.startsWith("approvals.task.")) return "unittasktitle";
        if (code.startsWith("approvals.disclosure.")) return "disclosure";
        if (code.startsWith("approvals.filing.")) return "second";
        if (code.startsWith("approvals.delegation.") || code.startsWith("kernel.number.")) return "amount";
        if (code.startsWith("approvals.table.")) return "task";
        if (code.startsWith("approvals.upload.") || code.equals("approvals.content.attachments")) return "files";
        if (code.startsWith("approvals.line.")
                || code.startsWith("approvals.draft.")
                || code.startsWith("approvals.sketch.")
                || code.startsWith("approvals.saved.")
                || code.startsWith("approvals.review.")) return "line-editor";
        if (code.startsWith("approvals.text.") || code.startsWith("approvals.buffer.")) return "text";
        return code.endsWith("summary") ? "summary" : code.endsWith("keywords") ? "keywords" : "title";
    }
}
