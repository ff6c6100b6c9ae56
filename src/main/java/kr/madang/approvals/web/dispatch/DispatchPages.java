package kr.madang.approvals.web.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.madang.approvals.desk.Papers;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Delivery;
import kr.madang.approvals.dispatch.office.Agencies;
import kr.madang.approvals.dispatch.office.Dispatches;
import kr.madang.approvals.dispatch.office.OfficeName;
import kr.madang.approvals.dispatch.office.Outbox;
import kr.madang.approvals.dispatch.office.Sent;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.PostedForm;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The leaf of a paper from which it is sent, and on which one sees where it went (시행). */
@Controller
@RequestMapping("/desk/approvals/papers/{id}/dispatches")
@Needs(room = "approvals", level = Level.VIEW)
class DispatchPages {
    private final Dispatches dispatches;
    private final Outbox outbox;
    private final Papers papers;
    private final Units units;
    private final Agencies agencies;
    private final OfficeName office;

    DispatchPages(
            Dispatches dispatches, Outbox outbox, Papers papers, Units units, Agencies agencies, OfficeName office) {
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.papers = papers;
        this.units = units;
        this.agencies = agencies;
        this.office = office;
    }

    @GetMapping
    @PersonalData(task = "시행 수신자 조회")
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(id, Form.of(Map.of("sender", office.sender(), "mark", "omitted")), actor, model);
    }

    @PostMapping
    @Needs(room = "approvals", level = Level.WORK)
    @PersonalData(task = "시행")
    String send(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var sending =
                            dispatches.send(actor, Asked.paper(id), SendingForm.read(form, units.all(), agencies));
                    boolean asked = dispatches.of(actor, Asked.paper(id)).stream()
                            .anyMatch(s -> s.id().equals(sending) && s.state() == Sent.State.ASKED);
                    if (!asked) outbox.hurry(sending);
                    sent.say(asked ? "approvals.sending.asked" : "approvals.sending.done");
                    return "redirect:/desk/approvals/papers/" + id + "/dispatches";
                },
                SendingForm::field,
                (form, why) -> page(id, form, actor, model));
    }

    /** The head agrees to a further sending, or not. */
    @PostMapping("/{sending}/rulings")
    @Needs(room = "approvals", level = Level.APPROVE)
    @PersonalData(task = "시행 수신자 조회")
    String rule(@PathVariable String id, @PathVariable String sending, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    boolean agreed = form.value("ruling").equals("agree");
                    var ruled = sending(sending);
                    dispatches.rule(actor, ruled, agreed, form.value("words"));
                    if (agreed) outbox.hurry(ruled);
                    sent.say(agreed ? "approvals.sending.agreed" : "approvals.sending.disagreed");
                    return "redirect:/desk/approvals/papers/" + id + "/dispatches";
                },
                "words",
                (form, why) -> page(id, form, actor, model));
    }

    /** Withdraws a delivery, has it sent once more, or makes the package somebody takes away. */
    @PostMapping("/changes")
    @Needs(room = "approvals", level = Level.WORK)
    @PersonalData(task = "시행 수신자 조회")
    String change(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var which = delivery(form.value("delivery"));
                    var said =
                            switch (form.value("change")) {
                                case "withdraw" -> {
                                    dispatches.withdraw(actor, which, form.value("why"));
                                    yield "approvals.sending.withdrawn";
                                }
                                case "again" -> {
                                    dispatches.again(actor, which);
                                    yield "approvals.sending.retried";
                                }
                                case "take" -> {
                                    dispatches.take(actor, which);
                                    yield "approvals.sending.taken";
                                }
                                default -> throw Refused.invalid("approvals.move.unknown");
                            };
                    sent.say(said);
                    return "redirect:/desk/approvals/papers/" + id + "/dispatches";
                },
                "why",
                (form, why) -> page(id, form, actor, model));
    }

    @GetMapping("/{delivery}/package")
    @Needs(room = "approvals", level = Level.WORK)
    ResponseEntity<byte[]> download(@PathVariable String id, @PathVariable String delivery, Actor actor) {
        var written = dispatches.packet(actor, delivery(delivery));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(delivery + ".zip")
                                .build()
                                .toString())
                .body(written.bytes());
    }

    private String page(String id, Form form, Actor actor, Model model) {
        var paper = Asked.paper(id);
        var view = papers.open(actor, paper);
        var sent = dispatches.of(actor, paper);
        boolean sends = dispatches.maySend(actor, paper);
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("sent", sent);
        model.addAttribute("sends", sends);
        model.addAttribute("heads", dispatches.heads(actor, paper));
        model.addAttribute("mails", dispatches.sendsMail());
        model.addAttribute(
                "units",
                sends
                        ? units.all().stream()
                                .filter(u -> !u.name().equals(view.unit()))
                                .toList()
                        : List.of());
        model.addAttribute(
                "agencies",
                sends ? agencies.all("").stream().filter(a -> !a.retired()).toList() : List.of());
        model.addAttribute("changes", sends ? changes(sent) : List.of());
        return "approvals/web/dispatch/sending";
    }

    /** Deliveries about which a person can still do something. */
    private static List<Option> changes(List<Sent> sent) {
        var options = new ArrayList<Option>();
        for (var sending : sent)
            for (var line : sending.lines()) {
                var d = line.delivery();
                boolean open = d.state() == Delivery.State.QUEUED
                        || d.state() == Delivery.State.ASKED
                        || d.state() == Delivery.State.FAILED
                        || (d.state() == Delivery.State.ARRIVED
                                && d.channel() == kr.madang.approvals.dispatch.Channel.HOMEPAGE);
                if (open)
                    options.add(
                            Option.of(d.id(), line.name() + " · " + d.state().title()));
            }
        return options;
    }

    private static Delivery.Id delivery(String text) {
        try {
            return Delivery.Id.of(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.delivery.missing");
        }
    }

    private static Sent.Id sending(String text) {
        try {
            return Sent.Id.of(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.sending.missing");
        }
    }
}
