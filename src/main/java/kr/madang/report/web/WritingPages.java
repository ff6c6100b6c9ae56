package kr.madang.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.report.Report;
import kr.madang.report.Reports;
import kr.madang.report.template.PageText;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of a report as teams write them (팀 작성), with a live preview, and the comments of review (검토 의견). */
@Controller
@RequestMapping("/desk/report/reports/{id}")
@Needs(room = "report", level = Level.VIEW)
class WritingPages {
    private final Reports reports;
    private final ReportViews views;
    private final Previews previews;

    WritingPages(Reports reports, ReportViews views, Previews previews) {
        this.reports = reports;
        this.views = views;
        this.previews = previews;
    }

    @GetMapping("/pages")
    ModelAndView pages(@PathVariable Report.Id id, Actor actor) {
        var report = reports.get(id);
        return new ModelAndView(
                "report/web/pages",
                Map.of("head", views.head(report, "/pages"), "pages", reports.pages(id), "actor", actor));
    }

    @GetMapping("/pages/{position}")
    ModelAndView edit(@PathVariable Report.Id id, @PathVariable int position, Actor actor) {
        var page = reports.page(id, position);
        return editor(reports.get(id), page, page.body(), page.latest(), actor, Map.of(), HttpStatus.OK);
    }

    private ModelAndView editor(
            Report report,
            Report.Page page,
            String text,
            int base,
            Actor actor,
            Map<String, Object> more,
            HttpStatus status) {
        var model = new HashMap<String, Object>();
        model.put("head", views.head(report, "/pages"));
        model.put("part", page);
        model.put("title", PageText.title(page.heading()));
        model.put("text", text);
        model.put("base", base);
        model.put("open", page.isOpenTo(actor, report.state()));
        model.put("preview", previews.page(report, reports.pages(report.id()), page, text));
        model.put("versions", reports.versions(report.id(), page.position()));
        model.put("refusal", "");
        model.put("theirs", List.of());
        model.putAll(more);
        return new ModelAndView("report/web/write", model, status);
    }

    @PutMapping("/pages/{position}")
    @Needs(room = "report", level = Level.WORK)
    ModelAndView save(
            @PathVariable Report.Id id,
            @PathVariable int position,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var form = Form.of(request);
        var text = String.join("", form.values("text"));
        int base = (int) Math.clamp(form.number("base").orElse(0), 0, Integer.MAX_VALUE);
        var report = reports.get(id);
        var page = reports.page(id, position);
        if (form.value("do").equals("preview")) return editor(report, page, text, base, actor, Map.of(), HttpStatus.OK);
        try {
            return switch (reports.write(actor, id, position, base, text)) {
                case Report.Saving.Saved saved -> {
                    flash.addFlashAttribute("notice", views.say("report.said.saved", saved.number()));
                    yield new ModelAndView("redirect:/desk/report/reports/" + id + "/pages/" + position);
                }
                case Report.Saving.Overtaken overtaken -> overtaken(report, page, text, overtaken, actor);
            };
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.MISSING) throw e;
            var status = HttpStatus.valueOf(e.reason().status());
            var words = views.say(e.code(), e.args().toArray());
            return editor(report, page, text, base, actor, Map.of("refusal", words), status);
        }
    }

    /** Shows both texts; the next save starts from theirs, so that it is a choice and not an accident. */
    private ModelAndView overtaken(
            Report report, Report.Page page, String text, Report.Saving.Overtaken overtaken, Actor actor) {
        var theirs = overtaken.theirs();
        return editor(
                report,
                reports.page(report.id(), page.position()),
                text,
                theirs.number(),
                actor,
                Map.of(
                        "refusal", views.say("report.page.overtaken", theirs.by(), theirs.number()),
                        "theirs", LineDiff.of(theirs.body(), text)),
                HttpStatus.CONFLICT);
    }

    @RequestMapping(
            path = "/pages/{position}/preview",
            method = {RequestMethod.POST, RequestMethod.PUT})
    ModelAndView preview(@PathVariable Report.Id id, @PathVariable int position, HttpServletRequest request) {
        var text = String.join("", Form.of(request).values("text"));
        return new ModelAndView(
                "report/web/preview",
                Map.of("preview", previews.page(reports.get(id), reports.pages(id), reports.page(id, position), text)));
    }

    @GetMapping("/pages/{position}/versions/{number}")
    ModelAndView version(@PathVariable Report.Id id, @PathVariable int position, @PathVariable int number) {
        var report = reports.get(id);
        var page = reports.page(id, position);
        var version = reports.versions(id, position).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.missing("report.page.version.unknown", number));
        return new ModelAndView(
                "report/web/version",
                Map.of(
                        "head", views.head(report, "/pages"),
                        "part", page,
                        "title", PageText.title(page.heading()),
                        "version", version,
                        "diff", LineDiff.of(version.body(), page.body())));
    }

    @GetMapping("/comments")
    ModelAndView comments(@PathVariable Report.Id id) {
        return comments(id, "", "", HttpStatus.OK);
    }

    private ModelAndView comments(Report.Id id, String typed, String refusal, HttpStatus status) {
        var report = reports.get(id);
        return new ModelAndView(
                "report/web/comments",
                Map.of(
                        "head", views.head(report, "/comments"),
                        "comments", reports.comments(id),
                        "pages", reports.pages(id),
                        "typed", typed,
                        "refusal", refusal,
                        "fresh", UUID.randomUUID().toString()),
                status);
    }

    @PostMapping("/comments")
    @Needs(room = "report", level = Level.WORK)
    ModelAndView comment(@PathVariable Report.Id id, Actor actor, HttpServletRequest request) {
        var form = Form.of(request);
        try {
            var position = form.number("position");
            reports.comment(
                    actor,
                    id,
                    uuid(form.value("id")),
                    position.isPresent() ? (int) Math.clamp(position.getAsLong(), 0, 100_000) : null,
                    form.value("body"));
            return new ModelAndView("redirect:/desk/report/reports/" + id + "/comments");
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.INVALID) throw e;
            var words = views.say(e.code(), e.args().toArray());
            return comments(id, form.value("body"), words, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("report.comment.empty");
        }
    }

    @PutMapping("/comments/{comment}/settlement")
    @Needs(room = "report", level = Level.WORK)
    String settle(@PathVariable Report.Id id, @PathVariable UUID comment, Actor actor) {
        reports.settle(actor, id, comment);
        return "redirect:/desk/report/reports/" + id + "/comments";
    }
}
