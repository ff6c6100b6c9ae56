package kr.madang.press.web.advertising;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.Won;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.advertising.Placement;
import kr.madang.press.advertising.PlacementStore;
import kr.madang.press.advertising.Placements;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.web.outlets.Asked;
import kr.madang.press.web.outlets.Downloads;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One placement and its steps (게재 처리). */
@Controller
@RequestMapping(PlacementPages.AT + "/{id:[0-9a-f-]{36}}")
@Needs(room = "press", level = Level.VIEW)
class PlacementPage {
    private final Placements placements;
    private final PlacementStore store;
    private final Outlets outlets;
    private final Files files;

    PlacementPage(Placements placements, PlacementStore store, Outlets outlets, Files files) {
        this.placements = placements;
        this.store = store;
        this.outlets = outlets;
        this.files = files;
    }

    @GetMapping
    String placement(@PathVariable UUID id, Model model) {
        var p = placements.get(id);
        var form = Form.empty()
                .set("outlet", p.outlet().toString())
                .set("kind", p.kind().name())
                .set("title", p.title())
                .set("size", p.size())
                .set("day", p.day().toString())
                .set("fee", Long.toString(p.fee().amount()))
                .set("line", p.line() == null ? "" : p.line().toString())
                .set("note", p.note());
        return page(id, form, model);
    }

    private String page(UUID id, Form form, Model model) {
        var placement = placements.get(id);
        model.addAttribute("placement", placement);
        model.addAttribute("steps", store.steps(id));
        model.addAttribute("form", form);
        model.addAttribute("outlets", Asked.outlets(outlets.all()));
        model.addAttribute("lines", placements.lines(year(form, placement.day())));
        return "press/web/advertising/placement";
    }

    @PutMapping
    @Needs(room = "press", level = Level.WORK)
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, form -> placements.change(actor, id, draft(form)));
    }

    @PostMapping("/placing")
    @Needs(room = "press", level = Level.WORK)
    String placed(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, form -> placements.placed(actor, id));
    }

    @PostMapping("/proof")
    @Needs(room = "press", level = Level.WORK)
    String proved(@PathVariable UUID id, @RequestParam MultipartFile file, Actor actor, PostedForm sent, Model model)
            throws IOException {
        var bytes = file.getInputStream();
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return act(id, sent, model, form -> placements.proved(actor, id, name, bytes));
    }

    @GetMapping("/proof")
    ResponseEntity<InputStreamResource> proof(@PathVariable UUID id) {
        var proof = placements.get(id).proof();
        if (proof == null) throw Refused.missing("press.placements.field.proof.none");
        return Downloads.of(files, files.get(proof));
    }

    @PostMapping("/payment")
    @Needs(room = "press", level = Level.WORK)
    String paid(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, form -> placements.paid(actor, id));
    }

    @PostMapping("/return")
    @Needs(room = "press", level = Level.WORK)
    String back(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, form -> placements.back(actor, id, form.value("why")));
    }

    @PostMapping("/cancellation")
    @Needs(room = "press", level = Level.WORK)
    String cancel(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return act(id, sent, model, form -> placements.cancel(actor, id, form.value("cancelled")));
    }

    private interface Act {
        void on(Form form);
    }

    private String act(UUID id, PostedForm sent, Model model, Act act) {
        return sent.act(
                form -> {
                    act.on(form);
                    sent.say("press.placements.said");
                    return "redirect:" + PlacementPages.AT + "/" + id;
                },
                PlacementPage::field,
                (form, why) -> page(id, form, model));
    }

    static Placements.Draft draft(Form form) {
        var outlet = Asked.id(form.value("outlet"));
        if (outlet.isEmpty()) form.refuse("outlet", "kernel.form.missing");
        form.required("title");
        form.required("day");
        var day = form.day("day");
        form.required("fee");
        var fee = form.number("fee");
        form.check();
        return new Placements.Draft(
                outlet.orElseThrow(),
                Asked.one(Placement.Kind.class, form.value("kind")).orElse(Placement.Kind.ADVERTISEMENT),
                form.value("title"),
                form.value("size"),
                day.orElseThrow(),
                new Won(fee.orElse(-1)),
                Asked.id(form.value("line")).orElse(null),
                form.value("note"));
    }

    /** The year whose budget is offered: that of the day typed, if it is one. */
    static int year(Form form, LocalDate otherwise) {
        return Form.empty()
                .set("day", form.value("day"))
                .day("day")
                .orElse(otherwise)
                .getYear();
    }

    static String field(String code) {
        return switch (code) {
            case "press.placement.title" -> "title";
            case "press.placement.size" -> "size";
            case "press.placement.fee" -> "fee";
            case "press.placement.note" -> "note";
            case "press.placement.line", "press.placement.paid.line" -> "line";
            case "press.placement.proof" -> "file";
            case "press.placement.why" -> "why";
            default -> "day";
        };
    }
}
