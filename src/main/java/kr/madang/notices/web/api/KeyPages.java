package kr.madang.notices.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.Channel;
import kr.madang.notices.Kind;
import kr.madang.notices.api.ApiCalls;
import kr.madang.notices.api.ApiKeys;
import kr.madang.notices.api.KeyDraft;
import kr.madang.notices.api.KeyKind;
import kr.madang.notices.api.Quotas;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.sends.Templates;
import kr.madang.notices.web.sends.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keys of other programs (연계 인증키): made, looked at, asked for again and revoked. */
@Controller
@RequestMapping(KeyPages.AT)
@Needs(room = "notices", level = Level.WORK)
class KeyPages {
    static final String AT = "/desk/notices/keys";
    private static final int CALLS = 20;
    private static final int USUAL_MINUTE = 60;
    private static final int USUAL_MONTH = 10_000;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private final ApiKeys keys;
    private final ApiCalls calls;
    private final Quotas quotas;
    private final Templates templates;

    KeyPages(ApiKeys keys, ApiCalls calls, Quotas quotas, Templates templates) {
        this.keys = keys;
        this.calls = calls;
        this.quotas = quotas;
        this.templates = templates;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("keys", keys.all());
        model.addAttribute("today", keys.today());
        return "notices/web/api/keys";
    }

    @GetMapping("/new")
    String blank(Model model) {
        var form = Form.empty()
                .set("kind", KeyKind.TEST.name())
                .set("expires", keys.today().plusYears(1).toString())
                .set("minute", Integer.toString(USUAL_MINUTE))
                .set("month", Integer.toString(USUAL_MONTH))
                .set("free", "true");
        return page(form, model);
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "templates",
                templates.inUse().stream().filter(t -> t.kind() == Kind.PUBLIC).toList());
        return "notices/web/api/new";
    }

    /** The key stands on this one page and nowhere else, so there is nothing to lead on to. */
    @PostMapping
    String make(Actor actor, PostedForm sent, HttpServletResponse response, Model model) {
        return sent.act(
                form -> {
                    var draft = draft(form);
                    var made = keys.make(actor, draft);
                    response.setHeader("Cache-Control", "no-store");
                    model.addAttribute("key", made.key());
                    model.addAttribute("token", made.token());
                    return "notices/web/api/made";
                },
                KeyPages::field,
                (form, why) -> page(form, model));
    }

    private static KeyDraft draft(Form form) {
        var expires = form.day("expires");
        if (expires.isEmpty() && form.value("expires").isEmpty()) form.refuse("expires", "kernel.form.missing");
        var minute = form.number("minute");
        var month = form.number("month");
        var kind = Asked.one(KeyKind.class, form.value("kind")).orElse(KeyKind.TEST);
        form.check();
        return new KeyDraft(
                form.value("name"),
                form.value("purpose"),
                kind,
                expires.orElseThrow(),
                (int) Math.clamp(minute.orElse(USUAL_MINUTE), -1, Integer.MAX_VALUE),
                (int) Math.clamp(month.orElse(USUAL_MONTH), -1, Integer.MAX_VALUE),
                new HashSet<>(form.values("template").stream().map(KeyPages::id).toList()),
                form.checked("free"),
                kind == KeyKind.TEAM ? addresses(form.value("addresses")) : List.of());
    }

    private static List<Address> addresses(String typed) {
        var addresses = new ArrayList<Address>();
        for (var one : BETWEEN.split(typed.strip()))
            if (!one.isEmpty()) addresses.add(Address.of(one.contains("@") ? Channel.EMAIL : Channel.SMS, one));
        return addresses;
    }

    private static String field(String code) {
        return switch (code) {
            case "notices.key.name", "notices.key.taken" -> "name";
            case "notices.key.purpose" -> "purpose";
            case "notices.key.expires" -> "expires";
            case "notices.key.minute" -> "minute";
            case "notices.key.month" -> "month";
            case "notices.key.addresses", "notices.address.sms", "notices.address.email" -> "addresses";
            default -> "free-true";
        };
    }

    @GetMapping("/{id}")
    String key(@PathVariable String id, @RequestParam(defaultValue = "") String cursor, Model model) {
        return key(id, Form.empty(), cursor, model);
    }

    private String key(String id, Form form, String cursor, Model model) {
        var key = keys.get(id(id));
        var slice = calls.page(key.id(), cursor.isEmpty() ? null : cursor, CALLS);
        model.addAttribute("key", key);
        model.addAttribute("expired", key.expired(keys.today()));
        model.addAttribute("used", quotas.used(key.id()));
        model.addAttribute("calls", slice.rows());
        model.addAttribute("window", Paging.window(AT + "/" + id, "", -1, slice));
        model.addAttribute("form", form);
        return "notices/web/api/key";
    }

    @PostMapping("/{id}/asking")
    String ask(@PathVariable String id, Actor actor, PostedForm sent) {
        var paper = keys.ask(actor, id(id));
        sent.say("notices.key.asked");
        return "redirect:/desk/approvals/papers/" + paper;
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    keys.revoke(actor, id(id), form.value("why"));
                    sent.say("notices.key.revoked.said");
                    return "redirect:" + AT + "/" + id;
                },
                "why",
                (form, why) -> key(id, form, "", model));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("notices.key.missing");
        }
    }
}
