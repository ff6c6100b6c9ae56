package kr.madang.notices.web.sends;

import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.sends.Send;
import kr.madang.notices.sends.Sends;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a send (발송 작성), with a preview that is right to the byte. */
@Controller
@RequestMapping("/desk/notices/sends")
@Needs(room = "notices", level = Level.WORK)
class WritingPages {
    private static final String FORM = "notices/web/sends/write";

    private final Sends sends;
    private final WritingDesk desk;

    WritingPages(Sends sends, WritingDesk desk) {
        this.sends = sends;
        this.desk = desk;
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(defaultValue = "") String standard,
            @RequestParam(defaultValue = "") String template,
            Model model) {
        var form = desk.blank();
        if (!standard.isEmpty()) desk.standard(form.set("standard", standard));
        if (!template.isEmpty()) desk.template(form.set("template", template));
        return page(0, form, model);
    }

    @PostMapping
    String create(Actor actor, PostedForm sent, Model model) {
        if (desk.helps(sent.form())) return page(0, sent.form(), model);
        return sent.act(
                form -> {
                    var content = desk.content(form, null);
                    form.check();
                    var send = sends.draft(actor, content);
                    sent.say("notices.said.drafted");
                    return "redirect:/desk/notices/sends/" + send.serial();
                },
                WritingDesk::field,
                (form, why) -> page(0, form, model));
    }

    @GetMapping("/{serial:[0-9]{1,9}}/edit")
    String edit(@PathVariable int serial, Model model) {
        var send = open(serial);
        return page(serial, desk.filled(send), model);
    }

    @PutMapping("/{serial:[0-9]{1,9}}")
    String write(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        if (desk.helps(sent.form())) return page(serial, sent.form(), model);
        return sent.act(
                form -> {
                    var content = desk.content(form, sends.get(serial).content());
                    form.check();
                    sends.write(actor, serial, version(form), content);
                    sent.say("notices.said.written");
                    return "redirect:/desk/notices/sends/" + serial;
                },
                WritingDesk::field,
                (form, why) -> again(serial, form, why, model));
    }

    /** Somebody wrote meanwhile: what he wrote stands beside, and saving again is a decision. */
    private String again(int serial, Form form, Refused why, Model model) {
        var there = sends.get(serial);
        if (why.code().equals("notices.send.overtaken")) {
            model.addAttribute("theirs", there);
            form.set("version", Integer.toString(there.version()));
        }
        return page(serial, form, model);
    }

    private static int version(Form form) {
        var version = form.number("version");
        form.check();
        return version.isEmpty() ? 0 : (int) Math.clamp(version.getAsLong(), 0, Integer.MAX_VALUE);
    }

    private Send open(int serial) {
        var send = sends.get(serial);
        if (!send.state().open()) throw Refused.conflict("notices.send.sealed");
        return send;
    }

    private String page(int serial, Form form, Model model) {
        model.addAttribute("serial", serial);
        model.addAttribute("form", form);
        model.addAttribute("desk", desk.choices(serial == 0 ? null : sends.get(serial)));
        model.addAttribute("preview", desk.preview(form, audience(serial)));
        return FORM;
    }

    private String audience(int serial) {
        return serial == 0 ? "" : sends.get(serial).content().audience();
    }

    /** What is typed, as a phone shows it; asked for while somebody types. */
    @PostMapping("/preview")
    String preview(PostedForm sent, Model model) {
        var form = sent.form();
        var serial = form.value("serial");
        var kept = serial.matches("[1-9][0-9]{0,8}") ? audience(Integer.parseInt(serial)) : "";
        model.addAttribute("preview", desk.preview(form, kept));
        return "notices/web/sends/preview";
    }
}
