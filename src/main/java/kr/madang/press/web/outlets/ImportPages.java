package kr.madang.press.web.outlets;

import java.io.IOException;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.outlets.IntakeRow;
import kr.madang.press.outlets.ReporterIntake;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Brings a list of reporters in from a file (기자 명부 가져오기). */
@Controller
@RequestMapping(ImportPages.AT)
@Needs(room = "press", level = Level.WORK)
class ImportPages {
    static final String AT = ReporterPages.AT + "/imports";

    private final ReporterIntake intake;

    ImportPages(ReporterIntake intake) {
        this.intake = intake;
    }

    @GetMapping
    String blank(Model model) {
        return page(Form.empty(), model);
    }

    private static String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("heads", IntakeRow.HEADS);
        return "press/web/outlets/imports";
    }

    @PostMapping
    String bring(@RequestParam MultipartFile file, Actor actor, PostedForm sent, Model model) throws IOException {
        if (file.getSize() > ReporterIntake.LARGEST)
            throw new Refused(Refused.Reason.TOO_LARGE, "press.intake.size", ReporterIntake.LARGEST / 1_000_000);
        var bytes = file.getBytes();
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return sent.act(
                form -> "redirect:" + AT + "/" + intake.bring(actor, name, bytes),
                "file",
                (form, why) -> page(form, model));
    }

    @GetMapping("/{id}")
    @PersonalData(task = "기자 명부 가져오기 확인")
    String preview(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean wrong, Actor actor, Model model) {
        model.addAttribute("preview", intake.preview(actor, id));
        model.addAttribute("wrong", wrong);
        return "press/web/outlets/preview";
    }

    @PostMapping("/{id}/taking")
    String take(@PathVariable UUID id, Actor actor, PostedForm sent) {
        sent.say("press.intake.said", intake.take(actor, id));
        return "redirect:" + ReporterPages.AT + "?sort=newest";
    }
}
