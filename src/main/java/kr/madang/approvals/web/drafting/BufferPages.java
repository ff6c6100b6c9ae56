package kr.madang.approvals.web.drafting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import kr.madang.approvals.desk.Access;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Route;
import kr.madang.approvals.drafting.Buffers;
import kr.madang.approvals.drafting.Enclosed;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the script of the drafting form keeps what is typed (자동 저장), and where drafts start from something that is there already. */
@Controller
@RequestMapping("/desk/approvals")
@Needs(room = "approvals", level = Level.WORK)
class BufferPages {
    private final Buffers buffers;
    private final Papers papers;
    private final Access access;
    private final Enclosed enclosed;

    BufferPages(Buffers buffers, Papers papers, Access access, Enclosed enclosed) {
        this.buffers = buffers;
        this.papers = papers;
        this.access = access;
        this.enclosed = enclosed;
    }

    @PostMapping("/buffers/{id}")
    ResponseEntity<Void> keep(@PathVariable UUID id, Actor actor, HttpServletRequest request) {
        var form = Form.of(request);
        var paper = form.value("paper").isEmpty() ? null : Asked.paper(form.value("paper"));
        // no look: the person opened the paper when the form was shown, and this comes every few seconds
        if (paper != null && !access.mayRead(actor, paper)) throw Refused.missing("approvals.paper.missing");
        buffers.keep(actor, id, paper, form.all());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/buffers/{id}")
    String discard(@PathVariable UUID id, Actor actor, RedirectAttributes then) {
        var buffer = buffers.find(actor, id).orElseThrow(() -> Refused.missing("approvals.buffer.missing"));
        buffers.throwAway(actor, id);
        then.addFlashAttribute("notice", Words.here("approvals.buffer.discarded"));
        var paper = buffer.paper();
        return "redirect:/desk/approvals/papers/" + (paper.isEmpty() ? "new" : paper.get() + "/edit");
    }

    /** A new draft that begins as an old paper ended: text, filing, line and attachments; the old one is not touched. */
    @PostMapping("/papers/{id}/copies")
    String copy(@PathVariable String id, Actor actor) {
        var view = papers.open(actor, Asked.paper(id));
        var route = Route.of(view.paper().line());
        var form = DraftForm.filled(view.current(), view.filing(), route)
                .set("attached", enclosed.of(actor, view.current().attachments()));
        if (!view.paper().line().drafter().key().equals(actor.id().toString())) form.set("line", "");
        var buffer = UUID.randomUUID();
        buffers.keep(actor, buffer, null, form.all());
        return "redirect:/desk/approvals/papers/new?buffer=" + buffer;
    }
}
