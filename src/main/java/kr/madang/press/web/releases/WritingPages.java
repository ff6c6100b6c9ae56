package kr.madang.press.web.releases;

import java.util.Objects;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.releases.Releases;
import kr.madang.press.releases.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a release (보도자료 작성), also out of what a department asked for. */
@Controller
@RequestMapping("/desk/press/releases")
@Needs(room = "press", level = Level.WORK)
class WritingPages {
    private static final String PATH = "/desk/press/releases";
    private static final String NONE = "";

    private final Releases releases;
    private final Requests requests;
    private final WritingDesk desk;

    WritingPages(Releases releases, Requests requests, WritingDesk desk) {
        this.releases = releases;
        this.requests = requests;
        this.desk = desk;
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String request, Actor actor, Model model) {
        var form = Form.empty();
        if (!request.isEmpty()) {
            var asked = requests.get(actor, Asked.id(request));
            form.set("request", request)
                    .set("title", asked.subject())
                    .set("text", asked.facts())
                    .set("unit", asked.unit())
                    .set("contact", asked.contact());
        }
        return page(0, form, model);
    }

    @PostMapping
    String create(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var content = desk.content(form);
                    form.check();
                    var release = releases.draft(actor, Objects.requireNonNull(content));
                    var request = form.value("request");
                    if (!request.isEmpty()) requests.take(actor, Asked.id(request), release);
                    sent.say("press.said.drafted");
                    return "redirect:" + PATH + "/" + release.serial();
                },
                WritingDesk::field,
                (form, why) -> page(0, form, model));
    }

    @GetMapping("/{serial:[0-9]{1,9}}/edit")
    String edit(@PathVariable int serial, Model model) {
        var version = releases.get(serial).newest();
        if (!version.state().open()) throw Refused.conflict("press.release.sealed");
        return page(serial, desk.filled(version), model);
    }

    @PutMapping("/{serial:[0-9]{1,9}}")
    String write(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var content = desk.content(form);
                    form.check();
                    releases.write(actor, serial, Asked.edit(form), Objects.requireNonNull(content));
                    sent.say("press.said.written");
                    return "redirect:" + PATH + "/" + serial;
                },
                WritingDesk::field,
                (form, why) -> again(serial, form, why, model));
    }

    /** Somebody wrote meanwhile: what he wrote stands beside, and saving again is a decision. */
    private String again(int serial, Form form, Refused why, Model model) {
        if (why.code().equals("press.release.overtaken")) {
            var theirs = releases.get(serial).newest();
            model.addAttribute("theirs", theirs);
            form.set("edit", Integer.toString(theirs.edit()));
        }
        return page(serial, form, model);
    }

    private String page(int serial, Form form, Model model) {
        model.addAttribute("serial", serial);
        model.addAttribute("form", form);
        model.addAttribute("mailings", desk.mailings());
        model.addAttribute(
                "version", serial == 0 ? 1 : releases.get(serial).newest().number());
        return "press/web/releases/write";
    }
}
