package kr.madang.approvals.web;

import java.util.Arrays;
import java.util.Optional;
import kr.madang.approvals.desk.Duty;
import kr.madang.approvals.desk.Inbox;
import kr.madang.approvals.desk.PaperQuery;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.line.Status;
import kr.madang.approvals.reminders.Reminders;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for somebody, what he drafted, and the search (결재함·기안함·문서 찾기). */
@Controller
@RequestMapping("/desk/approvals")
@Needs(room = "approvals", level = Level.VIEW)
class ListPages {
    private static final int ROWS = 20;

    private final Inbox inbox;
    private final Papers papers;
    private final Reminders reminders;

    ListPages(Inbox inbox, Papers papers, Reminders reminders) {
        this.inbox = inbox;
        this.papers = papers;
        this.reminders = reminders;
    }

    @GetMapping("/inbox")
    String inbox(
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String urged,
            @RequestParam(defaultValue = "") String cursor,
            Actor actor,
            Model model) {
        var wanted =
                Arrays.stream(Duty.values()).filter(d -> d.word().equals(duty)).findFirst();
        boolean pressing = !urged.isEmpty();
        var slice = pressing
                ? inbox.urged(actor, blank(cursor), ROWS)
                : inbox.due(actor, wanted.orElse(null), blank(cursor), ROWS);
        model.addAttribute("counts", inbox.counts(actor));
        model.addAttribute("urged", reminders.of(slice.rows()));
        model.addAttribute("pressing", pressing);
        model.addAttribute("pressed", inbox.urged(actor));
        model.addAttribute("duty", wanted);
        model.addAttribute("items", slice.rows());
        var query = pressing
                ? Asked.query("urged", "yes")
                : Asked.query("duty", wanted.map(Duty::word).orElse(""));
        model.addAttribute("window", Asked.window("/desk/approvals/inbox", query, slice));
        return "approvals/web/inbox";
    }

    @GetMapping("/mine")
    String mine(
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String cursor,
            Actor actor,
            Model model) {
        boolean everything = !all.isEmpty();
        var slice = everything ? inbox.drafted(actor, blank(cursor), ROWS) : inbox.drafts(actor, blank(cursor), ROWS);
        model.addAttribute("all", everything);
        model.addAttribute("items", slice.rows());
        model.addAttribute(
                "window", Asked.window("/desk/approvals/mine", Asked.query("all", everything ? "yes" : ""), slice));
        return "approvals/web/mine";
    }

    @GetMapping("/papers")
    String papers(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String cursor,
            Actor actor,
            Model model) {
        Optional<Status> wanted = Arrays.stream(Status.values())
                .filter(s -> s.word().equals(status))
                .findFirst();
        var query = new PaperQuery(q, number, "", "", null, wanted.orElse(null), null, null);
        var slice = papers.find(actor, query, blank(cursor), ROWS);
        model.addAttribute("q", query.text());
        model.addAttribute("number", query.number());
        model.addAttribute("status", wanted.map(Status::word).orElse(""));
        model.addAttribute("items", slice.rows());
        var asked = Asked.query(
                "q",
                query.text(),
                "number",
                query.number(),
                "status",
                wanted.map(Status::word).orElse(""));
        model.addAttribute("window", Asked.window("/desk/approvals/papers", asked, slice));
        return "approvals/web/papers";
    }

    private static @Nullable String blank(String cursor) {
        return cursor.isEmpty() ? null : cursor;
    }
}
