package kr.madang.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.office.Span;
import kr.madang.office.staffing.Kind;
import kr.madang.office.staffing.Postings;
import kr.madang.office.staffing.Postings.Place;
import kr.madang.office.staffing.Rank;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Personnel orders given on the pages. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.MANAGE)
class StaffingActs {
    private final Postings postings;

    StaffingActs(Postings postings) {
        this.postings = postings;
    }

    @PostMapping("/posts")
    String open(Actor by, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        var post = postings.openPost(
                by, form.value("number"), Typed.idOrNull(form, "team"), form.value("title"), rank(form), from);
        return "redirect:/desk/office/posts/" + post + "?day=" + from;
    }

    @PostMapping("/posts/{id}/shapes")
    String reshape(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        postings.reshapePost(by, id, Typed.idOrNull(form, "team"), form.value("title"), rank(form), from);
        return "redirect:/desk/office/posts/" + id + "?day=" + from;
    }

    @PostMapping("/posts/{id}/closing")
    String close(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        var last = Typed.day(Form.of(request), "last");
        postings.closePost(by, id, last);
        return "redirect:/desk/office/posts/" + id + "?day=" + last;
    }

    @PostMapping("/people")
    String join(Actor by, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        var person = postings.join(by, form.value("number"), form.value("name"), rank(form), place(form), from);
        return "redirect:/desk/office/people/" + person + "?day=" + from;
    }

    @PostMapping("/people/{id}/appointments")
    String appoint(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        if (form.checked("concurrent"))
            postings.appoint(by, id, place(form), Span.since(from), true, form.value("reason"));
        else postings.move(by, id, place(form), from, form.value("reason"));
        return "redirect:/desk/office/people/" + id + "?day=" + from;
    }

    @PostMapping("/people/{id}/grades")
    String promote(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        postings.promote(by, id, rank(form), from);
        return "redirect:/desk/office/people/" + id + "?day=" + from;
    }

    @PostMapping("/people/{id}/leaving")
    String leave(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        var last = Typed.day(Form.of(request), "last");
        postings.leave(by, id, last);
        return "redirect:/desk/office/people/" + id + "?day=" + last;
    }

    private static Rank rank(Form form) {
        return new Rank(Typed.choice(Kind.class, form.value("kind")), form.value("grade"));
    }

    private static Place place(Form form) {
        var text = form.value("place");
        var id = text.length() > 5 ? Typed.uuid(text.substring(5)) : null;
        if (id == null) throw Refused.invalid("office.form.choice");
        return text.startsWith("post:") ? new Place.OnPost(id) : new Place.InTeam(id);
    }
}
