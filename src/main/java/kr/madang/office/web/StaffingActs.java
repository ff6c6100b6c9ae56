package kr.madang.office.web;

import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.Span;
import kr.madang.office.staffing.Kind;
import kr.madang.office.staffing.Postings;
import kr.madang.office.staffing.Postings.Place;
import kr.madang.office.staffing.Rank;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Personnel orders given on the pages. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.MANAGE)
class StaffingActs {
    private final Postings postings;
    private final Again again;

    StaffingActs(Postings postings, Again again) {
        this.postings = postings;
        this.again = again;
    }

    @PostMapping("/posts")
    String open(Actor by, PostedForm sent, Model model) {
        return again.act(Act.POST_OPEN, sent, model, form -> {
            var from = Typed.day(form, "from");
            var post = postings.openPost(
                    by, form.value("number"), Typed.idOrNull(form, "team"), form.value("title"), rank(form), from);
            return "redirect:/desk/office/posts/" + post + "?day=" + from;
        });
    }

    @PostMapping("/posts/{id}/shapes")
    String reshape(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return again.act(Act.POST_RESHAPE, sent, model, form -> {
            var from = Typed.day(form, "from");
            postings.reshapePost(by, id, Typed.idOrNull(form, "team"), form.value("title"), rank(form), from);
            return "redirect:/desk/office/posts/" + id + "?day=" + from;
        });
    }

    @PostMapping("/posts/{id}/closing")
    String close(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return again.act(Act.POST_CLOSE, sent, model, form -> {
            var last = Typed.day(form, "last");
            postings.closePost(by, id, last);
            return "redirect:/desk/office/posts/" + id + "?day=" + last;
        });
    }

    @PostMapping("/people")
    String join(Actor by, PostedForm sent, Model model) {
        return again.act(Act.JOIN, sent, model, form -> {
            var from = Typed.day(form, "from");
            var person = postings.join(by, form.value("number"), form.value("name"), rank(form), place(form), from);
            return person(person, from);
        });
    }

    @PostMapping("/people/{id}/appointments")
    String appoint(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return again.act(Act.MOVE, sent, model, form -> {
            var from = Typed.day(form, "from");
            if (form.checked("concurrent"))
                postings.appoint(by, id, place(form), Span.since(from), true, form.value("reason"));
            else postings.move(by, id, place(form), from, form.value("reason"));
            return person(id, from);
        });
    }

    @PostMapping("/people/{id}/grades")
    String promote(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return again.act(Act.PROMOTE, sent, model, form -> {
            var from = Typed.day(form, "from");
            postings.promote(by, id, rank(form), from);
            return person(id, from);
        });
    }

    @PostMapping("/people/{id}/leaving")
    String leave(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return again.act(Act.LEAVE, sent, model, form -> {
            var last = Typed.day(form, "last");
            postings.leave(by, id, last);
            return person(id, last);
        });
    }

    private static String person(UUID id, java.time.LocalDate day) {
        return "redirect:/desk/office/people/" + id + "?day=" + day;
    }

    private static Rank rank(Form form) {
        return new Rank(Typed.choice(form, "kind", Kind.class), form.value("grade"));
    }

    private static Place place(Form form) {
        var text = form.value("place");
        var id = Typed.uuid(form, "place", text.length() > 5 ? text.substring(5) : "");
        return text.startsWith("post:") ? new Place.OnPost(id) : new Place.InTeam(id);
    }
}
