package kr.madang.notices.web.recipients;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.trail.ClientAddress;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.Channel;
import kr.madang.notices.lines.PushKeys;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.ConsentWording;
import kr.madang.notices.recipients.Retention;
import kr.madang.notices.recipients.door.Asking;
import kr.madang.notices.recipients.door.Browsers;
import kr.madang.notices.recipients.door.Door;
import kr.madang.notices.recipients.door.Errand;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a resident asks for notices: the form, the code, done (문자알림 신청). */
@Controller
@Open
class SubscribePages {
    private final Door door;
    private final Browsers browsers;
    private final PushKeys keys;
    private final MyPass pass;
    private final ClientAddress client;
    private final Retention retention;
    private final Asked asked;

    SubscribePages(
            Door door,
            Browsers browsers,
            PushKeys keys,
            MyPass pass,
            ClientAddress client,
            Retention retention,
            Asked asked) {
        this.door = door;
        this.browsers = browsers;
        this.keys = keys;
        this.pass = pass;
        this.client = client;
        this.retention = retention;
        this.asked = asked;
    }

    @GetMapping("/notices/subscribe")
    String form(Model model) {
        return form(model, Form.empty().set("everything", "true").set("disasters", "true"));
    }

    private String form(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("asked", asked);
        model.addAttribute("wording", ConsentWording.CURRENT);
        model.addAttribute("push", keys.open().orElse(""));
        model.addAttribute("kept", retention.kept().toDays());
        return "notices/web/recipients/subscribe";
    }

    @PostMapping("/notices/subscribe")
    String ask(HttpServletRequest request, HttpServletResponse response, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    boolean browser = Asked.channel(form) == Channel.PUSH;
                    var address = browser ? null : address(form);
                    if (!form.checked("agree")) form.refuse("agree-true", "notices.subscribe.agree.missing");
                    form.check();
                    var asking = new Asking(Asked.about(form), Asked.wish(form));
                    asked.check(asking.about());
                    if (address == null) return browser(form, asking, request, response, sent);
                    return "redirect:/notices/codes/" + door.ask(Errand.SUBSCRIBE, address, asking, client.of(request));
                },
                SubscribePages::field,
                (form, why) -> form(model, form));
    }

    /** The browser has asked the person before it already; there is no code to type. */
    private String browser(
            Form form, Asking asking, HttpServletRequest request, HttpServletResponse response, PostedForm sent) {
        if (keys.open().isEmpty()) throw Refused.conflict("notices.browser.off");
        var contact = browsers.subscribe(form.value("subscription"), asking, client.of(request));
        pass.give(contact, request, response);
        sent.say("notices.subscribe.done", MyPass.MINUTES);
        return "redirect:/notices/my";
    }

    static Address address(Form form) {
        var channel = Asked.channel(form);
        return Address.of(channel == Channel.PUSH ? Channel.SMS : channel, form.value("address"));
    }

    static String field(String code) {
        if (code.equals("notices.address.push") || code.startsWith("notices.browser.")) return "channel";
        if (code.startsWith("notices.address.")) return "address";
        if (code.startsWith("notices.dong.")) return "dong";
        return "wish";
    }

    /** @param code what a link of an e-mail carries; it opens only when its owner presses the button */
    @GetMapping("/notices/codes/{id}")
    String code(@PathVariable UUID id, @RequestParam(defaultValue = "") String code, Model model) {
        return code(model, id, Form.empty().set("code", code.length() > 60 ? "" : code));
    }

    private String code(Model model, UUID id, Form form) {
        model.addAttribute("pending", door.get(id));
        model.addAttribute("form", form);
        return "notices/web/recipients/code";
    }

    @PostMapping("/notices/codes/{id}")
    String open(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            PostedForm sent,
            Model model) {
        return sent.act(
                form -> {
                    var opened = door.open(id, form.required("code"));
                    form.check();
                    if (opened.isEmpty()) {
                        form.refuse("code", "notices.door.wrong");
                        form.check();
                    }
                    var in = opened.orElseThrow();
                    pass.give(in.contact(), request, response);
                    sent.say(
                            in.errand() == Errand.SUBSCRIBE ? "notices.subscribe.done" : "notices.my.welcome",
                            MyPass.MINUTES);
                    return "redirect:/notices/my";
                },
                "code",
                (form, why) -> code(model, id, form));
    }
}
