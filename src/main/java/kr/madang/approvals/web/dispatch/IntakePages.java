package kr.madang.approvals.web.dispatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.dispatch.Receipt;
import kr.madang.approvals.dispatch.exchange.Packet;
import kr.madang.approvals.dispatch.office.Dispatches;
import kr.madang.approvals.dispatch.office.Intake;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where documents come in from outside (외부 문서 접수): typed by hand, as a package, and the slips that tell of arrivals. */
@Controller
@RequestMapping("/desk/approvals")
@Needs(room = "approvals", level = Level.WORK)
class IntakePages {
    static final int SCANS = 3;

    private final Intake intake;
    private final Dispatches dispatches;
    private final Units units;

    IntakePages(Intake intake, Dispatches dispatches, Units units) {
        this.intake = intake;
        this.dispatches = dispatches;
        this.units = units;
    }

    @GetMapping("/received/new")
    String blank(Actor actor, Model model) {
        return page("entry", Form.of(java.util.Map.of("unit", own(actor))), model);
    }

    private String own(Actor actor) {
        return units.of(actor.team()).code();
    }

    @PostMapping("/received")
    String enter(
            Actor actor,
            PostedForm sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> scan,
            Model model)
            throws IOException {
        return sent.act(
                form -> {
                    var sentOn = form.day("senton").orElse(null);
                    form.check();
                    var typed = new Intake.Typed(
                            form.value("title"),
                            form.value("sender"),
                            form.value("sendernumber"),
                            sentOn,
                            form.value("summary"),
                            form.checked("closed"),
                            form.value("unit"));
                    var id = intake.enter(actor, typed, scans(scan));
                    return kept(id, "approvals.receipt.kept", sent);
                },
                IntakePages::field,
                (form, why) -> page("entry", form, model));
    }

    private static List<Packet.Enclosed> scans(@Nullable List<MultipartFile> sent) throws IOException {
        var scans = new ArrayList<Packet.Enclosed>();
        if (sent == null) return scans;
        for (var file : sent)
            if (!file.isEmpty())
                scans.add(new Packet.Enclosed(
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()));
        return scans;
    }

    private static String field(String code) {
        if (code.endsWith("sender")) return "sender";
        if (code.endsWith("receipt.number")) return "sendernumber";
        if (code.endsWith("summary")) return "summary";
        if (code.endsWith("future") || code.startsWith("kernel.day")) return "senton";
        return code.endsWith("unit") ? "unit" : "title";
    }

    @GetMapping("/received/packages")
    String packages(Actor actor, Model model) {
        return page("packages", Form.of(java.util.Map.of("unit", own(actor))), model);
    }

    @PostMapping("/received/packages")
    String importPacket(
            Actor actor, PostedForm sent, @RequestParam(required = false) @Nullable MultipartFile file, Model model)
            throws IOException {
        return sent.act(
                form -> {
                    var id = intake.importPacket(actor, bytes(file), form.value("unit"));
                    return kept(id, "approvals.receipt.imported", sent);
                },
                "file",
                (form, why) -> page("packages", form, model));
    }

    @PostMapping("/arrivals")
    String confirm(
            Actor actor, PostedForm sent, @RequestParam(required = false) @Nullable MultipartFile slip, Model model)
            throws IOException {
        return sent.act(
                form -> {
                    var paper = dispatches.confirm(actor, bytes(slip));
                    sent.say("approvals.arrival.done");
                    return "redirect:/desk/approvals/papers/" + paper + "/dispatches";
                },
                "slip",
                (form, why) -> page("packages", form.set("unit", own(actor)), model));
    }

    private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) throw Refused.invalid("approvals.packet.nofile");
        return file.getBytes();
    }

    private static String kept(Receipt.Id id, String said, PostedForm sent) {
        sent.say(said);
        return "redirect:/desk/approvals/received/" + id;
    }

    private String page(String page, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("units", units.all());
        return "approvals/web/dispatch/" + page;
    }
}
