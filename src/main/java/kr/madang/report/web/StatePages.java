package kr.madang.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Moment;
import kr.madang.report.FreezeApproval;
import kr.madang.report.Freezing;
import kr.madang.report.Report;
import kr.madang.report.Reports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a report stands (처리 경과): passing it on, asking for approval, issuing, and what would be different now. */
@Controller
@RequestMapping("/desk/report/reports/{id}")
@Needs(room = "report", level = Level.VIEW)
class StatePages {
    private final Reports reports;
    private final Freezing freezing;
    private final FreezeApproval approval;
    private final ReportViews views;

    StatePages(Reports reports, Freezing freezing, FreezeApproval approval, ReportViews views) {
        this.reports = reports;
        this.freezing = freezing;
        this.approval = approval;
        this.views = views;
    }

    @GetMapping("/steps")
    ModelAndView steps(@PathVariable Report.Id id) {
        var report = reports.get(id);
        var moments = reports.steps(id).stream()
                .map(s -> new Moment(s.at(), views.say("report.state." + s.to()), s.by(), s.reason()))
                .toList();
        return new ModelAndView("report/web/steps", Map.of("head", views.head(report, "/steps"), "moments", moments));
    }

    @PutMapping("/state")
    @Needs(room = "report", level = Level.APPROVE)
    String move(@PathVariable Report.Id id, Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        var form = Form.of(request);
        var to = Arrays.stream(Report.State.values())
                .filter(s -> s.name().equals(form.value("to")))
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid("report.state", reports.get(id).state().word(), form.value("to")));
        reports.move(actor, id, to, form.value("reason"));
        flash.addFlashAttribute("notice", views.say("report.said.moved", views.say("report.state." + to)));
        return "redirect:/desk/report/reports/" + id;
    }

    /** Leads to the paper, which its drafter looks over and sends on. */
    @PostMapping("/approval")
    @Needs(room = "report", level = Level.WORK)
    String ask(@PathVariable Report.Id id, Actor actor, RedirectAttributes flash) {
        var paper = approval.ask(actor, id);
        flash.addFlashAttribute("notice", views.say("report.said.asked"));
        return "redirect:/desk/approvals/papers/" + paper;
    }

    @DeleteMapping("/approval")
    @Needs(room = "report", level = Level.WORK)
    String takeBack(@PathVariable Report.Id id, Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        approval.takeBack(actor, id, Form.of(request).value("reason"));
        flash.addFlashAttribute("notice", views.say("report.said.takenback"));
        return "redirect:/desk/report/reports/" + id;
    }

    @PutMapping("/issue")
    @Needs(room = "report", level = Level.APPROVE)
    String issue(@PathVariable Report.Id id, Actor actor, RedirectAttributes flash) {
        int number = freezing.issue(actor, id);
        flash.addFlashAttribute(
                "notice",
                views.say("report.said.issued", String.valueOf(reports.get(id).year()), number));
        return "redirect:/desk/report/reports/" + id;
    }

    @GetMapping("/differences")
    ModelAndView differences(@PathVariable Report.Id id) {
        var report = reports.get(id);
        var frozen = freezing.get(id);
        return new ModelAndView(
                "report/web/differences",
                Map.of(
                        "head", views.head(report, "/differences"),
                        "differences", freezing.differences(frozen),
                        "compared", frozen.figures().size()));
    }
}
