package kr.madang.office.web;

import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.Grants;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The fiscal years, what closing one settles, and the closing itself (회계연도 마감). */
@Controller
@RequestMapping("/desk/office/years")
@Needs(room = "office", level = Level.VIEW)
class YearPages {
    private final Office office;
    private final Budget budget;
    private final Grants grants;

    YearPages(Office office, Budget budget, Grants grants) {
        this.office = office;
        this.budget = budget;
        this.grants = grants;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("years", budget.years().reversed());
        return "office/web/years";
    }

    @GetMapping("/{year}")
    String year(@PathVariable int year, Model model) {
        var end = budget.yearEnd(year).orElseThrow(() -> Refused.missing("office.year.none", Integer.toString(year)));
        model.addAttribute("end", end);
        model.addAttribute("early", !office.today().isAfter(end.year().closesOn()));
        model.addAttribute("form", Form.empty());
        return "office/web/year";
    }

    /** The year is typed once more: there is no way back. */
    @PostMapping("/{year}/closing")
    @Needs(room = "office", level = Level.APPROVE)
    String close(Actor by, @PathVariable int year, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var word = Integer.toString(year);
                    if (!form.value("again").equals(word))
                        throw Typed.refused(form, "again", "office.close.again", word);
                    grants.close(by, year);
                    sent.say("office.close.done", word);
                    return "redirect:/desk/office/years/" + year;
                },
                Fields.of(sent.form()),
                (form, why) -> year(year, model));
    }
}
