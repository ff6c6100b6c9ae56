package kr.madang.office.web;

import gg.jte.Content;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.office.budget.Budget;
import kr.madang.office.chart.OrgChart;
import kr.madang.office.facilities.Facilities;
import kr.madang.office.organization.Chart;
import kr.madang.office.organization.Organization;
import kr.madang.office.staffing.Layout;
import kr.madang.office.staffing.Staffing;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The overview, the organization chart and the facility list. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.VIEW)
class OfficePages {
    private final Office office;
    private final Organization organization;
    private final Staffing staffing;
    private final Facilities facilities;
    private final Budget budget;

    OfficePages(Office office, Organization organization, Staffing staffing, Facilities facilities, Budget budget) {
        this.office = office;
        this.organization = organization;
        this.staffing = staffing;
        this.facilities = facilities;
        this.budget = budget;
    }

    @GetMapping
    String overview(@RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.budgetDay(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("chart", organization.chart(asOf.day()));
        model.addAttribute("staff", staffing.table(asOf.day(), Layout.on(asOf.day())));
        model.addAttribute("tree", budget.tree(asOf.year(), asOf.day()));
        model.addAttribute("facilities", facilities.list(asOf.day()));
        return "office/web/overview";
    }

    @GetMapping("/organization")
    String organization(@RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.day(day);
        var chart = organization.chart(asOf.day());
        model.addAttribute("asOf", asOf);
        model.addAttribute("chart", chart);
        // the drawing escapes every word itself
        model.addAttribute("picture", (Content) out -> out.writeContent(picture(chart)));
        model.addAttribute("changes", organization.changes());
        return "office/web/organization";
    }

    @GetMapping(value = "/organization.svg", produces = "image/svg+xml")
    ResponseEntity<String> picture(@RequestParam(defaultValue = "") String day) {
        return ResponseEntity.ok()
                .contentType(new MediaType("image", "svg+xml", java.nio.charset.StandardCharsets.UTF_8))
                .body(picture(organization.chart(office.day(day).day())));
    }

    private static String picture(Chart chart) {
        return OrgChart.draw(
                "조직도 " + chart.section() + " (" + chart.day() + ")",
                chart.section(),
                chart.teams().stream()
                        .map(t -> new OrgChart.Box(
                                t.name(), t.duties().stream().map(d -> d.name()).toList()))
                        .toList());
    }

    @GetMapping("/facilities")
    String facilities(@RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.day(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("list", facilities.list(asOf.day()));
        model.addAttribute("lines", facilities.lines(asOf.day()));
        model.addAttribute("teams", organization.chart(asOf.day()).teams());
        return "office/web/facilities";
    }
}
