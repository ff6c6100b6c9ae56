package kr.madang.approvals.web.dispatch;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.dispatch.office.Intake;
import kr.madang.approvals.dispatch.office.ReceiptView;
import kr.madang.approvals.dispatch.office.Receipts;
import kr.madang.approvals.dispatch.office.ReceivedLetters;
import kr.madang.approvals.print.Layout;
import kr.madang.approvals.web.People;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.document.html.SheetHtml;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Moment;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
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

/** One received document with what may be done with it (접수문서 보기·처리). */
@Controller
@RequestMapping("/desk/approvals/received/{id}")
@Needs(room = "approvals", level = Level.VIEW)
class ReceiptPages {
    private final Receipts receipts;
    private final Intake intake;
    private final Units units;
    private final People people;
    private final ReceivedLetters letters;

    ReceiptPages(Receipts receipts, Intake intake, Units units, People people, ReceivedLetters letters) {
        this.receipts = receipts;
        this.intake = intake;
        this.units = units;
        this.people = people;
        this.letters = letters;
    }

    private static Receipt.Id id(String text) {
        try {
            return Receipt.Id.of(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.receipt.missing");
        }
    }

    @GetMapping
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(id, Form.empty(), actor, model);
    }

    @PostMapping("/acts")
    @Needs(room = "approvals", level = Level.WORK)
    String act(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var said = act(form, id(id), actor);
                    sent.say(said);
                    return "redirect:" + (said.endsWith("went.back") ? "/desk/approvals/received" : at(id));
                },
                code -> field(sent.form()),
                (form, why) -> page(id, form, actor, model));
    }

    private String act(Form form, Receipt.Id id, Actor actor) {
        return switch (form.value("act")) {
            case "give" -> {
                receipts.give(actor, id, form.value("unit"), day(form), form.value("method"));
                yield "approvals.receipt.gave";
            }
            case "take" -> {
                receipts.take(actor, id);
                yield "approvals.receipt.took";
            }
            case "back" -> {
                receipts.sendBack(actor, id, form.value("reason"));
                yield "approvals.receipt.went.back";
            }
            case "assign" -> {
                receipts.assign(actor, id, person(form.value("handler")), day(form), form.value("method"));
                yield "approvals.receipt.assigned";
            }
            case "finish" -> {
                receipts.finish(actor, id, form.value("result"));
                yield "approvals.receipt.finished";
            }
            default -> throw Refused.invalid("approvals.move.unknown");
        };
    }

    private static String field(Form form) {
        return switch (form.value("act")) {
            case "give" -> "unit";
            case "back" -> "reason";
            case "assign" -> "handler";
            case "finish" -> "result";
            default -> "act";
        };
    }

    private static @Nullable LocalDate day(Form form) {
        var day = form.day("deadline").orElse(null);
        form.check();
        return day;
    }

    @PostMapping("/readers")
    @Needs(room = "approvals", level = Level.WORK)
    String circulate(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    receipts.circulate(actor, id(id), chosen(form));
                    sent.say("approvals.receipt.circulated");
                    return "redirect:" + at(id);
                },
                "logins",
                (form, why) -> page(id, form, actor, model));
    }

    /** Those ticked, and those whose logins were typed. */
    private List<UUID> chosen(Form form) {
        var ticked = form.values("reader").stream().map(ReceiptPages::person);
        var typed = Arrays.stream(form.value("logins").split("[,\\s]+"))
                .filter(login -> !login.isEmpty())
                .map(this::withLogin);
        return Stream.concat(ticked, typed).distinct().toList();
    }

    private UUID withLogin(String login) {
        return people.withLogin(login)
                .map(person -> UUID.fromString(person.key()))
                .orElseThrow(() -> Refused.invalid("approvals.receipt.login.unknown", login));
    }

    private static UUID person(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("approvals.receipt.nobody");
        }
    }

    /** 회신 기안. */
    @PostMapping("/answers")
    @Needs(room = "approvals", level = Level.WORK)
    String answer(@PathVariable String id, Actor actor) {
        return "redirect:/desk/approvals/papers/" + intake.answer(actor, id(id)) + "/edit";
    }

    @GetMapping("/files/{position}")
    ResponseEntity<InputStreamResource> file(@PathVariable String id, @PathVariable String position, Actor actor) {
        if (!position.matches("[1-9][0-9]{0,3}")) throw Refused.missing("kernel.file.missing");
        var file = receipts.file(actor, id(id), Integer.parseInt(position));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
                .body(new InputStreamResource(receipts.bytes(file)));
    }

    /** 도달 확인서. */
    @GetMapping("/arrival.xml")
    ResponseEntity<byte[]> slip(@PathVariable String id, Actor actor) {
        var slip = receipts.slip(actor, id(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("arrival-" + slip.packet() + ".xml"))
                .body(slip.write());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static String at(String id) {
        return "/desk/approvals/received/" + id;
    }

    private String page(String id, Form form, Actor actor, Model model) {
        var view = receipts.open(actor, id(id));
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("today", receipts.today());
        model.addAttribute("units", view.mine() ? units.all() : List.of());
        model.addAttribute(
                "colleagues", view.mine() ? people.ofUnit(view.receipt().unit()) : List.of());
        model.addAttribute("history", history(view));
        model.addAttribute("letter", letter(view));
        return "approvals/web/dispatch/receipt";
    }

    /** As it is printed; the writer escapes every word itself. */
    private @Nullable Content letter(ReceiptView view) {
        var letter = letters.of(view);
        if (letter.isEmpty()) return null;
        var markup = SheetHtml.fragment(Layout.of(letter.get()), 2);
        return out -> out.writeContent(markup);
    }

    /** Newest first. */
    private static List<Moment> history(ReceiptView view) {
        return view.steps().reversed().stream()
                .map(s -> new Moment(
                        s.at(), Words.here("approvals.receipt.step." + s.kind()), s.who() + " · " + s.unit(), text(s)))
                .toList();
    }

    private static String text(ReceiptView.Step step) {
        var until = step.deadline() == null
                        || step.handler().isEmpty() && !step.kind().equals("given")
                ? ""
                : Words.here("approvals.receipt.step.deadline", Korean.date(step.deadline()));
        return String.join(" ", List.of(step.handler(), step.words(), until))
                .replaceAll(" +", " ")
                .strip();
    }
}
