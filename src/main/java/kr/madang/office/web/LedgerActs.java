package kr.madang.office.web;

import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.office.budget.Ledger;
import kr.madang.office.ledger.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Entries written on the pages. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.WORK)
class LedgerActs {
    private final Ledger ledger;
    private final LedgerPages pages;
    private final BudgetPages nodes;

    LedgerActs(Ledger ledger, LedgerPages pages, BudgetPages nodes) {
        this.ledger = ledger;
        this.pages = pages;
        this.nodes = nodes;
    }

    @PostMapping("/budget/nodes/{id}/obligations")
    String obligate(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> entry(ledger.obligate(by, id, Typed.choice(form, "source", Source.class), draft(form))
                        .id()),
                Fields.of(sent.form()),
                (form, why) -> nodes.node(id, form.value("day"), model));
    }

    @PostMapping("/ledger/{id}/payments")
    String pay(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return write(id, sent, model, form -> ledger.pay(by, id, draft(form)).id());
    }

    @PostMapping("/ledger/{id}/returns")
    String giveBack(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return write(
                id, sent, model, form -> ledger.giveBack(by, id, draft(form)).id());
    }

    @PostMapping("/ledger/{id}/counter")
    String counter(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return write(id, sent, model, form -> ledger.counter(by, id, Typed.day(form, "on"), form.value("reason"))
                .id());
    }

    /** An act that answers with the id of the entry written. */
    private interface Act {
        UUID on(Form form);
    }

    private String write(UUID id, PostedForm sent, Model model, Act act) {
        return sent.act(form -> entry(act.on(form)), Fields.of(sent.form()), (form, why) -> pages.entry(id, model));
    }

    private static String entry(UUID id) {
        return "redirect:/desk/office/ledger/" + id;
    }

    private static Ledger.Draft draft(Form form) {
        return new Ledger.Draft(
                Typed.won(form, "amount"),
                Typed.day(form, "on"),
                form.value("document"),
                form.value("payee"),
                form.value("memo"));
    }
}
