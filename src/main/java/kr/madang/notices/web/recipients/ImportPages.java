package kr.madang.notices.web.recipients;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Words;
import kr.madang.notices.recipients.intake.Columns;
import kr.madang.notices.recipients.intake.Field;
import kr.madang.notices.recipients.intake.Intake;
import kr.madang.notices.recipients.intake.Intakes;
import kr.madang.notices.recipients.intake.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files of recipients: upload, say what the columns mean, look, take over, undo. */
@Controller
@RequestMapping("/desk/notices/imports")
@Needs(room = "notices", level = Level.WORK)
class ImportPages {
    private static final String PATH = "/desk/notices/imports";
    private static final int ROWS = 20;

    private final Intakes intakes;

    ImportPages(Intakes intakes) {
        this.intakes = intakes;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String cursor, Model model) {
        return list(cursor, Form.empty(), model);
    }

    private String list(String cursor, Form form, Model model) {
        var slice = intakes.page(cursor, ROWS);
        model.addAttribute("intakes", slice.rows());
        model.addAttribute("window", Asked.window(PATH, "", -1, slice));
        model.addAttribute("form", form);
        return "notices/web/recipients/imports";
    }

    @PostMapping
    String upload(Actor by, @RequestParam("file") MultipartFile file, PostedForm sent, Model model) throws IOException {
        var name = file.getOriginalFilename();
        var bytes = file.getBytes();
        return sent.act(
                form -> "redirect:" + PATH + "/" + intakes.upload(by, name == null ? "" : name, bytes),
                "file",
                (form, why) -> list("", form, model));
    }

    /** The columns of a file that waits, or how far a file has come. */
    @GetMapping("/{id}")
    @PersonalData(task = "수신자 가져오기 조회")
    String intake(@PathVariable UUID id, Model model) {
        var intake = intakes.get(id);
        model.addAttribute("intake", intake);
        if (intake.state() != Intake.State.UPLOADED) {
            model.addAttribute("form", Form.empty());
            return "notices/web/recipients/taken";
        }
        var settings = intakes.settings(id);
        var form = Form.empty()
                .set("source", settings.source().name())
                .set("wording", settings.wording())
                .set("given", settings.givenOn().toString());
        settings.columns().at().forEach((field, at) -> form.set("column-" + field.name(), Integer.toString(at)));
        return columns(model, intake, form);
    }

    private String columns(Model model, Intake intake, Form form) {
        model.addAttribute("intake", intake);
        model.addAttribute("sample", intakes.sample(intake.id()));
        model.addAttribute("head", intakes.settings(intake.id()).columns().head());
        model.addAttribute("form", form);
        return "notices/web/recipients/columns";
    }

    @PostMapping("/{id}/columns")
    @PersonalData(task = "수신자 가져오기 조회")
    String settle(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    intakes.settle(by, id, settings(id, form));
                    return "redirect:" + PATH + "/" + id + "/check";
                },
                ImportPages::field,
                (form, why) -> columns(model, intakes.get(id), form));
    }

    private Settings settings(UUID id, Form form) {
        var at = new EnumMap<Field, Integer>(Field.class);
        for (var field : Field.values()) {
            var typed = form.value("column-" + field.name());
            if (typed.matches("\\d{1,2}")) at.put(field, Integer.valueOf(typed));
        }
        var given = form.day("given");
        form.check();
        var before = intakes.settings(id);
        return new Settings(
                new Columns(before.columns().head(), at),
                Asked.source(form),
                form.required("wording"),
                given.orElseGet(LocalDate::now));
    }

    private static String field(String code) {
        return switch (code) {
            case "notices.intake.wording.missing", "notices.intake.wording.long" -> "wording";
            case "notices.intake.future" -> "given";
            default -> "column-PHONE";
        };
    }

    @GetMapping("/{id}/check")
    @PersonalData(task = "수신자 가져오기 조회")
    String check(@PathVariable UUID id, Model model) {
        var intake = intakes.get(id);
        if (intake.state() != Intake.State.UPLOADED) return "redirect:" + PATH + "/" + id;
        model.addAttribute("intake", intake);
        model.addAttribute("settings", intakes.settings(id));
        model.addAttribute("examined", intakes.examine(id));
        return "notices/web/recipients/check";
    }

    @GetMapping("/{id}/findings.csv")
    @PersonalData(task = "수신자 가져오기 내려받기")
    void findings(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var examined = intakes.examine(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"findings.csv\"");
        try (var out = SheetWriter.csv(response.getOutputStream())) {
            out.row("행", "처리", "이유");
            for (var finding : examined.findings())
                out.row(
                        finding.line(),
                        finding.refused() ? "가져오지 않음" : "확인",
                        Words.here(finding.code(), finding.args().toArray()));
        }
    }

    @PostMapping("/{id}/taking")
    String take(Actor by, @PathVariable UUID id) {
        intakes.take(by, id);
        return "redirect:" + PATH + "/" + id;
    }

    /** How far it has come, for the page to ask again and again. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, Model model) {
        model.addAttribute("intake", intakes.get(id));
        model.addAttribute("form", Form.empty());
        return "notices/web/recipients/progress";
    }

    @PostMapping("/{id}/undoing")
    String undo(Actor by, @PathVariable UUID id, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    sent.say("notices.intake.undone", intakes.undo(by, id, form.value("reason")));
                    return "redirect:" + PATH;
                },
                "reason",
                (form, why) -> {
                    model.addAttribute("intake", intakes.get(id));
                    return "notices/web/recipients/taken";
                });
    }

    @PostMapping("/{id}/discarding")
    String discard(Actor by, @PathVariable UUID id, PostedForm sent) {
        intakes.discard(by, id);
        sent.say("notices.intake.discarded");
        return "redirect:" + PATH;
    }
}
