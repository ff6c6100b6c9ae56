package kr.madang.press.web.training;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.files.Files;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.press.training.Trainings;
import kr.madang.press.training.Trainings.Training;
import kr.madang.press.web.outlets.Downloads;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Training of staff in press work (홍보교육), and the files of trainings and booklets. */
@Controller
@RequestMapping(TrainingPages.AT)
@Needs(room = "press", level = Level.VIEW)
class TrainingPages {
    static final String AT = "/desk/press/training";
    private static final String ID = "/{id:[0-9a-f-]{36}}";

    private final Trainings trainings;
    private final Files files;

    TrainingPages(Trainings trainings, Files files) {
        this.trainings = trainings;
        this.files = files;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("trainings", trainings.trainings(q));
        return "press/web/training/trainings";
    }

    @GetMapping("/table." + Sheets.FORMAT)
    void export(@PathVariable String format, @RequestParam(defaultValue = "") String q, HttpServletResponse response)
            throws IOException {
        Sheets.send(response, format, "trainings", "홍보교육", out -> {
            out.row("실시일", "제목", "장소", "강사", "대상", "참석 인원", "메모");
            for (var t : trainings.trainings(q))
                out.row(t.day(), t.subject(), t.place(), t.teacher(), t.audience(), t.attendees(), t.note());
        });
    }

    @GetMapping("/new")
    @Needs(room = "press", level = Level.WORK)
    String blank(Model model) {
        return page(null, Form.empty().set("day", trainings.today().toString()), model);
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String add(Actor actor, PostedForm sent, Model model) {
        return save(null, actor, sent, model);
    }

    @GetMapping(ID)
    String training(@PathVariable UUID id, Model model) {
        var t = trainings.training(id);
        var form = Form.empty()
                .set("day", t.day().toString())
                .set("subject", t.subject())
                .set("place", t.place())
                .set("teacher", t.teacher())
                .set("audience", t.audience())
                .set("attendees", Integer.toString(t.attendees()))
                .set("note", t.note());
        return page(id, form, model);
    }

    @PutMapping(ID)
    @Needs(room = "press", level = Level.WORK)
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        trainings.training(id);
        return save(id, actor, sent, model);
    }

    private String save(@Nullable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("subject");
                    form.required("day");
                    var day = form.day("day");
                    var attendees = form.number("attendees");
                    form.check();
                    var saved = trainings.save(
                            actor,
                            new Training(
                                    id == null ? trainings.id() : id,
                                    day.orElseThrow(),
                                    form.value("subject"),
                                    form.value("place"),
                                    form.value("teacher"),
                                    form.value("audience"),
                                    count(attendees.orElse(0)),
                                    form.value("note")));
                    sent.say("press.training.said");
                    return "redirect:" + AT + "/" + saved;
                },
                TrainingPages::field,
                (form, why) -> page(id, form, model));
    }

    static int count(long typed) {
        return (int) Math.clamp(typed, -1, 10_000_000);
    }

    static String field(String code) {
        return switch (code) {
            case "press.training.subject" -> "subject";
            case "press.training.short" -> "place";
            case "press.training.count" -> "attendees";
            case "press.training.note" -> "note";
            default -> "day";
        };
    }

    private String page(@Nullable UUID id, Form form, Model model) {
        model.addAttribute("id", id == null ? "" : id.toString());
        model.addAttribute("form", form);
        model.addAttribute("materials", id == null ? java.util.List.of() : trainings.materials(id));
        return "press/web/training/training";
    }

    @DeleteMapping(ID)
    @Needs(room = "press", level = Level.WORK)
    String delete(@PathVariable UUID id, Actor actor, PostedForm sent) {
        trainings.delete(actor, id);
        sent.say("press.training.said.deleted");
        return "redirect:" + AT;
    }

    @PostMapping(ID + "/materials")
    @Needs(room = "press", level = Level.WORK)
    String bring(@PathVariable UUID id, @RequestParam MultipartFile file, Actor actor, PostedForm sent)
            throws IOException {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        trainings.bring(actor, id, name, file.getInputStream());
        sent.say("press.training.said");
        return "redirect:" + back(id);
    }

    private String back(UUID id) {
        boolean training = trainings.trainings("").stream().anyMatch(t -> t.id().equals(id));
        return training ? AT + "/" + id : BookletPages.AT + "/" + id;
    }

    @GetMapping(ID + "/materials/{file}")
    ResponseEntity<InputStreamResource> material(@PathVariable UUID id, @PathVariable UUID file) {
        return Downloads.of(files, files.get(trainings.material(id, file).file()));
    }

    @DeleteMapping(ID + "/materials/{file}")
    @Needs(room = "press", level = Level.WORK)
    String remove(@PathVariable UUID id, @PathVariable UUID file, Actor actor, PostedForm sent) {
        trainings.remove(actor, id, file);
        sent.say("press.training.said");
        return "redirect:" + back(id);
    }
}
