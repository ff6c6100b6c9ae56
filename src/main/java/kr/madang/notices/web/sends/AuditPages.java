package kr.madang.notices.web.sends;

import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.sends.Audits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the nightly counting of the ledger found (발송 점검). */
@Controller
@RequestMapping("/desk/notices/audit")
@Needs(room = "notices", level = Level.VIEW)
class AuditPages {
    private static final int RUNS = 30;

    private final Audits audits;

    AuditPages(Audits audits) {
        this.audits = audits;
    }

    @GetMapping
    String runs(Model model) {
        var runs = audits.list(RUNS);
        model.addAttribute("runs", runs);
        model.addAttribute(
                "findings",
                runs.isEmpty()
                        ? java.util.List.of()
                        : audits.findings(runs.getFirst().id()));
        return "notices/web/sends/audit";
    }

    @PostMapping
    @Needs(room = "notices", level = Level.WORK)
    String run(Actor actor, PostedForm sent) {
        var run = audits.run(actor);
        sent.say(run.findings() == 0 ? "notices.said.audit.fine" : "notices.said.audit.found", run.findings());
        return "redirect:/desk/notices/audit";
    }
}
