package kr.madang.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.office.budget.Grants;
import kr.madang.office.budget.Ledger;
import kr.madang.office.ledger.Grant;
import kr.madang.office.ledger.Source;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Entries written on the pages; what is refused comes back in the form with the reason beside the amount. */
@Controller
@RequestMapping("/desk/office")
@Needs(room = "office", level = Level.WORK)
class LedgerActs {
    private final Ledger ledger;
    private final Grants grants;
    private final LedgerPages pages;

    LedgerActs(Ledger ledger, Grants grants, LedgerPages pages) {
        this.ledger = ledger;
        this.grants = grants;
        this.pages = pages;
    }

    @PostMapping("/budget/nodes/{id}/obligations")
    String obligate(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        var form = Form.of(request);
        var entry = ledger.obligate(by, id, Typed.choice(Source.class, form.value("source")), draft(form));
        return "redirect:/desk/office/ledger/" + entry.id();
    }

    @PostMapping("/budget/nodes/{id}/grants")
    @Needs(room = "office", level = Level.APPROVE)
    String grant(Actor by, @PathVariable UUID id, HttpServletRequest request) {
        var form = Form.of(request);
        var day = Typed.day(form, "on");
        grants.grant(
                by,
                id,
                Typed.choice(Grant.class, form.value("grant")),
                Typed.choice(Source.class, form.value("source")),
                Typed.won(form, "amount"),
                day,
                form.value("basis"));
        return "redirect:/desk/office/budget/nodes/" + id + "?day=" + day;
    }

    @PostMapping("/ledger/{id}/payments")
    String pay(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        return write(id, request, response, model, form -> ledger.pay(by, id, draft(form))
                .id());
    }

    @PostMapping("/ledger/{id}/returns")
    String giveBack(
            Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        return write(id, request, response, model, form -> ledger.giveBack(by, id, draft(form))
                .id());
    }

    @PostMapping("/ledger/{id}/counter")
    String counter(
            Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        return write(id, request, response, model, form -> ledger.counter(
                        by, id, Typed.day(form, "on"), form.value("reason"))
                .id());
    }

    /** An act that answers with the id of the entry written. */
    private interface Act {
        UUID on(Form form);
    }

    private String write(UUID id, HttpServletRequest request, HttpServletResponse response, Model model, Act act) {
        var form = Form.of(request);
        try {
            return "redirect:/desk/office/ledger/" + act.on(form);
        } catch (Refused refused) {
            if (refused.reason() == Refused.Reason.MISSING) throw refused;
            response.setStatus(422);
            var view = pages.entry(id, model);
            model.addAttribute(
                    "form", form.refuse("amount", refused.code(), refused.args().toArray()));
            return view;
        }
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
