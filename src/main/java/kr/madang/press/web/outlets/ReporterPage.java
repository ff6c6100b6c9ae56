package kr.madang.press.web.outlets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.outlets.Contact;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.outlets.Reporter;
import kr.madang.press.outlets.ReporterHistory;
import kr.madang.press.outlets.Reporters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One reporter (기자): who he is, what he agreed to, where he wrote. Who may not write sees his addresses masked. */
@Controller
@RequestMapping(ReporterPages.AT + "/{id:[0-9a-f-]{36}}")
@Needs(room = "press", level = Level.VIEW)
class ReporterPage {
    private final Reporters reporters;
    private final ReporterHistory history;
    private final Outlets outlets;
    private final Clock clock;

    ReporterPage(Reporters reporters, ReporterHistory history, Outlets outlets, Clock clock) {
        this.reporters = reporters;
        this.history = history;
        this.outlets = outlets;
        this.clock = clock;
    }

    @GetMapping
    @PersonalData(task = "기자 조회")
    String reporter(@PathVariable UUID id, Actor actor, Model model) {
        var reporter = reporters.get(id);
        var contact = actor.may("press", Level.WORK) && !reporter.erased()
                ? reporters.contact(actor, id, "기자 정보 확인")
                : new Contact(reporter.mail(), reporter.phone());
        var form = Form.empty()
                .set("name", reporter.name())
                .set("title", reporter.title())
                .set("beats", String.join(", ", reporter.beats()))
                .set("note", reporter.note())
                .set("mail", contact.mail())
                .set("phone", contact.phone());
        return page(reporter, form, model);
    }

    private String page(Reporter reporter, Form form, Model model) {
        model.addAttribute("reporter", reporter);
        model.addAttribute("form", form);
        model.addAttribute("today", today().toString());
        model.addAttribute("posts", history.posts(reporter.id()));
        model.addAttribute("consents", history.consents(reporter.id()));
        model.addAttribute("bounces", history.bounces(reporter.id()));
        model.addAttribute("wordings", history.wordings());
        model.addAttribute("outlets", Asked.outlets(outlets.all()));
        return "press/web/outlets/reporter";
    }

    @PutMapping
    @Needs(room = "press", level = Level.WORK)
    @PersonalData(task = "기자 정보 수정")
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, "press.reporters.said.saved", form -> {
            var outlet = reporters.get(id).outlet();
            reporters.change(actor, id, ReporterPages.draft(form, outlet));
        });
    }

    @PostMapping("/posts")
    @Needs(room = "press", level = Level.WORK)
    @PersonalData(task = "기자 매체 이동")
    String move(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, "press.reporters.said.moved", form -> {
            var on = form.day("on").orElse(today());
            var outlet = Asked.id(form.value("outlet"));
            if (outlet.isEmpty()) form.refuse("outlet", "kernel.form.missing");
            form.check();
            reporters.move(actor, id, outlet.orElseThrow(), on);
        });
    }

    @PostMapping("/consents")
    @Needs(room = "press", level = Level.WORK)
    @PersonalData(task = "기자 동의 기록")
    String consent(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, "press.reporters.said.consent", form -> {
            var on = form.day("given").orElse(today());
            form.check();
            var source = Asked.one(Reporter.Source.class, form.value("source")).orElse(Reporter.Source.CARD);
            reporters.consent(actor, id, form.value("version"), source, on);
        });
    }

    @DeleteMapping("/consents")
    @Needs(room = "press", level = Level.WORK)
    @PersonalData(task = "기자 동의 철회")
    String withdraw(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(
                id,
                sent,
                model,
                "press.reporters.said.withdrawn",
                form -> reporters.withdraw(actor, id, form.value("withdrawn")));
    }

    @PostMapping("/retirement")
    @Needs(room = "press", level = Level.WORK)
    String retire(@PathVariable UUID id, Actor actor, PostedForm sent) {
        reporters.retire(actor, id, true);
        sent.say("press.reporters.said.retired");
        return "redirect:" + ReporterPages.AT + "/" + id;
    }

    @DeleteMapping("/retirement")
    @Needs(room = "press", level = Level.WORK)
    String comeBack(@PathVariable UUID id, Actor actor, PostedForm sent) {
        reporters.retire(actor, id, false);
        sent.say("press.reporters.said.returned");
        return "redirect:" + ReporterPages.AT + "/" + id;
    }

    @DeleteMapping
    @Needs(room = "press", level = Level.WORK)
    @PersonalData(task = "기자 정보 삭제")
    String erase(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(
                id,
                sent,
                model,
                "press.reporters.said.erased",
                form -> reporters.erase(actor, id, form.value("erased")));
    }

    private interface Change {
        void by(Form form);
    }

    private String act(UUID id, PostedForm sent, Model model, String said, Change change) {
        return sent.act(
                form -> {
                    change.by(form);
                    sent.say(said);
                    return "redirect:" + ReporterPages.AT + "/" + id;
                },
                ReporterPage::field,
                (form, why) -> page(reporters.get(id), form, model));
    }

    private static String field(String code) {
        return switch (code) {
            case "press.reporter.move.day", "press.reporter.move.same" -> "on";
            case "press.consent.future" -> "given";
            case "press.consent.withdrawn.before" -> "source";
            case "press.reporter.why" -> "erased";
            default -> ReporterPages.field(code);
        };
    }

    private LocalDate today() {
        return Workdays.day(clock.instant());
    }
}
