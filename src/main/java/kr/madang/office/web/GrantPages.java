package kr.madang.office.web;

import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetNode;
import kr.madang.office.budget.Grants;
import kr.madang.office.budget.Ledger;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Money granted to a line item, taken from it or moved to another (추경·이월·예비비·전용), with what is available in view. */
@Controller
@RequestMapping("/desk/office/budget/nodes/{id}")
@Needs(room = "office", level = Level.APPROVE)
class GrantPages {
    private final Office office;
    private final Budget budget;
    private final Ledger ledger;
    private final Grants grants;

    GrantPages(Office office, Budget budget, Ledger ledger, Grants grants) {
        this.office = office;
        this.budget = budget;
        this.ledger = ledger;
        this.grants = grants;
    }

    @GetMapping("/grants")
    String grant(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Model model) {
        fill(id, day, model);
        return "office/web/grant";
    }

    @PostMapping("/grants")
    String grant(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var day = Typed.day(form, "on");
                    grants.grant(
                            by,
                            id,
                            Typed.choice(form, "grant", Grant.class),
                            Typed.choice(form, "source", Source.class),
                            Typed.won(form, "amount"),
                            day,
                            form.value("basis"));
                    sent.say("office.grant.done");
                    return "redirect:/desk/office/budget/nodes/" + id + "?day=" + day;
                },
                Fields.of(sent.form()),
                (form, why) -> grant(id, form.value("on"), model));
    }

    @GetMapping("/transfers")
    String transfer(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Model model) {
        var line = fill(id, day, model);
        model.addAttribute(
                "others",
                ledger.lines(line.fiscalYear()).stream()
                        .filter(l -> !l.id().equals(id))
                        .toList());
        return "office/web/transfer";
    }

    @PostMapping("/transfers")
    String transfer(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var day = Typed.day(form, "on");
                    var to = Typed.id(form, "to");
                    grants.transfer(
                            by,
                            id,
                            to,
                            Typed.choice(form, "source", Source.class),
                            Typed.won(form, "amount"),
                            day,
                            form.value("basis"));
                    sent.say("office.transfer.done");
                    return "redirect:/desk/office/budget/nodes/" + id + "?day=" + day;
                },
                Fields.of(sent.form()),
                (form, why) -> transfer(id, form.value("on"), model));
    }

    private BudgetNode fill(UUID id, String day, Model model) {
        var line = budget.node(id)
                .filter(n -> n.level() == BudgetNode.Level.LINE)
                .orElseThrow(() -> Refused.missing("office.line.none"));
        var asOf = office.budgetDay(day, line.fiscalYear());
        var tree = budget.tree(line.fiscalYear(), asOf.day());
        model.addAttribute("asOf", asOf);
        model.addAttribute("way", tree.way(id));
        model.addAttribute("line", tree.find(id).orElseThrow());
        model.addAttribute("available", grants.available(id, asOf.day()));
        model.addAttribute("open", budget.isOpen(line.fiscalYear()));
        model.addAttribute("form", Form.empty());
        return line;
    }
}
