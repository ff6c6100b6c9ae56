package kr.madang.notices.web.recipients;

import java.time.Clock;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.recipients.Address;
import kr.madang.notices.recipients.Contact;
import kr.madang.notices.recipients.Recipient;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What an officer does for a recipient at their word: each on a form of its own, each with a reason. */
@Controller
@RequestMapping("/desk/notices/recipients")
@Needs(room = "notices", level = Level.WORK)
class RecipientActs {
    private static final String PATH = "/desk/notices/recipients";

    private final Registry registry;
    private final Asked asked;
    private final Clock clock;

    RecipientActs(Registry registry, Asked asked, Clock clock) {
        this.registry = registry;
        this.asked = asked;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ the forms

    @GetMapping("/new")
    String add(Model model) {
        return show(model, RecipientAct.ADD, Form.empty().set("disasters", "true"), PATH, null, null);
    }

    @GetMapping("/{id}/contacts/new")
    @PersonalData(task = "수신자 조회")
    String attach(@PathVariable UUID id, Model model) {
        var form = Form.empty().set("disasters", "true");
        return show(model, RecipientAct.ATTACH, form, PATH + "/" + id + "/contacts", registry.get(id), null);
    }

    @GetMapping("/{id}/correction")
    @PersonalData(task = "수신자 조회")
    String correct(@PathVariable UUID id, Model model) {
        var r = registry.get(id);
        var form = Asked.shown(Wish.nothing(), new Registry.About(r.dong(), r.age()));
        return show(model, RecipientAct.CORRECT, form, PATH + "/" + id + "/correction", r, null);
    }

    @GetMapping("/{id}/deletion")
    @PersonalData(task = "수신자 조회")
    String delete(@PathVariable UUID id, Model model) {
        return show(model, RecipientAct.DELETE, Form.empty(), PATH + "/" + id + "/deletion", registry.get(id), null);
    }

    @GetMapping("/{id}/contacts/{contactId}/consents")
    @PersonalData(task = "수신자 조회")
    String agree(@PathVariable UUID id, @PathVariable UUID contactId, Model model) {
        var contact = contact(id, contactId);
        var form = Asked.shown(Wish.of(contact.consents(), clock.instant()), Registry.About.NOTHING);
        return show(model, RecipientAct.AGREE, form, at(id, contactId) + "/consents", registry.get(id), contact);
    }

    @GetMapping("/{id}/contacts/{contactId}/address")
    @PersonalData(task = "수신자 조회")
    String readdress(@PathVariable UUID id, @PathVariable UUID contactId, Model model) {
        var contact = contact(id, contactId);
        return show(
                model, RecipientAct.READDRESS, Form.empty(), at(id, contactId) + "/address", registry.get(id), contact);
    }

    private static String at(UUID id, UUID contact) {
        return PATH + "/" + id + "/contacts/" + contact;
    }

    private Contact contact(UUID recipient, UUID contact) {
        return registry.findContact(contact)
                .filter(c -> c.recipient().equals(recipient) && !c.gone())
                .orElseThrow(() -> Refused.missing("notices.recipient.missing"));
    }

    private String show(
            Model model,
            RecipientAct act,
            Form form,
            String action,
            @Nullable Recipient recipient,
            @Nullable Contact contact) {
        model.addAttribute("act", act);
        model.addAttribute("form", form);
        model.addAttribute("action", action);
        model.addAttribute("recipient", recipient);
        model.addAttribute("contact", contact);
        model.addAttribute("asked", asked);
        return "notices/web/recipients/act";
    }

    // ------------------------------------------------------------------ the acts

    @PostMapping
    String add(Actor by, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var id = registry.add(
                            by,
                            Address.of(Asked.channel(form), form.value("address")),
                            Asked.about(form),
                            Asked.wish(form),
                            Asked.source(form),
                            form.value("reason"));
                    sent.say("notices.act.add.done");
                    return "redirect:" + PATH + "/" + id;
                },
                RecipientActs::field,
                (form, why) -> show(model, RecipientAct.ADD, form, PATH, null, null));
    }

    @PostMapping("/{id}/contacts")
    @PersonalData(task = "수신자 조회")
    String attach(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var address = Address.of(Asked.channel(form), form.value("address"));
                    registry.attach(by, id, address, Asked.wish(form), Asked.source(form), form.value("reason"));
                    return done(sent, RecipientAct.ATTACH, id);
                },
                RecipientActs::field,
                (form, why) ->
                        show(model, RecipientAct.ATTACH, form, PATH + "/" + id + "/contacts", registry.get(id), null));
    }

    @PostMapping("/{id}/correction")
    @PersonalData(task = "수신자 조회")
    String correct(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    registry.correct(by, id, Asked.about(form), form.value("reason"));
                    return done(sent, RecipientAct.CORRECT, id);
                },
                RecipientActs::field,
                (form, why) -> show(
                        model, RecipientAct.CORRECT, form, PATH + "/" + id + "/correction", registry.get(id), null));
    }

    @PostMapping("/{id}/deletion")
    @PersonalData(task = "수신자 조회")
    String delete(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    registry.delete(by, id, form.value("reason"));
                    return done(sent, RecipientAct.DELETE, id);
                },
                RecipientActs::field,
                (form, why) ->
                        show(model, RecipientAct.DELETE, form, PATH + "/" + id + "/deletion", registry.get(id), null));
    }

    @PostMapping("/{id}/contacts/{contactId}/consents")
    @PersonalData(task = "수신자 조회")
    String agree(Actor by, @PathVariable UUID id, @PathVariable UUID contactId, PostedForm sent, Model model) {
        var contact = contact(id, contactId);
        return sent.act(
                form -> {
                    registry.agree(by, contactId, Asked.wish(form), Asked.source(form), form.value("reason"));
                    return done(sent, RecipientAct.AGREE, id);
                },
                RecipientActs::field,
                (form, why) -> show(
                        model, RecipientAct.AGREE, form, at(id, contactId) + "/consents", registry.get(id), contact));
    }

    @PostMapping("/{id}/contacts/{contactId}/address")
    @PersonalData(task = "수신자 조회")
    String readdress(Actor by, @PathVariable UUID id, @PathVariable UUID contactId, PostedForm sent, Model model) {
        var contact = contact(id, contactId);
        return sent.act(
                form -> {
                    var address = Address.of(contact.channel(), form.value("address"));
                    registry.readdress(by, contactId, address, form.value("reason"));
                    return done(sent, RecipientAct.READDRESS, id);
                },
                RecipientActs::field,
                (form, why) -> show(
                        model,
                        RecipientAct.READDRESS,
                        form,
                        at(id, contactId) + "/address",
                        registry.get(id),
                        contact));
    }

    private static String done(PostedForm sent, RecipientAct act, UUID id) {
        sent.say(act.code() + ".done");
        return "redirect:" + PATH + "/" + id;
    }

    private static String field(String code) {
        if (code.startsWith("notices.address.") || code.equals("notices.recipient.known")) return "address";
        if (code.startsWith("notices.dong.")) return "dong";
        if (code.startsWith("notices.wish.")) return "wish";
        return "reason";
    }
}
