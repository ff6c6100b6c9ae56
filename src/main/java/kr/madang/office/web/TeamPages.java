package kr.madang.office.web;

import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.office.organization.Organization;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A team over time: its names, its place among the others and its duties. */
@Controller
@RequestMapping("/desk/office/organization/teams")
@Needs(room = "office", level = Level.VIEW)
class TeamPages {
    private final Office office;
    private final Organization organization;

    TeamPages(Office office, Organization organization) {
        this.office = office;
        this.organization = organization;
    }

    @GetMapping("/{id}")
    String team(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Model model) {
        var terms = organization.history(id);
        if (terms.isEmpty()) throw Refused.missing("office.team.none");
        var asOf = office.day(day);
        var chart = organization.chart(asOf.day());
        model.addAttribute("asOf", asOf);
        model.addAttribute("terms", terms);
        model.addAttribute("chart", chart);
        model.addAttribute(
                "standing",
                chart.teams().stream().filter(t -> t.id().equals(id)).toList());
        return "office/web/team";
    }
}
