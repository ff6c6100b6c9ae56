package kr.madang.approvals.web.records;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.madang.approvals.tasks.TaskTable;
import kr.madang.approvals.tasks.UnitTasks;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The table of unit tasks (단위과제·기록관리기준표). */
@Controller
@RequestMapping("/desk/approvals/records/tasks")
@Needs(room = "approvals", level = Level.VIEW)
class TaskPages {
    private static final String PATH = "/desk/approvals/records/tasks";
    private static final int ROWS = 50;

    private final UnitTasks tasks;
    private final Asked asked;

    TaskPages(UnitTasks tasks, Asked asked) {
        this.tasks = tasks;
        this.asked = asked;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return list(Form.of(request), List.of(), model);
    }

    private String list(Form form, List<TaskTable.Mistake> mistakes, Model model) {
        boolean all = form.checked("all");
        var slice = tasks.page(form.value("unit"), form.value("q"), all, form.value("cursor"), ROWS);
        model.addAttribute("form", form);
        model.addAttribute("all", all);
        model.addAttribute("units", asked.units());
        model.addAttribute("tasks", slice.rows());
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("window", Asked.window(PATH, Asked.query(form, "unit", "q", "all"), slice));
        return "approvals/web/records/tasks";
    }

    @GetMapping("/table." + Sheets.FORMAT)
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var unit = Form.of(request).value("unit");
        Sheets.send(response, format, "unit-tasks", "단위과제", out -> {
            TaskTable.head(out);
            tasks.each(unit, entry -> TaskTable.row(out, entry));
        });
    }

    /** All rows or none; what is wrong is named line by line. */
    @PostMapping("/table")
    @Needs(room = "approvals", level = Level.MANAGE)
    String take(
            Actor actor,
            @RequestParam("file") MultipartFile file,
            PostedForm sent,
            HttpServletResponse response,
            Model model)
            throws IOException {
        return sent.act(
                form -> {
                    var read = TaskTable.read(file.getBytes(), asked.unit(form, actor));
                    if (!read.mistakes().isEmpty()) {
                        response.setStatus(422);
                        return list(form, read.mistakes(), model);
                    }
                    int taken = tasks.take(actor, read.entries());
                    sent.say("approvals.tasks.taken.in", read.entries().size(), taken);
                    return "redirect:" + PATH;
                },
                "file",
                (form, why) -> list(form, List.of(), model));
    }

    @GetMapping("/new")
    @Needs(room = "approvals", level = Level.MANAGE)
    String blank(Actor actor, HttpServletRequest request, Model model) {
        var values = new LinkedHashMap<String, String>();
        values.put("unit", asked.unit(Form.of(request), actor));
        values.put("retention", "years_5");
        values.put("first", asked.today().withDayOfYear(1).toString());
        return page(Form.of(values), false, model);
    }

    @PostMapping
    @Needs(room = "approvals", level = Level.MANAGE)
    String add(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    tasks.add(actor, TaskForm.entry(form, form.value("unit"), form.value("code")));
                    return kept(sent);
                },
                TaskForm::field,
                (form, why) -> page(form, false, model));
    }

    @GetMapping("/{unit}/{code}/edit")
    @Needs(room = "approvals", level = Level.MANAGE)
    String edit(@PathVariable String unit, @PathVariable String code, Model model) {
        var entry = tasks.get(unit, code);
        var values = new LinkedHashMap<String, String>();
        values.put("unit", unit);
        values.put("code", code);
        values.put("title", entry.task().title());
        values.put("retention", entry.task().retention().word());
        values.put("reason", entry.reason());
        values.put("first", entry.first().toString());
        values.put(
                "last", Optional.ofNullable(entry.last()).map(Objects::toString).orElse(""));
        return page(Form.of(values), true, model);
    }

    @PutMapping("/{unit}/{code}")
    @Needs(room = "approvals", level = Level.MANAGE)
    String change(@PathVariable String unit, @PathVariable String code, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    tasks.change(actor, TaskForm.entry(form, unit, code));
                    return kept(sent);
                },
                TaskForm::field,
                (form, why) -> page(form, true, model));
    }

    private static String kept(PostedForm sent) {
        sent.say("approvals.tasks.kept");
        return "redirect:" + PATH;
    }

    private String page(Form form, boolean known, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute("units", asked.units());
        return "approvals/web/records/task";
    }
}
