package kr.madang.notices.web.lines;

import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.lines.Phone;
import kr.madang.notices.simulator.Received;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The telephone of the demo office (시연용 휴대전화). The numbers on it belong to nobody, so looking at them is not looking at personal data;
 * elsewhere there is no such page. It asks for news every two seconds, which also keeps its reader signed in: in an office where anybody
 * may read the password on the console that costs nothing.
 */
@Controller
@RequestMapping(PhonePages.AT)
@Needs(room = "notices", level = Level.WORK)
class PhonePages {
    static final String AT = "/desk/notices/phone";
    private static final int SHOWN = 40;
    private static final int NUMBERS = 30;

    private final Phone phone;

    PhonePages(Phone phone) {
        this.phone = phone;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String to, Model model) {
        return page(to, form(), model);
    }

    private Form form() {
        var now = phone.troubles();
        return Form.of(java.util.Map.of(
                "delay", Integer.toString(now.delay()),
                "persecond", Integer.toString(now.perSecond()),
                "dropafter", Integer.toString(now.dropAfter()),
                "dieafter", Integer.toString(now.dieAfter()),
                "lost", Integer.toString(now.lost())));
    }

    private String page(String to, Form form, Model model) {
        var received = phone.received();
        var number = to.replaceAll("\\D", "");
        List<Received> shown = received.stream()
                .filter(message -> number.isEmpty() || message.to().contains(number))
                .limit(SHOWN)
                .toList();
        model.addAttribute("to", number);
        model.addAttribute("messages", shown);
        model.addAttribute("count", received.size());
        model.addAttribute(
                "numbers",
                received.stream().map(Received::to).distinct().limit(NUMBERS).toList());
        model.addAttribute("broken", !phone.troubles().equals(Phone.Troubles.NONE));
        model.addAttribute("form", form);
        return "notices/web/lines/phone";
    }

    @PostMapping("/troubles")
    String behave(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    phone.behave(
                            actor,
                            new Phone.Troubles(
                                    number(form, "delay"),
                                    number(form, "persecond"),
                                    number(form, "dropafter"),
                                    number(form, "dieafter"),
                                    number(form, "lost")));
                    sent.say("notices.phone.told");
                    return "redirect:" + AT;
                },
                "delay",
                (form, why) -> page("", form, model));
    }

    @PostMapping("/health")
    String heal(Actor actor, RedirectAttributes next) {
        phone.behave(actor, Phone.Troubles.NONE);
        next.addFlashAttribute("notice", kr.madang.kernel.web.Words.here("notices.phone.healed"));
        return "redirect:" + AT;
    }

    private static int number(Form form, String field) {
        var typed = form.number(field);
        form.check();
        return (int) Math.clamp(typed.orElse(0), -1, Integer.MAX_VALUE);
    }
}
