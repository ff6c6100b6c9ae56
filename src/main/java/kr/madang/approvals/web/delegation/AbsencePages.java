package kr.madang.approvals.web.delegation;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.approvals.delegation.Absence;
import kr.madang.approvals.desk.AbsenceCalendar;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.web.Asked;
import kr.madang.approvals.web.People;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The absence calendar (부재·대결 설정): who is away, and who decides in the meantime. */
@Controller
@RequestMapping("/desk/approvals/absences")
@Needs(room = "approvals", level = Level.WORK)
class AbsencePages {
    private static final String PATH = "/desk/approvals/absences";

    private final AbsenceCalendar calendar;
    private final People people;
    private final Asked asked;

    AbsencePages(AbsenceCalendar calendar, People people, Asked asked) {
        this.calendar = calendar;
        this.people = people;
        this.asked = asked;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var today = asked.today().toString();
        return page(Form.of(Map.of("first", today, "last", today, "cause", "leave")), actor, model);
    }

    private String page(Form form, Actor actor, Model model) {
        var planned = calendar.ahead(actor);
        var names = planned.stream()
                .map(AbsenceCalendar.Planned::absence)
                .flatMap(a -> java.util.stream.Stream.of(a.who(), a.deputy()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Person::key, people::name));
        model.addAttribute("form", form);
        model.addAttribute("planned", planned);
        model.addAttribute("names", names);
        model.addAttribute("today", asked.today());
        return "approvals/web/delegation/absences";
    }

    @PostMapping
    String plan(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var first = form.day("first");
                    var last = form.day("last");
                    if (first.isEmpty() && form.ok()) form.refuse("first", "kernel.form.missing");
                    if (last.isEmpty() && form.ok()) form.refuse("last", "kernel.form.missing");
                    if (form.ok() && last.orElseThrow().isBefore(first.orElseThrow()))
                        form.refuse("last", "approvals.absence.reversed");
                    form.check();
                    var who = form.value("who").isEmpty() ? Person.of(actor.id()) : people.meant(form.value("who"));
                    var deputy = form.value("deputy").isEmpty() ? null : people.meant(form.value("deputy"));
                    var days = new Period(first.orElseThrow(), last.orElseThrow());
                    calendar.plan(actor, new Absence(who, days, cause(form), deputy));
                    sent.say("approvals.absence.kept");
                    return "redirect:" + PATH;
                },
                AbsencePages::field,
                (form, why) -> page(form, actor, model));
    }

    private static Absence.Cause cause(Form form) {
        return Arrays.stream(Absence.Cause.values())
                .filter(c -> c.name().equalsIgnoreCase(form.value("cause")))
                .findFirst()
                .orElse(Absence.Cause.OTHER);
    }

    private static String field(String code) {
        return code.equals("approvals.absence.overlap") ? "first" : "deputy";
    }

    @DeleteMapping("/{id}")
    String end(@PathVariable String id, Actor actor, RedirectAttributes then) {
        try {
            calendar.end(actor, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.absence.missing");
        }
        then.addFlashAttribute("notice", Words.here("approvals.absence.over"));
        return "redirect:" + PATH;
    }
}
