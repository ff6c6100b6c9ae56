package kr.madang.approvals.web.records;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import kr.madang.approvals.shelf.FileItem;
import kr.madang.approvals.shelf.FileQuery;
import kr.madang.approvals.shelf.Files;
import kr.madang.approvals.shelf.Filings;
import kr.madang.approvals.tasks.UnitTasks;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files and the papers in them (기록물철). */
@Controller
@RequestMapping("/desk/approvals/records")
@Needs(room = "approvals", level = Level.VIEW)
class FilePages {
    static final String PATH = "/desk/approvals/records";
    private static final int ROWS = 30;
    private static final String[] FIELDS = {"unit", "year", "q", "paper", "state"};

    private final Files files;
    private final Filings filings;
    private final UnitTasks tasks;
    private final Asked asked;

    FilePages(Files files, Filings filings, UnitTasks tasks, Asked asked) {
        this.files = files;
        this.filings = filings;
        this.tasks = tasks;
        this.asked = asked;
    }

    @GetMapping
    String list(Actor actor, HttpServletRequest request, Model model) {
        var form = Form.of(request);
        var slice = files.page(query(form), form.value("cursor"), ROWS);
        model.addAttribute("form", form);
        model.addAttribute("units", asked.units());
        model.addAttribute("years", asked.years());
        model.addAttribute("query", Asked.query(form, FIELDS));
        model.addAttribute("files", slice.rows());
        model.addAttribute("window", Asked.window(PATH, Asked.query(form, FIELDS), slice));
        return "approvals/web/records/files";
    }

    private FileQuery query(Form form) {
        var state = Arrays.stream(FileQuery.State.values())
                .filter(s -> s.word().equals(form.value("state")))
                .findFirst()
                .orElse(FileQuery.State.ANY);
        return new FileQuery(form.value("unit"), asked.year(form, 0), form.value("q"), form.value("paper"), state);
    }

    @GetMapping("/files." + Sheets.FORMAT)
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var query = query(Form.of(request));
        Sheets.send(response, format, "files", "기록물철", out -> {
            out.row("분류번호", "처리과", "제목", "연도", "보존기간", "문서 수", "상태", "종결일", "만료일");
            files.each(
                    query,
                    f -> out.row(
                            f.code().text(),
                            f.unitName(),
                            f.title(),
                            f.code().year(),
                            f.retention().title(),
                            f.papers(),
                            f.open() ? "열림" : "종결",
                            f.closedOn(),
                            f.keptUntil().orElse(null)));
        });
    }

    @GetMapping("/files/new")
    @Needs(room = "approvals", level = Level.MANAGE)
    String blank(Actor actor, HttpServletRequest request, Model model) {
        return blank(Form.of(request), actor, model);
    }

    private String blank(Form form, Actor actor, Model model) {
        var unit = asked.unit(form, actor);
        model.addAttribute("form", form);
        model.addAttribute("unit", unit);
        model.addAttribute("units", asked.units());
        model.addAttribute(
                "tasks",
                tasks.of(unit, "").stream()
                        .map(t -> new Option(
                                t.code(), t.title() + " · " + t.retention().title()))
                        .toList());
        return "approvals/web/records/newfile";
    }

    @PostMapping("/files")
    @Needs(room = "approvals", level = Level.MANAGE)
    String open(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var id = files.open(actor, asked.unit(form, actor), form.value("task"), form.value("title"));
                    sent.say("approvals.files.opened");
                    return "redirect:" + PATH + "/files/" + id;
                },
                code -> code.equals("approvals.files.title") ? "title" : "task",
                (form, why) -> blank(form, actor, model));
    }

    @GetMapping("/files/{id}")
    String file(@PathVariable String id, Actor actor, HttpServletRequest request, Model model) {
        var form = Form.of(request);
        var file = file(id);
        var slice = filings.papers(actor, file.id(), form.value("q"), form.value("cursor"), ROWS);
        model.addAttribute("file", file);
        model.addAttribute("q", form.value("q"));
        model.addAttribute("papers", slice.rows());
        model.addAttribute("window", Asked.window(PATH + "/files/" + id, Asked.query(form, "q"), slice));
        return "approvals/web/records/file";
    }

    @GetMapping("/files/{id}/papers." + Sheets.FORMAT)
    void papers(@PathVariable String id, @PathVariable String format, Actor actor, HttpServletResponse response)
            throws IOException {
        var file = file(id);
        Sheets.send(response, format, file.code().text(), "문서 목록", out -> {
            out.row("등록번호", "제목", "기안자", "결재일", "공개구분", "보존기간");
            filings.each(
                    actor,
                    file.id(),
                    p -> out.row(
                            p.number(),
                            p.masked() ? Words.here("approvals.masked") : p.title(),
                            p.drafter(),
                            Asked.date(p.approvedAt()),
                            p.disclosure().title(),
                            p.retention().title()));
        });
    }

    @PostMapping("/files/{id}/closure")
    @Needs(room = "approvals", level = Level.MANAGE)
    String close(@PathVariable String id, Actor actor, RedirectAttributes then) {
        files.close(actor, file(id).id());
        then.addFlashAttribute("notice", Words.here("approvals.files.closing.done"));
        return "redirect:" + PATH + "/files/" + id;
    }

    private FileItem file(String id) {
        try {
            return files.get(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.files.missing");
        }
    }
}
