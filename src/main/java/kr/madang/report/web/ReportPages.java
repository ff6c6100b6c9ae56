package kr.madang.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Window;
import kr.madang.report.Format;
import kr.madang.report.Report;
import kr.madang.report.Reports;
import kr.madang.report.Templates;
import kr.madang.report.template.TemplateReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reports (주요업무 보고): the list, a new one, one as it reads, its cover, and its files. */
@Controller
@RequestMapping("/desk/report/reports")
@Needs(room = "report", level = Level.VIEW)
class ReportPages {
    private static final int SIZE = 20;

    private final Reports reports;
    private final Templates templates;
    private final ReportViews views;
    private final Clock clock;

    ReportPages(Reports reports, Templates templates, ReportViews views, Clock clock) {
        this.reports = reports;
        this.templates = templates;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page) {
        var wanted = Arrays.stream(Report.State.values())
                .filter(s -> s.name().equals(state))
                .findFirst()
                .orElse(null);
        long total = reports.count(year, wanted);
        int shown = Math.clamp(page, 1, (int) Math.max(1, Math.min(1_000_000, Math.ceilDiv(total, (long) SIZE))));
        var window = Window.numbered(
                total,
                shown,
                SIZE,
                p -> "/desk/report/reports?page=" + p + (year == null ? "" : "&year=" + year) + "&state="
                        + (wanted == null ? "" : wanted));
        return new ModelAndView(
                "report/web/list",
                Map.of(
                        "reports",
                        reports.list(year, wanted, SIZE, (shown - 1) * SIZE),
                        "window",
                        window,
                        "years",
                        reports.years(),
                        "year",
                        year == null ? "" : year.toString(),
                        "state",
                        wanted == null ? "" : wanted.name()));
    }

    @GetMapping("/new")
    @Needs(room = "report", level = Level.APPROVE)
    ModelAndView blank(@RequestParam(defaultValue = "") String template) {
        var form = templates
                .find(template)
                .map(t -> proposal(template, templates.version(t, t.latest()).body()))
                .orElseGet(Form::empty);
        return form(template, Id.next(clock.instant()).toString(), form, HttpStatus.OK);
    }

    /** What the template itself proposes for the cover. */
    private static Form proposal(String code, String body) {
        var cover = TemplateReader.read(body).cover();
        var year = cover.asOf().isEmpty() ? "" : cover.asOf().substring(0, 4);
        return Form.of(Map.of(
                "template", code,
                "title", cover.title(),
                "section", cover.section(),
                "session", cover.session(),
                "dates", cover.dates(),
                "asOf", cover.asOf(),
                "year", year,
                "contents", cover.contents() ? "on" : ""));
    }

    private ModelAndView form(String template, String id, Form form, HttpStatus status) {
        var options = templates.list().stream()
                .map(t -> new Option(t.code(), t.code() + " · " + t.title()))
                .toList();
        return new ModelAndView(
                "report/web/create",
                Map.of("id", id, "template", template, "form", form, "templates", options),
                status);
    }

    @PostMapping
    @Needs(room = "report", level = Level.APPROVE)
    ModelAndView open(Actor actor, HttpServletRequest request) {
        var form = Form.of(request);
        var template = form.required("template");
        var cover = cover(form);
        var asOf = form.day("asOf");
        if (asOf.isEmpty() && form.value("asOf").isEmpty()) form.refuse("asOf", "kernel.form.missing");
        var year = form.number("year");
        if (year.isEmpty() && form.value("year").isEmpty()) form.refuse("year", "kernel.form.missing");
        if (!form.ok()) return form(template, form.value("id"), form, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            int inYear = Math.toIntExact(Math.clamp(year.orElseThrow(), 0, 9999));
            var report =
                    reports.open(actor, Report.Id.of(form.value("id")), template, inYear, asOf.orElseThrow(), cover);
            return new ModelAndView("redirect:/desk/report/reports/" + report.id());
        } catch (Refused e) {
            form.refuse(
                    e.code().equals("report.year") ? "year" : "asOf",
                    e.code(),
                    e.args().toArray());
            return form(template, form.value("id"), form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Report.Cover cover(Form form) {
        return new Report.Cover(
                form.required("title"),
                form.required("section"),
                form.value("session"),
                form.value("dates"),
                form.checked("contents"));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable Report.Id id, Actor actor) {
        return views.paper(id, actor);
    }

    @GetMapping("/{id}/cover")
    @Needs(room = "report", level = Level.APPROVE)
    ModelAndView cover(@PathVariable Report.Id id) {
        var report = reports.get(id);
        var form = Form.of(Map.of(
                "title", report.cover().title(),
                "section", report.cover().section(),
                "session", report.cover().session(),
                "dates", report.cover().dates(),
                "asOf", report.asOf().toString(),
                "year", Integer.toString(report.year()),
                "contents", report.cover().contents() ? "on" : ""));
        return new ModelAndView("report/web/cover", Map.of("report", report, "form", form));
    }

    @PutMapping("/{id}/cover")
    @Needs(room = "report", level = Level.APPROVE)
    ModelAndView describe(
            @PathVariable Report.Id id, Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        var form = Form.of(request);
        var cover = cover(form);
        var asOf = form.day("asOf");
        var year = form.number("year");
        if (asOf.isEmpty() && form.value("asOf").isEmpty()) form.refuse("asOf", "kernel.form.missing");
        if (year.isEmpty() && form.value("year").isEmpty()) form.refuse("year", "kernel.form.missing");
        if (form.ok())
            try {
                LocalDate day = asOf.orElseThrow();
                reports.describe(actor, id, (int) Math.clamp(year.orElseThrow(), 0, 9999), day, cover);
                flash.addFlashAttribute("notice", views.say("report.said.cover"));
                return new ModelAndView("redirect:/desk/report/reports/" + id);
            } catch (Refused e) {
                if (e.reason() != Refused.Reason.INVALID) throw e;
                form.refuse(
                        e.code().equals("report.year") ? "year" : "asOf",
                        e.code(),
                        e.args().toArray());
            }
        return new ModelAndView(
                "report/web/cover", Map.of("report", reports.get(id), "form", form), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}/document.{ending}")
    ResponseEntity<byte[]> download(@PathVariable Report.Id id, @PathVariable String ending) {
        var format = Format.of(ending).orElseThrow(() -> Refused.missing("report.format", ending));
        var report = reports.get(id);
        var name = (report.cover().title() + "_" + report.asOf()
                        + (report.state().isSealed() ? "" : "_초안"))
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+", "_");
        var disposition = ContentDisposition.attachment()
                .filename(name + "." + format.word(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .body(format.write(views.document(report)));
    }
}
