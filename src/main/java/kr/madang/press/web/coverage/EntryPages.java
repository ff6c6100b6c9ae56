package kr.madang.press.web.coverage;

import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.coverage.Articles;
import kr.madang.press.coverage.Found;
import kr.madang.press.coverage.Kind;
import kr.madang.press.outlets.Outlets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entering an article by hand (기사 입력): a page of a paper, a broadcast, or one no source gave. */
@Controller
@RequestMapping("/desk/press/coverage/new")
@Needs(room = "press", level = Level.WORK)
class EntryPages {
    private final Articles articles;
    private final Outlets outlets;

    EntryPages(Articles articles, Outlets outlets) {
        this.articles = articles;
        this.outlets = outlets;
    }

    @GetMapping
    String entry(@RequestParam(defaultValue = "ONLINE") String kind, Model model) {
        var form = Form.empty()
                .set("kind", Asked.one(Kind.class, kind).orElse(Kind.ONLINE).name());
        return page(form, model);
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "outlets", outlets.all().stream().filter(o -> !o.retired()).toList());
        return "press/web/coverage/entry";
    }

    @PostMapping
    String enter(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var kind = Asked.one(Kind.class, form.value("kind")).orElse(Kind.ONLINE);
                    form.required("title");
                    var at = Asked.moment(form, "day", "hour");
                    form.check();
                    var url = form.value("url");
                    var article = articles.enter(
                            actor,
                            new Found(
                                    kind,
                                    Asked.id(form.value("outlet")).orElse(null),
                                    kind == Kind.ONLINE ? url : null,
                                    form.value("title"),
                                    form.value("lead"),
                                    "",
                                    form.value("reporter"),
                                    kind == Kind.PAPER ? form.value("page") : "",
                                    kind == Kind.BROADCAST ? form.value("programme") : "",
                                    kind == Kind.BROADCAST ? form.value("clip") : "",
                                    at,
                                    null));
                    sent.say("press.coverage.said.entered");
                    return "redirect:/desk/press/coverage/" + article.id();
                },
                code -> switch (code) {
                    case "press.coverage.url", "press.coverage.there" -> "url";
                    case "press.coverage.outlet", "press.outlet.missing" -> "outlet";
                    case "press.coverage.programme" -> "programme";
                    case "press.coverage.lead" -> "lead";
                    case "press.coverage.at" -> "day";
                    default -> "title";
                },
                (form, why) -> page(form, model));
    }
}
