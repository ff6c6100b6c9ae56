package kr.madang.office.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.office.facilities.Facilities;
import kr.madang.office.organization.Organization;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes to teams, duties and facilities. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.MANAGE)
class OrganizationActs {
    private final Office office;
    private final Organization organization;
    private final Facilities facilities;

    OrganizationActs(Office office, Organization organization, Facilities facilities) {
        this.office = office;
        this.organization = organization;
        this.facilities = facilities;
    }

    /** A new team, or a new name for one that stands. */
    @PostMapping("/teams")
    String team(Actor by, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        var team = Typed.idOrNull(form, "team");
        int position = Typed.number(form, "position", 9);
        if (team == null) organization.openTeam(by, form.value("code"), form.value("name"), position, from);
        else organization.renameTeam(by, team, form.value("name"), position, from);
        return "redirect:/desk/office/organization?day=" + from;
    }

    @PostMapping("/duties")
    String duty(Actor by, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        organization.assignDuty(
                by, Typed.id(form, "team"), form.value("name"), Typed.number(form, "position", 9), from);
        return "redirect:/desk/office/organization?day=" + from;
    }

    @PostMapping("/duties/{id}/end")
    String end(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        var last = office.day(day).day();
        organization.endDuty(by, id, last);
        return "redirect:/desk/office/organization?day=" + last.plusDays(1);
    }

    @PostMapping("/facilities")
    @Needs(room = "office", level = Level.WORK)
    String acquire(Actor by, HttpServletRequest request) {
        var form = Form.of(request);
        var from = Typed.day(form, "from");
        facilities.acquire(
                by,
                Typed.id(form, "line"),
                form.value("name"),
                Typed.quantity(form, "quantity"),
                form.value("measure"),
                form.value("site"),
                form.value("purpose"),
                Typed.id(form, "team"),
                from);
        return "redirect:/desk/office/facilities?day=" + from;
    }

    @PostMapping("/facilities/{id}/retirement")
    @Needs(room = "office", level = Level.WORK)
    String retire(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        var last = office.day(day).day();
        facilities.retire(by, id, last);
        return "redirect:/desk/office/facilities?day=" + last.plusDays(1);
    }
}
