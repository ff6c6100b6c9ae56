package kr.madang.notices.web.recipients;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.trail.ClientAddress;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.lines.PushKeys;
import kr.madang.notices.recipients.Contact;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Residents;
import kr.madang.notices.recipients.Wish;
import kr.madang.notices.recipients.door.Asking;
import kr.madang.notices.recipients.door.Door;
import kr.madang.notices.recipients.door.Errand;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A resident's own page: what the office may tell them, changing it, taking it back, being forgotten (나의 알림). */
@Controller
@RequestMapping("/notices/my")
@Open
class MyPages {
    private final Door door;
    private final Residents residents;
    private final PushKeys keys;
    private final MyPass pass;
    private final ClientAddress client;
    private final Asked asked;
    private final Clock clock;

    MyPages(
            Door door,
            Residents residents,
            PushKeys keys,
            MyPass pass,
            ClientAddress client,
            Asked asked,
            Clock clock) {
        this.door = door;
        this.residents = residents;
        this.keys = keys;
        this.pass = pass;
        this.client = client;
        this.asked = asked;
        this.clock = clock;
    }

    private Optional<Contact> mine(HttpServletRequest request) {
        return pass.read(request).flatMap(residents::find);
    }

    @GetMapping
    String mine(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        return mine(request)
                .map(contact -> page(model, contact, form(contact)))
                .orElseGet(() -> knock(model, Form.empty()));
    }

    private Form form(Contact contact) {
        var r = residents.of(contact);
        return Asked.shown(Wish.of(contact.consents(), clock.instant()), new Registry.About(r.dong(), r.age()));
    }

    private String page(Model model, Contact contact, Form form) {
        model.addAttribute("contact", contact);
        model.addAttribute("push", keys.open().orElse(""));
        model.addAttribute("form", form);
        model.addAttribute("asked", asked);
        model.addAttribute("now", clock.instant());
        return "notices/web/recipients/my";
    }

    private static String knock(Model model, Form form) {
        model.addAttribute("form", form);
        return "notices/web/recipients/knock";
    }

    /** Asks for a code; the answer is the same for every address. */
    @PostMapping("/asking")
    String ask(HttpServletRequest request, PostedForm sent, Model model) {
        return sent.act(
                form -> "redirect:/notices/codes/"
                        + door.ask(Errand.MINE, SubscribePages.address(form), Asking.nothing(), client.of(request)),
                SubscribePages::field,
                (form, why) -> knock(model, form));
    }

    @PostMapping
    String change(HttpServletRequest request, PostedForm sent, Model model) {
        var contact = mine(request);
        if (contact.isEmpty()) return again(sent);
        return sent.act(
                form -> {
                    residents.change(contact.get().id(), Asked.about(form), Asked.wish(form));
                    sent.say("notices.my.changed");
                    return "redirect:/notices/my";
                },
                SubscribePages::field,
                (form, why) -> page(model, contact.get(), form));
    }

    @PostMapping("/withdrawal")
    String withdraw(HttpServletRequest request, PostedForm sent) {
        var contact = mine(request);
        if (contact.isEmpty()) return again(sent);
        residents.unsubscribe(contact.get().id());
        // a browser that gave its subscription back gets nothing any more, disaster notices included
        if (sent.form().checked("ended")) residents.close(contact.get().id(), "본인 해지");
        sent.say("notices.my.withdrawn");
        return "redirect:/notices/my";
    }

    @PostMapping("/deletion")
    String delete(HttpServletRequest request, HttpServletResponse response, PostedForm sent) {
        var contact = mine(request);
        if (contact.isEmpty()) return again(sent);
        residents.delete(contact.get().id());
        pass.take(request, response);
        sent.say("notices.my.deleted");
        return "redirect:/notices/subscribe";
    }

    @PostMapping("/leaving")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        pass.take(request, response);
        return "redirect:/notices/my";
    }

    private static String again(PostedForm sent) {
        sent.say("notices.my.over");
        return "redirect:/notices/my";
    }
}
