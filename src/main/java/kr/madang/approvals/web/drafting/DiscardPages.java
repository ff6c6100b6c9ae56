package kr.madang.approvals.web.drafting;

import java.util.UUID;
import kr.madang.approvals.desk.Approvals;
import kr.madang.approvals.desk.Discards;
import kr.madang.approvals.drafting.Buffers;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Throwing drafts away and bringing them back (버리기·되살리기). */
@Controller
@RequestMapping("/desk/approvals")
@Needs(room = "approvals", level = Level.WORK)
class DiscardPages {
    private static final String AT = "/desk/approvals/mine/discarded";
    private static final int ROWS = 20;

    private final Approvals approvals;
    private final Discards discards;
    private final Buffers buffers;

    DiscardPages(Approvals approvals, Discards discards, Buffers buffers) {
        this.approvals = approvals;
        this.discards = discards;
        this.buffers = buffers;
    }

    @GetMapping("/mine/discarded")
    String list(@RequestParam(defaultValue = "") String cursor, Actor actor, Model model) {
        var slice = discards.of(actor, cursor.isEmpty() ? null : cursor, ROWS);
        model.addAttribute("items", slice.rows());
        model.addAttribute(
                "buffers",
                buffers.thrownAway(actor).stream().map(DraftBox.Left::of).toList());
        model.addAttribute("window", Asked.window(AT, "", slice));
        return "approvals/web/drafting/discarded";
    }

    @PostMapping("/papers/{id}/discards")
    String discard(@PathVariable String id, Actor actor, RedirectAttributes then) {
        approvals.discard(actor, Asked.paper(id));
        then.addFlashAttribute("notice", Words.here("approvals.discard.done"));
        return "redirect:" + AT;
    }

    @PostMapping("/papers/{id}/restorations")
    String restore(@PathVariable String id, Actor actor, RedirectAttributes then) {
        approvals.restore(actor, Asked.paper(id));
        then.addFlashAttribute("notice", Words.here("approvals.restore.done"));
        return "redirect:/desk/approvals/papers/" + id;
    }

    @PostMapping("/buffers/{id}/restorations")
    String restore(@PathVariable UUID id, Actor actor, RedirectAttributes then) {
        var buffer = buffers.find(actor, id).orElseThrow(() -> Refused.missing("approvals.buffer.missing"));
        buffers.bringBack(actor, id);
        then.addFlashAttribute("notice", Words.here("approvals.restore.done"));
        var paper = buffer.paper();
        return "redirect:/desk/approvals/papers/" + (paper.isEmpty() ? "new" : paper.get() + "/edit") + "?buffer=" + id;
    }
}
