package kr.madang.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.report.Templates;
import kr.madang.report.template.ShippedTemplate;
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

/** The templates (서식): the list, the editor with live preview, versions compared and restored. */
@Controller
@RequestMapping("/desk/report/templates")
@Needs(room = "report", level = Level.VIEW)
class TemplatePages {
    private final Templates templates;
    private final Previews previews;
    private final Sayings sayings;

    TemplatePages(Templates templates, Previews previews, Sayings sayings) {
        this.templates = templates;
        this.previews = previews;
        this.sayings = sayings;
    }

    @GetMapping
    ModelAndView list() {
        return list(Form.empty(), "", HttpStatus.OK);
    }

    private ModelAndView list(Form form, String refusal, HttpStatus status) {
        var kept = templates.list();
        var missing = ShippedTemplate.all().stream()
                .map(ShippedTemplate::code)
                .filter(code -> kept.stream().noneMatch(t -> t.code().equals(code)))
                .toList();
        return new ModelAndView(
                "report/web/templates",
                Map.of("templates", kept, "missing", missing, "form", form, "refusal", refusal),
                status);
    }

    /** A new template, from the text of another or of one that came with the program. */
    @PostMapping
    @Needs(room = "report", level = Level.MANAGE)
    ModelAndView create(Actor actor, HttpServletRequest request) {
        var form = Form.of(request);
        try {
            var code = form.value("code");
            var text = templates
                    .text(form.value("from"))
                    .orElseThrow(() -> Refused.invalid("report.template.unknown", form.value("from")));
            templates.create(actor, code, text, "");
            return new ModelAndView("redirect:/desk/report/templates/" + code);
        } catch (Refused e) {
            var status = HttpStatus.valueOf(e.reason().status());
            return list(form, sayings.say(e.code(), e.args().toArray()), status);
        }
    }

    @GetMapping("/{code}")
    ModelAndView edit(@PathVariable String code) {
        var template = templates.get(code);
        var newest = templates.version(template, template.latest());
        return editor(code, newest.body(), template.latest(), "", "", List.of(), HttpStatus.OK);
    }

    private ModelAndView editor(
            String code,
            String text,
            int base,
            String note,
            String refusal,
            List<LineDiff.Line> theirs,
            HttpStatus status) {
        var template = templates.get(code);
        var model = new HashMap<String, Object>();
        model.put("template", template);
        model.put("text", text);
        model.put("base", base);
        model.put("note", note);
        model.put("refusal", refusal);
        model.put("theirs", theirs);
        model.put("preview", previews.template(text));
        model.put("versions", templates.versions(template));
        return new ModelAndView("report/web/template", model, status);
    }

    @PutMapping("/{code}")
    @Needs(room = "report", level = Level.MANAGE)
    ModelAndView save(@PathVariable String code, Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        var form = Form.of(request);
        var text = String.join("", form.values("text")).replace("\r\n", "\n");
        int base = (int) Math.clamp(form.number("base").orElse(0), 0, Integer.MAX_VALUE);
        var note = form.value("note");
        if (form.value("do").equals("preview")) return editor(code, text, base, note, "", List.of(), HttpStatus.OK);
        try {
            int number = templates.save(actor, code, base, text, note);
            flash.addFlashAttribute("notice", sayings.say("report.said.saved", number));
            return new ModelAndView("redirect:/desk/report/templates/" + code);
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.MISSING) throw e;
            boolean overtaken = e.reason() == Refused.Reason.CONFLICT;
            var template = templates.get(code);
            var theirs = overtaken
                    ? LineDiff.of(templates.version(template, template.latest()).body(), text)
                    : List.<LineDiff.Line>of();
            return editor(
                    code,
                    text,
                    overtaken ? template.latest() : base,
                    note,
                    sayings.say(e.code(), e.args().toArray()),
                    theirs,
                    HttpStatus.valueOf(e.reason().status()));
        }
    }

    @RequestMapping(
            path = "/{code}/preview",
            method = {RequestMethod.POST, RequestMethod.PUT})
    ModelAndView preview(@PathVariable String code, HttpServletRequest request) {
        var text = String.join("", Form.of(request).values("text"));
        return new ModelAndView("report/web/preview", Map.of("preview", previews.template(text)));
    }

    @GetMapping("/{code}/versions/{number}")
    ModelAndView version(@PathVariable String code, @PathVariable int number) {
        var template = templates.get(code);
        var version = templates.version(template, number);
        var newest = templates.version(template, template.latest());
        return new ModelAndView(
                "report/web/templateVersion",
                Map.of(
                        "template", template,
                        "version", version,
                        "diff", LineDiff.of(version.body(), newest.body())));
    }

    @PutMapping("/{code}/versions/{number}/restoration")
    @Needs(room = "report", level = Level.MANAGE)
    String restore(@PathVariable String code, @PathVariable int number, Actor actor, RedirectAttributes flash) {
        int newest = templates.restore(actor, code, number);
        flash.addFlashAttribute("notice", sayings.say("report.said.restored", number, newest));
        return "redirect:/desk/report/templates/" + code;
    }
}
