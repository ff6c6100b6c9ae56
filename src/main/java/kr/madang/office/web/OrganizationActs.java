package kr.madang.office.web;

import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.facilities.Facilities;
import kr.madang.office.organization.Organization;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes to teams, duties and facilities. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.MANAGE)
class OrganizationActs {
    /** Where a team or duty stands among the others when nobody says. */
    private static final int LAST = 9;

    private final Office office;
    private final Organization organization;
    private final Facilities facilities;
    private final Again again;

    OrganizationActs(Office office, Organization organization, Facilities facilities, Again again) {
        this.office = office;
        this.organization = organization;
        this.facilities = facilities;
        this.again = again;
    }

    /** A new team, or a new name for one that stands. */
    @PostMapping("/teams")
    String team(Actor by, PostedForm sent, Model model) {
        return again.act(Act.TEAM_CHANGE, sent, model, form -> {
            var from = Typed.day(form, "from");
            var team = Typed.idOrNull(form, "team");
            int position = Typed.number(form, "position", LAST);
            if (team == null) organization.openTeam(by, form.value("code"), form.value("name"), position, from);
            else organization.renameTeam(by, team, form.value("name"), position, from);
            return "redirect:/desk/office/organization?day=" + from;
        });
    }

    @PostMapping("/organization/teams/{id}/names")
    String rename(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return again.act(Act.TEAM_RENAME, sent, model, form -> {
            var from = Typed.day(form, "from");
            organization.renameTeam(by, id, form.value("name"), Typed.number(form, "position", LAST), from);
            return "redirect:/desk/office/organization/teams/" + id + "?day=" + from;
        });
    }

    @PostMapping("/organization/teams/{id}/closing")
    String close(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return again.act(Act.TEAM_CLOSE, sent, model, form -> {
            var last = Typed.day(form, "last");
            organization.closeTeam(by, id, last);
            return "redirect:/desk/office/organization/teams/" + id + "?day=" + last;
        });
    }

    @PostMapping("/duties")
    String duty(Actor by, PostedForm sent, Model model) {
        return again.act(Act.DUTY_ASSIGN, sent, model, form -> {
            var from = Typed.day(form, "from");
            organization.assignDuty(
                    by, Typed.id(form, "team"), form.value("name"), Typed.number(form, "position", LAST), from);
            return "redirect:/desk/office/organization?day=" + from;
        });
    }

    @PostMapping("/duties/{id}/end")
    String end(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        var last = office.day(day).day();
        organization.endDuty(by, id, last);
        return "redirect:/desk/office/organization?day=" + last.plusDays(1);
    }

    @PostMapping("/facilities")
    @Needs(room = "office", level = Level.WORK)
    String acquire(Actor by, PostedForm sent, Model model) {
        return again.act(Act.ACQUIRE, sent, model, form -> {
            var from = Typed.day(form, "from");
            facilities.acquire(
                    by,
                    Typed.id(form, "line"),
                    form.value("name"),
                    Typed.decimal(form, "quantity", 2),
                    form.value("measure"),
                    form.value("site"),
                    form.value("purpose"),
                    Typed.id(form, "team"),
                    from);
            return "redirect:/desk/office/facilities?day=" + from;
        });
    }

    @PostMapping("/facilities/{id}/retirement")
    @Needs(room = "office", level = Level.WORK)
    String retire(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        var last = office.day(day).day();
        facilities.retire(by, id, last);
        return "redirect:/desk/office/facilities?day=" + last.plusDays(1);
    }
}
