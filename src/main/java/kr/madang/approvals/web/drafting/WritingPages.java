package kr.madang.approvals.web.drafting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.madang.approvals.web.line.LineDesk;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Parts of the drafting form that a script fetches while one writes (작성 중 점검); without scripts the whole form comes back instead. */
@Controller
@RequestMapping("/desk/approvals/writing")
@Needs(room = "approvals", level = Level.WORK)
class WritingPages {
    private final DraftDesk desk;
    private final DraftSteps steps;
    private final LineDesk lines;

    WritingPages(DraftDesk desk, DraftSteps steps, LineDesk lines) {
        this.desk = desk;
        this.steps = steps;
        this.lines = lines;
    }

    @PostMapping("/findings")
    String findings(Actor actor, HttpServletRequest request, Model model) {
        var form = Form.of(request);
        model.addAttribute(
                "writing", DraftDesk.writing(form, desk.files(actor, form, "").uploads()));
        return "approvals/web/drafting/findings";
    }

    @PostMapping("/decision")
    String decision(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("deciding", desk.deciding(actor, Form.of(request)));
        return "approvals/web/drafting/decision";
    }

    @PostMapping("/people")
    String people(HttpServletRequest request, Model model) {
        model.addAttribute("people", lines.people(Form.of(request)));
        return "approvals/web/line/people";
    }

    @PostMapping("/line")
    String line(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = Form.of(request);
        var notice = "";
        var error = "";
        try {
            var step = form.value("do");
            notice = step.equals("propose")
                    ? steps.take(actor, form, step, request)
                    : LineDesk.knows(step) ? lines.step(actor, form, step) : "";
        } catch (Refused refused) {
            error = DraftDesk.said(refused);
            response.setStatus(422);
        }
        model.addAttribute("box", lines.box(actor, form, notice));
        model.addAttribute("error", error);
        return "approvals/web/line/line";
    }

    @PostMapping("/files")
    String files(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = Form.of(request);
        var error = "";
        try {
            steps.take(actor, form, form.value("do").startsWith("detach:") ? form.value("do") : "attach", request);
        } catch (Refused refused) {
            error = DraftDesk.said(refused);
            response.setStatus(refused.reason() == Refused.Reason.TOO_LARGE ? 413 : 422);
        }
        model.addAttribute("files", desk.files(actor, form, error));
        return "approvals/web/drafting/attached";
    }
}
