package kr.madang.notices.web.calls;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.notices.calls.Call;
import kr.madang.notices.calls.CallEvent;
import kr.madang.notices.calls.CallList;
import kr.madang.notices.calls.Calls;
import kr.madang.notices.calls.Trees;
import kr.madang.notices.web.alerts.Asking;
import kr.madang.notices.web.sends.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls of the staff (비상소집): starting one, watching it, answering and ending it. */
@Controller
@Needs(room = "notices", level = Level.VIEW)
class CallPages {
    static final String AT = "/desk/notices/calls";
    private static final String ONE = AT + "/{serial:[0-9]{1,9}}";
    private static final int ROWS = 20;
    private static final int PORTION = 500;

    private final Calls calls;
    private final CallList list;
    private final Trees trees;
    private final CallViews views;

    CallPages(Calls calls, CallList list, Trees trees, CallViews views) {
        this.calls = calls;
        this.list = list;
        this.trees = trees;
        this.views = views;
    }

    @GetMapping(AT)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var wanted = Asked.one(Call.State.class, state).orElse(null);
        var slice = list.page(q, wanted, cursor.isEmpty() ? null : cursor, ROWS);
        var word = wanted == null ? "" : wanted.name();
        var asked = Paging.query("q", q.strip(), "state", word);
        model.addAttribute("q", q.strip());
        model.addAttribute("state", word);
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Paging.window(AT, asked, list.count(q, wanted), slice));
        model.addAttribute("asked", asked.isEmpty() ? "" : "?" + asked);
        return "notices/web/calls/list";
    }

    @GetMapping(AT + "." + Sheets.FORMAT)
    void exportAll(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var wanted = Asked.one(Call.State.class, state).orElse(null);
        Sheets.send(response, format, "calls", "비상소집", out -> {
            out.row("번호", "비상연락망", "구분", "시작", "상태", "알린 사람", "참석", "충족까지(초)", "시작한 사람");
            @Nullable String cursor = null;
            do {
                var slice = list.page(q, wanted, cursor, PORTION);
                for (var item : slice.rows())
                    out.row(
                            item.serial(),
                            item.name(),
                            Words.here(item.drill() ? "notices.alert.drill" : "notices.alert.real"),
                            Asking.when(item.at()),
                            Words.here(CallViews.code(item.state())),
                            item.told(),
                            item.coming(),
                            item.took().map(t -> t.toSeconds()).orElse(null),
                            item.by());
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    @GetMapping(AT + "/new")
    @Needs(room = "notices", level = Level.APPROVE)
    String blank(Model model) {
        return form(Form.empty().set("drill", "true"), model);
    }

    private String form(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "trees",
                trees.all().stream()
                        .map(t -> Option.of(t.id(), t.tree().name()))
                        .toList());
        return "notices/web/calls/new";
    }

    @PostMapping(AT)
    @Needs(room = "notices", level = Level.APPROVE)
    String start(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var tree = form.required("tree");
                    form.required("text");
                    form.check();
                    int serial = calls.start(
                            actor,
                            Asking.id(tree),
                            form.value("text"),
                            !form.value("drill").equals("false"));
                    sent.say("notices.calls.said.started");
                    return "redirect:" + AT + "/" + serial;
                },
                code -> code.contains(".tree") ? "tree" : "text",
                (form, why) -> form(form, model));
    }

    @GetMapping(ONE)
    String call(@PathVariable int serial, Actor actor, Model model) {
        return page(serial, Form.empty(), actor, model);
    }

    private String page(int serial, Form form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("view", views.of(calls.get(serial), actor));
        return "notices/web/calls/call";
    }

    /** The moving part, asked for again and again while it moves. */
    @GetMapping(ONE + "/rungs")
    String rungs(
            @PathVariable int serial,
            @RequestParam(defaultValue = "") String state,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var stored = calls.get(serial);
        if (!state.isEmpty() && !state.equals(stored.call().state().name())) response.setHeader("HX-Refresh", "true");
        model.addAttribute("view", views.of(stored, actor));
        return "notices/web/calls/rungs";
    }

    @GetMapping(ONE + "." + Sheets.FORMAT)
    void export(@PathVariable int serial, @PathVariable String format, Actor actor, HttpServletResponse response)
            throws IOException {
        var view = views.of(calls.get(serial), actor);
        Sheets.send(response, format, "call-" + serial, "비상소집 " + serial, out -> {
            out.row("단계", "이름", "알린 때", "횟수", "응답", "응답한 때", "경로");
            for (var rung : view.rungs())
                for (var seat : rung.seats())
                    out.row(
                            rung.title(),
                            seat.name(),
                            Asking.when(seat.told()),
                            seat.attempts(),
                            Words.here(seat.answerCode()),
                            Asking.when(seat.answeredAt()),
                            seat.via() == null ? "" : Words.here(seat.viaCode()));
        });
    }

    /** Everybody who may look answers for himself, for others only who works here; the rest answer by the link in their message. */
    @PostMapping(ONE + "/answers")
    String answer(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, form -> {
            var answer = Asked.one(CallEvent.Answer.class, form.value("answer"))
                    .orElseThrow(() -> Refused.invalid("notices.calls.answer"));
            var typed = form.value("person");
            UUID person = typed.isEmpty() ? actor.id() : Asking.id(typed);
            calls.answer(actor, serial, person, answer);
            sent.say("notices.calls.said.answered");
        });
    }

    @PostMapping(ONE + "/end")
    @Needs(room = "notices", level = Level.WORK)
    String end(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, form -> {
            calls.end(actor, serial, form.value("reason"));
            sent.say("notices.calls.said.ended");
        });
    }

    private String act(int serial, Actor actor, PostedForm sent, Model model, Consumer<Form> act) {
        return sent.act(
                form -> {
                    act.accept(form);
                    return "redirect:" + AT + "/" + serial;
                },
                "reason",
                (form, why) -> page(serial, form, actor, model));
    }
}
