package kr.madang.press.web.training;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.press.training.Trainings;
import kr.madang.press.training.Trainings.Booklet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Booklets issued for training (교육용 책자). */
@Controller
@RequestMapping(BookletPages.AT)
@Needs(room = "press", level = Level.VIEW)
class BookletPages {
    static final String AT = TrainingPages.AT + "/booklets";
    private static final String ID = "/{id:[0-9a-f-]{36}}";

    private final Trainings trainings;

    BookletPages(Trainings trainings) {
        this.trainings = trainings;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("booklets", trainings.booklets(q));
        return "press/web/training/booklets";
    }

    @GetMapping("/table." + Sheets.FORMAT)
    void export(@PathVariable String format, @RequestParam(defaultValue = "") String q, HttpServletResponse response)
            throws IOException {
        Sheets.send(response, format, "booklets", "교육용 책자", out -> {
            out.row("발간일", "제목", "쪽수", "부수", "메모");
            for (var b : trainings.booklets(q)) out.row(b.day(), b.title(), b.pages(), b.copies(), b.note());
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
    String booklet(@PathVariable UUID id, Model model) {
        var b = trainings.booklet(id);
        var form = Form.empty()
                .set("day", b.day().toString())
                .set("title", b.title())
                .set("pages", Integer.toString(b.pages()))
                .set("copies", Integer.toString(b.copies()))
                .set("note", b.note());
        return page(id, form, model);
    }

    @PutMapping(ID)
    @Needs(room = "press", level = Level.WORK)
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        trainings.booklet(id);
        return save(id, actor, sent, model);
    }

    private String save(@Nullable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("title");
                    form.required("day");
                    var day = form.day("day");
                    var pages = form.number("pages");
                    var copies = form.number("copies");
                    form.check();
                    var saved = trainings.save(
                            actor,
                            new Booklet(
                                    id == null ? trainings.id() : id,
                                    day.orElseThrow(),
                                    form.value("title"),
                                    TrainingPages.count(pages.orElse(0)),
                                    TrainingPages.count(copies.orElse(0)),
                                    form.value("note")));
                    sent.say("press.training.said");
                    return "redirect:" + AT + "/" + saved;
                },
                code -> switch (code) {
                    case "press.booklet.title" -> "title";
                    case "press.training.count" -> "pages";
                    case "press.training.note" -> "note";
                    default -> "day";
                },
                (form, why) -> page(id, form, model));
    }

    private String page(@Nullable UUID id, Form form, Model model) {
        model.addAttribute("id", id == null ? "" : id.toString());
        model.addAttribute("form", form);
        model.addAttribute("materials", id == null ? java.util.List.of() : trainings.materials(id));
        return "press/web/training/booklet";
    }
}
