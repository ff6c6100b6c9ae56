package kr.madang.approvals.drafting;

import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Content;
import kr.madang.approvals.desk.Filing;
import kr.madang.approvals.desk.PaperView;
import kr.madang.approvals.desk.Route;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves a drafting form (기안문 저장) whole or not at all: text, filing and line are three verbs of the desk and one wish of the drafter. */
@Component
public class Drafts {
    /** What the form says. */
    public record Sheet(Content content, Filing filing, Route route) {}

    private final Approvals approvals;

    Drafts(Approvals approvals) {
        this.approvals = approvals;
    }

    /**
     * Puts the sheet in place of what the drafter saw, as far as they differ.
     *
     * @param view the paper as its drafter has just opened it
     * @param base hash of the content he began with
     * @throws Refused conflict {@code approvals.content.stale} when somebody wrote another content meanwhile
     */
    @Transactional
    public void save(Actor by, PaperView view, String base, Sheet sheet) {
        var id = view.paper().id();
        if (!view.hash().equals(base)) throw Refused.conflict("approvals.content.stale");
        boolean rewritten = !sheet.content().equals(Content.of(view.current()));
        if (rewritten) approvals.revise(by, id, base, sheet.content(), "");
        boolean refiled = !sheet.filing().equals(view.filing());
        boolean rerouted = !sheet.route().equals(Route.of(view.paper().line()));
        if (refiled) approvals.refile(by, id, sheet.filing(), sheet.route());
        else if (rerouted) approvals.changeLine(by, id, sheet.route(), "");
    }
}
