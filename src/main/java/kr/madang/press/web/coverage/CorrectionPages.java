package kr.madang.press.web.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Words;
import kr.madang.press.coverage.Articles;
import kr.madang.press.coverage.Correction;
import kr.madang.press.coverage.Corrections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Claims for corrections with their periods (정정보도 청구). */
@Controller
@RequestMapping("/desk/press")
@Needs(room = "press", level = Level.WORK)
public class CorrectionPages {
    private final Corrections corrections;
    private final Articles articles;

    CorrectionPages(Corrections corrections, Articles articles) {
        this.corrections = corrections;
        this.articles = articles;
    }

    /** A claim as the list shows it. @param days left until it is due; below zero when it is late */
    public record Line(Correction correction, Correction.@Nullable Due due, long days) {
        public String left() {
            if (due == null) return "";
            if (days < 0) return Words.here("press.correction.over", -days);
            return days == 0 ? Words.here("press.correction.today") : Words.here("press.correction.left", days);
        }

        public String what() {
            return due == null ? "" : Words.here(due.code());
        }

        public @Nullable LocalDate day() {
            return due == null ? null : due.day();
        }

        public String tone() {
            return days < 0 ? "danger" : days <= 3 ? "warning" : "neutral";
        }
    }

    private Line line(Correction correction) {
        var due = correction.due(corrections.rule(correction.kind(), correction.reportedOn()));
        return new Line(correction, due, due == null ? 0 : ChronoUnit.DAYS.between(corrections.today(), due.day()));
    }

    @GetMapping("/corrections")
    @Needs(room = "press", level = Level.VIEW)
    String list(Model model) {
        model.addAttribute("lines", corrections.list().stream().map(this::line).toList());
        return "press/web/coverage/corrections";
    }

    @GetMapping("/coverage/{id:[0-9a-f-]{36}}/correction")
    String draft(@PathVariable String id, Model model) {
        return draft(id, Form.empty().set("known", corrections.today().toString()), model);
    }

    private String draft(String id, Form form, Model model) {
        var article = articles.get(Asked.article(id));
        model.addAttribute("form", form);
        model.addAttribute("article", article);
        model.addAttribute(
                "rules",
                java.util.Arrays.stream(Correction.Kind.values())
                        .map(kind -> new Ruled(kind, corrections.rule(kind, article.day())))
                        .toList());
        return "press/web/coverage/correctionDraft";
    }

    /** The periods of one kind of claim. */
    public record Ruled(Correction.Kind kind, Correction.Rule rule) {}

    @PostMapping("/coverage/{id:[0-9a-f-]{36}}/correction")
    String claim(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var kind =
                            Asked.one(Correction.Kind.class, form.value("kind")).orElse(Correction.Kind.CORRECTION);
                    form.required("wrong");
                    form.required("right");
                    var known = form.day("known");
                    if (known.isEmpty() && form.ok()) form.refuse("known", "kernel.form.missing");
                    form.check();
                    var made = corrections.draft(
                            actor,
                            Asked.article(id),
                            kind,
                            form.value("wrong"),
                            form.value("right"),
                            known.orElseThrow());
                    sent.say("press.correction.said.drafted");
                    return "redirect:/desk/press/corrections/" + made.serial();
                },
                code -> switch (code) {
                    case "press.correction.wrong" -> "wrong";
                    case "press.correction.right" -> "right";
                    default -> "known";
                },
                (form, why) -> draft(id, form, model));
    }

    @GetMapping("/corrections/{serial:[0-9]{1,9}}")
    @Needs(room = "press", level = Level.VIEW)
    String correction(@PathVariable int serial, Model model) {
        return page(serial, Form.empty().set("day", corrections.today().toString()), model);
    }

    private String page(int serial, Form form, Model model) {
        var correction = corrections.get(serial);
        model.addAttribute("form", form);
        model.addAttribute("line", line(correction));
        model.addAttribute("rule", corrections.rule(correction.kind(), correction.reportedOn()));
        model.addAttribute("next", correction.state().next().stream().sorted().toList());
        model.addAttribute("moments", moments(serial));
        return "press/web/coverage/correction";
    }

    private List<Moment> moments(int serial) {
        return corrections.steps(serial).stream()
                .map(s -> new Moment(s.at(), Words.here(s.state().code()) + " (" + s.day() + ")", s.by(), s.words()))
                .toList();
    }

    @PutMapping("/corrections/{serial:[0-9]{1,9}}")
    String move(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var from = state(form.value("from"));
                    var to = state(form.value("to"));
                    var day = form.day("day");
                    if (day.isEmpty() && form.ok()) form.refuse("day", "kernel.form.missing");
                    form.check();
                    corrections.move(actor, serial, from, to, day.orElseThrow(), form.value("words"));
                    sent.say("press.correction.said.moved");
                    return "redirect:/desk/press/corrections/" + serial;
                },
                code -> code.equals("press.correction.words") ? "words" : "day",
                (form, why) -> page(serial, form, model));
    }

    private static Correction.State state(String typed) {
        return Asked.one(Correction.State.class, typed).orElseThrow(() -> Refused.invalid("press.correction.moved"));
    }
}
