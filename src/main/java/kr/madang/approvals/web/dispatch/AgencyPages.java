package kr.madang.approvals.web.dispatch;

import java.util.Arrays;
import kr.madang.approvals.dispatch.office.Agencies;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The book of agencies papers go to (기관 주소록). */
@Controller
@RequestMapping("/desk/approvals/agencies")
@Needs(room = "approvals", level = Level.VIEW)
class AgencyPages {
    private final Agencies agencies;

    AgencyPages(Agencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        return page(q, Form.empty(), model);
    }

    @PostMapping
    @Needs(room = "approvals", level = Level.APPROVE)
    String set(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var way = Arrays.stream(Agencies.Way.values())
                            .filter(w -> w.word().equals(form.value("way")))
                            .findFirst()
                            .orElse(Agencies.Way.HAND);
                    agencies.set(actor, form.value("agency"), form.value("name"), way);
                    sent.say("approvals.agency.kept");
                    return "redirect:/desk/approvals/agencies";
                },
                code -> code.endsWith("agency.code") ? "agency" : "name",
                (form, why) -> page("", form, model));
    }

    @PostMapping("/{code}/retirement")
    @Needs(room = "approvals", level = Level.APPROVE)
    String retire(@PathVariable String code, Actor actor) {
        agencies.retire(actor, code);
        return "redirect:/desk/approvals/agencies";
    }

    private String page(String q, Form form, Model model) {
        var asked = q.replace("\0", "");
        model.addAttribute("q", asked);
        model.addAttribute("form", form);
        model.addAttribute("agencies", agencies.all(asked));
        model.addAttribute("folder", agencies.hasFolder());
        return "approvals/web/dispatch/agencies";
    }
}
