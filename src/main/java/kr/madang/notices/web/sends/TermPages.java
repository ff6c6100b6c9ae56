package kr.madang.notices.web.sends;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.Kind;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.OfficeTerms;
import kr.madang.notices.sends.SendTerms;
import kr.madang.notices.wording.Price;
import kr.madang.notices.wording.SenderNumber;
import kr.madang.notices.wording.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The terms of sending (발송 조건): registered numbers, prices, hours and days off. */
@Controller
@RequestMapping("/desk/notices/terms")
@Needs(room = "notices", level = Level.APPROVE)
class TermPages {
    private static final String PATH = "/desk/notices/terms";

    private final SendTerms terms;
    private final Clock clock;

    TermPages(SendTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping
    @Needs(room = "notices", level = Level.VIEW)
    String terms(Model model) {
        return page(Form.empty(), model);
    }

    private String page(Form form, Model model) {
        var office = terms.office();
        var today = LocalDate.ofInstant(clock.instant(), Calendar.SEOUL);
        if (form.value("office").isEmpty()) {
            form.set("office", office.office());
            form.set("rejection", office.rejection());
            form.set("stale", Long.toString(office.stale().toMinutes()));
            form.set("holders", Integer.toString(office.holders()));
        }
        if (form.value("since").isEmpty()) form.set("since", today.toString());
        if (form.value("from").isEmpty()) form.set("from", today.toString());
        model.addAttribute("form", form);
        model.addAttribute("senders", terms.senders());
        model.addAttribute("prices", terms.prices());
        model.addAttribute("calendar", terms.calendar());
        var ahead = new TreeMap<>(terms.holidays());
        model.addAttribute("holidays", Map.copyOf(ahead.tailMap(today.withDayOfYear(1))));
        model.addAttribute("today", today);
        return "notices/web/sends/terms";
    }

    @PutMapping("/office")
    String office(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var stale = form.number("stale");
                    var holders = form.number("holders");
                    form.check();
                    terms.change(
                            actor,
                            new OfficeTerms(
                                    form.value("office"),
                                    form.value("rejection"),
                                    Duration.ofMinutes(Math.clamp(stale.orElse(0), 0, 100_000)),
                                    (int) Math.clamp(holders.orElse(0), 0, 1_000)));
                    return said(sent, "notices.said.terms");
                },
                code -> switch (code) {
                    case "notices.terms.stale" -> "stale";
                    case "notices.terms.holders" -> "holders";
                    case "notices.terms.office" -> "office";
                    default -> "rejection";
                },
                (form, why) -> page(form, model));
    }

    @PostMapping("/senders")
    String register(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var since = form.day("since");
                    form.required("number");
                    form.check();
                    terms.register(
                            actor,
                            SenderNumber.of(form.value("number")),
                            form.value("label"),
                            form.value("proof"),
                            since.orElseGet(() -> LocalDate.ofInstant(clock.instant(), Calendar.SEOUL)));
                    return said(sent, "notices.said.registered");
                },
                code -> switch (code) {
                    case "notices.sender.label" -> "label";
                    case "notices.sender.proof" -> "proof";
                    default -> "number";
                },
                (form, why) -> page(form, model));
    }

    @DeleteMapping("/senders/{digits:[0-9]{1,20}}")
    String retire(@PathVariable String digits, Actor actor, PostedForm sent) {
        terms.retire(actor, digits);
        return said(sent, "notices.said.retired");
    }

    @PostMapping("/prices")
    String agree(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var from = form.day("from");
                    var to = form.day("until");
                    form.required("won");
                    form.check();
                    var size = Asked.one(Size.class, form.value("size")).orElse(Size.TOO_LONG);
                    terms.agree(
                            actor,
                            Price.of(
                                    size,
                                    form.value("won"),
                                    from.orElseGet(() -> LocalDate.ofInstant(clock.instant(), Calendar.SEOUL)),
                                    to.orElse(null)));
                    return said(sent, "notices.said.agreed");
                },
                code -> code.equals("notices.price.amount") ? "won" : "from",
                (form, why) -> page(form, model));
    }

    @DeleteMapping("/prices/{id}")
    String forget(@PathVariable String id, Actor actor, PostedForm sent) {
        try {
            terms.forget(actor, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw Refused.missing("notices.price.missing");
        }
        return said(sent, "notices.said.terms");
    }

    @PutMapping("/rest/{kind}")
    String rest(@PathVariable String kind, Actor actor, PostedForm sent) {
        var form = sent.form();
        var rule = new Calendar.Rule(form.checked("night"), form.checked("weekend"), form.checked("holiday"));
        var of = Asked.one(Kind.class, kind).orElseThrow(() -> Refused.missing("notices.rest.missing"));
        terms.rest(actor, of, rule);
        return said(sent, "notices.said.terms");
    }

    @PostMapping("/holidays")
    String holiday(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var day = form.day("day");
                    if (day.isEmpty() && form.ok()) form.refuse("day", "kernel.form.missing");
                    form.check();
                    terms.holiday(actor, day.orElseThrow(), form.value("dayname"));
                    return said(sent, "notices.said.terms");
                },
                "dayname",
                (form, why) -> page(form, model));
    }

    @DeleteMapping("/holidays/{day}")
    String workday(@PathVariable String day, Actor actor, PostedForm sent) {
        try {
            terms.workday(actor, LocalDate.parse(day));
        } catch (DateTimeException e) {
            throw Refused.missing("notices.holiday.missing");
        }
        return said(sent, "notices.said.terms");
    }

    private static String said(PostedForm sent, String code) {
        sent.say(code);
        return "redirect:" + PATH;
    }
}
