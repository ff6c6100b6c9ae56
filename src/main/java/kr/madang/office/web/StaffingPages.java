package kr.madang.office.web;

import java.util.Arrays;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.office.organization.Organization;
import kr.madang.office.staffing.Layout;
import kr.madang.office.staffing.Staffing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The staffing table, the posts and people behind its cells, and their history. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.VIEW)
class StaffingPages {
    private final Office office;
    private final Staffing staffing;
    private final Organization organization;
    private final AccessLog log;

    StaffingPages(Office office, Staffing staffing, Organization organization, AccessLog log) {
        this.office = office;
        this.staffing = staffing;
        this.organization = organization;
        this.log = log;
    }

    @GetMapping("/staffing")
    String table(
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String layout, Model model) {
        var asOf = office.day(day);
        var chosen = Arrays.stream(Layout.values())
                .filter(l -> l.name().equals(layout))
                .findFirst()
                .orElse(Layout.on(asOf.day()));
        model.addAttribute("asOf", asOf);
        model.addAttribute("table", staffing.table(asOf.day(), chosen));
        return "office/web/staffing";
    }

    @GetMapping("/staffing/cell")
    @PersonalData(task = "정원·현원 명단 조회")
    String cell(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String grade,
            Actor actor,
            Model model) {
        var asOf = office.day(day);
        var kinds = kind.isEmpty()
                ? null
                : Layout.kinds(kind).orElseThrow(() -> Refused.invalid("office.staffing.kind", kind));
        var rank = grade.isEmpty() ? null : grade;
        model.addAttribute("asOf", asOf);
        model.addAttribute("title", (kind + " " + grade).strip());
        model.addAttribute("seats", staffing.seats(asOf.day(), kinds, rank));
        var heads = staffing.heads(asOf.day(), kinds, rank);
        model.addAttribute("heads", heads);
        log.record(actor, "list:" + heads.size(), "정원·현원 명단 조회");
        return "office/web/cell";
    }

    @GetMapping("/posts/{id}")
    @PersonalData(task = "직위 이력 조회")
    String post(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Model model) {
        var shapes = staffing.shapes(id);
        if (shapes.isEmpty()) throw Refused.missing("office.post.none");
        var asOf = office.day(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("shapes", shapes);
        model.addAttribute("holders", staffing.holders(id));
        model.addAttribute("teams", organization.chart(asOf.day()).teams());
        return "office/web/post";
    }

    @GetMapping("/people")
    @PersonalData(task = "직원 조회")
    String people(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Model model) {
        var asOf = office.day(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("q", q.strip());
        var heads = staffing.heads(asOf.day());
        var found = staffing.search(q);
        log.record(actor, "list:" + (heads.size() + found.size()), "직원 조회");
        model.addAttribute("heads", heads);
        model.addAttribute(
                "vacant",
                staffing.seats(asOf.day()).stream()
                        .filter(s -> s.holder() == null)
                        .toList());
        model.addAttribute("found", found);
        model.addAttribute("teams", organization.chart(asOf.day()).teams());
        return "office/web/people";
    }

    @GetMapping("/people/{id}")
    @PersonalData(task = "직원 인사이력 조회")
    String person(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.day(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("person", staffing.find(id).orElseThrow(() -> Refused.missing("office.person.none")));
        model.addAttribute("career", staffing.career(id));
        model.addAttribute("grades", staffing.grades(id));
        model.addAttribute(
                "seats",
                staffing.seats(asOf.day()).stream()
                        .filter(s -> s.holder() == null)
                        .toList());
        model.addAttribute("teams", organization.chart(asOf.day()).teams());
        return "office/web/person";
    }
}
