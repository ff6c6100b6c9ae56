package kr.madang.notices.web.sends;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Consumer;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.notices.ledger.MessageList;
import kr.madang.notices.ledger.State;
import kr.madang.notices.lines.PushKeys;
import kr.madang.notices.sends.Operating;
import kr.madang.notices.sends.Receivers;
import kr.madang.notices.sends.SendApproval;
import kr.madang.notices.sends.Sends;
import kr.madang.notices.sends.Trials;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One send (발송): where it stands, what may be done to it, and every message of it. */
@Controller
@RequestMapping("/desk/notices/sends/{serial:[0-9]{1,9}}")
@Needs(room = "notices", level = Level.VIEW)
class SendPages {
    private static final int ROWS = 50;
    private static final int PORTION = 2_000;

    private final Sends sends;
    private final SendApproval approval;
    private final Trials trials;
    private final Operating operating;
    private final MessageList messages;
    private final Receivers receivers;
    private final PushKeys keys;
    private final SendViews views;

    SendPages(
            Sends sends,
            SendApproval approval,
            Trials trials,
            Operating operating,
            MessageList messages,
            Receivers receivers,
            PushKeys keys,
            SendViews views) {
        this.sends = sends;
        this.approval = approval;
        this.trials = trials;
        this.operating = operating;
        this.messages = messages;
        this.receivers = receivers;
        this.keys = keys;
        this.views = views;
    }

    @GetMapping
    String send(@PathVariable int serial, Actor actor, Model model) {
        return page(serial, Form.empty(), actor, model);
    }

    private String page(int serial, Form form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("push", keys.open().orElse(""));
        model.addAttribute("view", views.of(sends.get(serial), actor));
        return "notices/web/sends/send";
    }

    /** The moving part, asked for again and again while it moves. When the stage changes, the whole page is shown anew. */
    @GetMapping("/progress")
    String progress(
            @PathVariable int serial,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response,
            Model model) {
        var send = sends.get(serial);
        if (!state.isEmpty() && !state.equals(send.state().word())) response.setHeader("HX-Refresh", "true");
        model.addAttribute("course", views.course(send));
        return "notices/web/sends/progress";
    }

    @GetMapping("/statistics")
    String statistics(@PathVariable int serial, Model model) {
        model.addAttribute("view", views.statistics(sends.get(serial)));
        return "notices/web/sends/statistics";
    }

    // ------------------------------------------------------------------ acts

    @PostMapping("/trials")
    @Needs(room = "notices", level = Level.WORK)
    String tryOut(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "to", form -> {
            var trial = trials.send(actor, serial, form.value("to"));
            sent.say("notices.said.tried." + trial.state(), trial.ending());
        });
    }

    /** Leads to the paper, which its drafter looks over and sends on. */
    @PostMapping("/approval")
    @Needs(room = "notices", level = Level.WORK)
    String ask(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var version = form.number("version");
                    form.check();
                    var paper = approval.ask(actor, serial, (int) version.orElse(0));
                    sent.say("notices.said.asked");
                    return "redirect:/desk/approvals/papers/" + paper;
                },
                "ask",
                (form, why) -> page(serial, form, actor, model));
    }

    @DeleteMapping("/approval")
    @Needs(room = "notices", level = Level.WORK)
    String takeBack(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "reason", form -> {
            approval.takeBack(actor, serial, form.value("reason"));
            sent.say("notices.said.takenback");
        });
    }

    @PostMapping("/confirmation")
    @Needs(room = "notices", level = Level.WORK)
    String confirm(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "reason", form -> {
            sends.confirm(actor, serial, form.value("reason"));
            sent.say("notices.said.confirmed");
        });
    }

    @PutMapping("/pause")
    @Needs(room = "notices", level = Level.WORK)
    String pause(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "operate", form -> {
            operating.pause(actor, serial);
            sent.say("notices.said.paused");
        });
    }

    @DeleteMapping("/pause")
    @Needs(room = "notices", level = Level.WORK)
    String resume(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "operate", form -> {
            operating.resume(actor, serial);
            sent.say("notices.said.resumed");
        });
    }

    @PostMapping("/cancellation")
    @Needs(room = "notices", level = Level.WORK)
    String cancel(@PathVariable int serial, Actor actor, PostedForm sent, Model model) {
        return act(serial, actor, sent, model, "reason", form -> {
            if (sends.get(serial).state().ran())
                sent.say("notices.said.cancelled", operating.cancel(actor, serial, form.value("reason")));
            else {
                sends.drop(actor, serial, form.value("reason"));
                sent.say("notices.said.dropped");
            }
        });
    }

    /** An act on the send, after which its page is shown again; also when it is refused, with why beside the field. */
    private String act(int serial, Actor actor, PostedForm sent, Model model, String field, Consumer<Form> act) {
        return sent.act(
                form -> {
                    act.accept(form);
                    return to(serial);
                },
                field,
                (form, why) -> page(serial, form, actor, model));
    }

    private static String to(int serial) {
        return "redirect:/desk/notices/sends/" + serial;
    }

    // ------------------------------------------------------------------ rows

    @GetMapping("/rows")
    @PersonalData(task = "발송 건별 결과 조회")
    String rows(
            @PathVariable int serial,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var send = sends.get(serial);
        var wanted = Asked.one(State.class, state).orElse(null);
        var slice = messages.page(serial, wanted, cursor.isEmpty() ? null : cursor, ROWS);
        var path = "/desk/notices/sends/" + serial + "/rows";
        var query = Paging.query("state", wanted == null ? "" : wanted.word());
        var course = views.course(send);
        long total = wanted == null ? course.counts().rows() : course.counts().of(wanted);
        model.addAttribute("course", course);
        model.addAttribute("state", wanted == null ? "" : wanted.word());
        model.addAttribute("lines", slice.rows());
        model.addAttribute(
                "masked",
                receivers.masked(
                        slice.rows().stream().map(MessageList.Line::contact).toList()));
        model.addAttribute("window", Paging.window(path, query, total, slice));
        return "notices/web/sends/rows";
    }

    @GetMapping("/rows." + Sheets.FORMAT)
    @PersonalData(task = "발송 건별 결과 내려받기")
    void export(
            @PathVariable int serial,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        sends.get(serial);
        var wanted = Asked.one(State.class, state).orElse(null);
        Sheets.send(response, format, "send-" + serial, "발송 " + serial, out -> {
            out.row("번호", "연락처", "상태", "사유·코드", "시각", "시도");
            messages.each(serial, wanted, PORTION, lines -> {
                var masked = receivers.masked(
                        lines.stream().map(MessageList.Line::contact).toList());
                for (var line : lines) {
                    var cells = new ArrayList<Object>();
                    cells.add(line.row());
                    cells.add(masked.getOrDefault(line.contact(), "-"));
                    cells.add(Words.here(SendViews.code(line.state())));
                    cells.add(SendViews.reason(line.state(), line.code()));
                    var at = line.at();
                    cells.add(at == null ? "" : Asked.day(at) + " " + Asked.hour(at));
                    cells.add(line.attempt());
                    out.row(cells.toArray());
                }
            });
        });
    }
}
