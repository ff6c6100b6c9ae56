package kr.madang.office.web;

import java.time.YearMonth;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetNode;
import kr.madang.office.budget.Ledger;
import kr.madang.office.budget.LedgerFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The budget tree, a node of it, the comparison with the year before and the months. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.VIEW)
class BudgetPages {
    private final Office office;
    private final Budget budget;
    private final Ledger ledger;

    BudgetPages(Office office, Budget budget, Ledger ledger) {
        this.office = office;
        this.budget = budget;
        this.ledger = ledger;
    }

    @GetMapping("/budget")
    String tree(@RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.budgetDay(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("years", budget.years());
        model.addAttribute("tree", budget.tree(asOf.year(), asOf.day()));
        return "office/web/budget";
    }

    @GetMapping("/budget/nodes/{id}")
    String node(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Model model) {
        var node = budget.node(id).orElseThrow(() -> Refused.missing("office.line.none"));
        var asOf = office.budgetDay(day, node.fiscalYear());
        var tree = budget.tree(node.fiscalYear(), asOf.day());
        model.addAttribute("asOf", asOf);
        model.addAttribute("way", tree.way(id));
        model.addAttribute("branch", tree.find(id).orElseThrow());
        model.addAttribute(
                "grants",
                node.level() == BudgetNode.Level.LINE
                        ? budget.grants(id, asOf.day())
                        : java.util.List.<kr.madang.office.budget.Appropriation>of());
        var year = kr.madang.kernel.Period.fiscalYear(node.fiscalYear());
        var until = asOf.day().isBefore(year.from()) ? year.from() : asOf.day();
        var filter = new LedgerFilter(node.fiscalYear(), new kr.madang.kernel.Period(year.from(), until), id, null, "");
        model.addAttribute("entries", ledger.page(filter, 0, 20));
        model.addAttribute("open", budget.isOpen(node.fiscalYear()));
        model.addAttribute("form", Form.empty());
        return "office/web/node";
    }

    @GetMapping("/comparison")
    String comparison(@RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.budgetDay(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("comparison", Comparison.of(budget, asOf.day()));
        return "office/web/comparison";
    }

    @GetMapping("/months")
    String months(@RequestParam(defaultValue = "") String day, Model model) {
        var asOf = office.budgetDay(day);
        model.addAttribute("asOf", asOf);
        model.addAttribute("months", Months.of(budget, asOf.day()));
        model.addAttribute("now", YearMonth.from(asOf.day()));
        return "office/web/months";
    }
}
