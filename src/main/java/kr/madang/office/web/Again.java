package kr.madang.office.web;

import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.facilities.Facilities;
import kr.madang.office.organization.Organization;
import kr.madang.office.staffing.Staffing;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lets a small form act; a refused one comes back on a page of its own, filled as it was sent (다시 적기). */
@Component
class Again {
    private final Office office;
    private final Organization organization;
    private final Staffing staffing;
    private final Facilities facilities;

    Again(Office office, Organization organization, Staffing staffing, Facilities facilities) {
        this.office = office;
        this.organization = organization;
        this.staffing = staffing;
        this.facilities = facilities;
    }

    String act(Act act, PostedForm sent, Model model, PostedForm.Act<RuntimeException> verb) {
        return sent.act(verb, Fields.of(sent.form()), (form, why) -> page(act, form, model));
    }

    private String page(Act act, Form form, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("choices", choices(AsOf.of(form.value(act.ends() ? "last" : "from"), office.today())));
        return "office/web/again";
    }

    private Choices choices(AsOf asOf) {
        var day = asOf.day();
        return new Choices(
                day,
                organization.chart(day).teams(),
                staffing.seats(day).stream().filter(s -> s.holder() == null).toList(),
                facilities.lines(day));
    }
}
