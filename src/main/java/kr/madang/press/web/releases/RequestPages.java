package kr.madang.press.web.releases;

import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.releases.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What departments ask the press desk to tell (보도자료 요청): everybody of the office asks and sees their own. */
@Controller
@RequestMapping("/desk/press/requests")
@SignedIn
class RequestPages {
    private static final String PATH = "/desk/press/requests";

    private final Requests requests;

    RequestPages(Requests requests) {
        this.requests = requests;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("requests", requests.of(actor));
        return "press/web/releases/requests";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(Form.empty(), model);
    }

    private static String form(Form form, Model model) {
        model.addAttribute("form", form);
        return "press/web/releases/ask";
    }

    @PostMapping
    String ask(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("subject");
                    form.required("facts");
                    form.required("unit");
                    form.required("contact");
                    var wanted = form.day("wanted");
                    form.check();
                    var id = requests.ask(
                            actor,
                            form.value("unit"),
                            form.value("contact"),
                            form.value("subject"),
                            form.value("facts"),
                            wanted.orElse(null));
                    sent.say("press.said.requested");
                    return "redirect:" + PATH + "/" + id;
                },
                RequestPages::field,
                (form, why) -> form(form, model));
    }

    private static String field(String code) {
        return switch (code) {
            case "press.release.unit" -> "unit";
            case "press.release.contact" -> "contact";
            case "press.release.title" -> "subject";
            default -> "facts";
        };
    }

    @GetMapping("/{id}")
    String request(@PathVariable String id, Actor actor, Model model) {
        return page(id, actor, Form.empty(), model);
    }

    private String page(String id, Actor actor, Form form, Model model) {
        model.addAttribute("request", requests.get(actor, Asked.id(id)));
        model.addAttribute("form", form);
        return "press/web/releases/request";
    }

    @PostMapping("/{id}/refusal")
    @Needs(room = "press", level = Level.WORK)
    String decline(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    requests.decline(actor, Asked.id(id), form.value("why"));
                    sent.say("press.said.declined");
                    return "redirect:" + PATH;
                },
                "why",
                (form, why) -> page(id, actor, form, model));
    }
}
