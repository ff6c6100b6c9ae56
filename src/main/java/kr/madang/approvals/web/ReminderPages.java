package kr.madang.approvals.web;

import java.util.UUID;
import kr.madang.approvals.line.Person;
import kr.madang.approvals.reminders.Reminders;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Reminding people of a paper (독촉) from its page. */
@Controller
@RequestMapping("/desk/approvals/papers/{id}/reminders")
@Needs(room = "approvals", level = Level.WORK)
class ReminderPages {
    private final Reminders reminders;
    private final PaperPages paper;

    ReminderPages(Reminders reminders, PaperPages paper) {
        this.reminders = reminders;
        this.paper = paper;
    }

    @PostMapping
    String remind(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    reminders.remind(actor, Asked.paper(id), whom(form), form.value("urgewords"));
                    sent.say("approvals.urge.done");
                    return "redirect:/desk/approvals/papers/" + id;
                },
                "urgewords",
                (form, why) -> paper.page(id, form, actor, model));
    }

    private static Person whom(Form form) {
        try {
            return Person.of(UUID.fromString(form.value("whom")));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("approvals.urge.whom");
        }
    }
}
