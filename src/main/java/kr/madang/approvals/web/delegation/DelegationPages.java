package kr.madang.approvals.web.delegation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import kr.madang.approvals.delegation.Amounts;
import kr.madang.approvals.delegation.Decision;
import kr.madang.approvals.delegation.Entry;
import kr.madang.approvals.delegation.Position;
import kr.madang.approvals.desk.Delegations;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The table of delegation (위임전결표): who decides what up to which amount, and the answer to "who decides this, and why". */
@Controller
@RequestMapping("/desk/approvals/delegations")
@Needs(room = "approvals", level = Level.VIEW)
class DelegationPages {
    private static final String PATH = "/desk/approvals/delegations";

    private final Delegations delegations;
    private final Asked asked;

    DelegationPages(Delegations delegations, Asked asked) {
        this.delegations = delegations;
        this.asked = asked;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return list(Form.of(request), model);
    }

    private String list(Form form, Model model) {
        var today = asked.today();
        var words = form.value("q");
        var rows = delegations.on(form.checked("all") ? null : today).stream()
                .filter(row -> row.entry().title().contains(words)
                        || row.entry().task().contains(words))
                .toList();
        model.addAttribute("form", form);
        model.addAttribute("today", today);
        model.addAttribute("rows", rows);
        model.addAttribute("answer", answer(form));
        return "approvals/web/delegation/delegations";
    }

    /** Empty when nobody has asked, or what was typed cannot be read. */
    private Optional<Decision> answer(Form form) {
        var task = form.value("task");
        if (task.isEmpty()) return Optional.empty();
        var amount = form.number("amount");
        if (!form.ok()) return Optional.empty();
        try {
            return Optional.of(delegations.decide(task, amount.isEmpty() ? null : amount.getAsLong(), asked.today()));
        } catch (Refused refused) {
            form.refuse("amount", refused.code(), refused.args().toArray());
            return Optional.empty();
        }
    }

    @GetMapping("/new")
    @Needs(room = "approvals", level = Level.MANAGE)
    String blank(Model model) {
        return page(
                Form.of(java.util.Map.of(
                        "position", "chief", "first", asked.today().toString())),
                model);
    }

    private static String page(Form form, Model model) {
        model.addAttribute("form", form);
        return "approvals/web/delegation/delegation";
    }

    @PostMapping
    @Needs(room = "approvals", level = Level.MANAGE)
    String add(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    delegations.add(actor, entry(form));
                    sent.say("approvals.table.added");
                    return "redirect:" + PATH;
                },
                DelegationPages::field,
                (form, why) -> page(form, model));
    }

    private static Entry entry(Form form) {
        var task = form.required("task");
        var title = form.required("title");
        var basis = form.required("basis");
        var from = form.number("from");
        var below = form.number("below");
        var first = form.day("first");
        var last = form.day("last");
        if (first.isEmpty() && form.ok()) form.refuse("first", "kernel.form.missing");
        form.check();
        var position = Arrays.stream(Position.values())
                .filter(p -> p.word().equals(form.value("position")))
                .findFirst()
                .orElse(Position.HEAD);
        var amounts = new Amounts(from.orElse(0), below.orElse(Long.MAX_VALUE));
        return new Entry(
                task,
                title,
                amounts,
                position,
                form.checked("alone"),
                form.checked("important"),
                basis,
                first.orElseThrow(),
                last.orElse(null));
    }

    private static String field(String code) {
        return switch (code) {
            case "approvals.table.amounts" -> "below";
            case "approvals.table.reversed" -> "last";
            case "approvals.table.title" -> "title";
            case String other -> "task";
        };
    }

    @PutMapping("/{id}/end")
    @Needs(room = "approvals", level = Level.MANAGE)
    String end(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var last = form.day("last")
                            .orElseThrow(() -> Refused.invalid("kernel.day.unreadable", form.value("last")));
                    delegations.end(actor, id(id), last);
                    sent.say("approvals.table.ended");
                    return "redirect:" + PATH;
                },
                "last",
                (form, why) -> list(form, model));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.table.missing");
        }
    }
}
