package kr.madang.press.web.coverage;

import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.coverage.Articles;
import kr.madang.press.outlets.Outlets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Hosts nobody has assigned to an outlet (미등록 매체). */
@Controller
@RequestMapping("/desk/press/coverage/hosts")
@Needs(room = "press", level = Level.WORK)
class HostPages {
    private final Articles articles;
    private final Outlets outlets;

    HostPages(Articles articles, Outlets outlets) {
        this.articles = articles;
        this.outlets = outlets;
    }

    @GetMapping
    @Needs(room = "press", level = Level.VIEW)
    String hosts(Model model) {
        return page(Form.empty(), model);
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("hosts", articles.homeless());
        model.addAttribute(
                "outlets", outlets.all().stream().filter(o -> !o.retired()).toList());
        return "press/web/coverage/hosts";
    }

    @PutMapping
    String assign(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var outlet =
                            Asked.id(form.value("outlet")).orElseThrow(() -> Refused.invalid("press.coverage.outlet"));
                    int count = articles.assign(actor, form.value("host"), outlet);
                    sent.say("press.coverage.said.assigned", count);
                    return "redirect:/desk/press/coverage/hosts";
                },
                "outlet",
                (form, why) -> page(form, model));
    }
}
