package kr.madang.approvals.web.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.approvals.delegation.Reason;
import kr.madang.approvals.desk.Delegations;
import kr.madang.approvals.desk.Routes;
import kr.madang.approvals.desk.Units;
import kr.madang.approvals.drafting.Buffers;
import kr.madang.approvals.drafting.Enclosed;
import kr.madang.approvals.drafting.Enclosures;
import kr.madang.approvals.drafting.Upload;
import kr.madang.approvals.records.DocumentKind;
import kr.madang.approvals.records.Retention;
import kr.madang.approvals.records.SecondNumber;
import kr.madang.approvals.tasks.UnitTasks;
import kr.madang.approvals.text.Writing;
import kr.madang.approvals.web.Asked;
import kr.madang.approvals.web.line.LineDesk;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out everything the drafting form shows (기안 화면). */
@Component
class DraftDesk {
    private final Routes routes;
    private final Delegations delegations;
    private final Accounts accounts;
    private final LineDesk lines;
    private final Enclosed enclosed;
    private final Buffers buffers;
    private final UnitTasks tasks;
    private final Units units;
    private final Clock clock;

    DraftDesk(
            Routes routes,
            Delegations delegations,
            Accounts accounts,
            LineDesk lines,
            Enclosed enclosed,
            Buffers buffers,
            UnitTasks tasks,
            Units units,
            Clock clock) {
        this.routes = routes;
        this.delegations = delegations;
        this.accounts = accounts;
        this.lines = lines;
        this.enclosed = enclosed;
        this.buffers = buffers;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
    }

    String page(DraftBox.At at, Form form, Actor actor, Model model) {
        var files = files(actor, form, "");
        model.addAttribute("picks", picks(actor, form));
        model.addAttribute("at", at);
        model.addAttribute("form", form);
        model.addAttribute("files", files);
        model.addAttribute("writing", writing(form, files.uploads()));
        model.addAttribute("box", lines.box(actor, form, ""));
        model.addAttribute("deciding", deciding(actor, form));
        model.addAttribute("choices", choices(form));
        model.addAttribute("left", left(at, actor));
        return "approvals/web/drafting/draft";
    }

    /** The unit tasks of the drafter's unit; a paper filed under one of them shows it chosen. */
    private List<Option> picks(Actor actor, Form form) {
        var offered = tasks.of(units.of(actor.team()).code(), "");
        if (form.values("pick").isEmpty()
                && offered.stream().anyMatch(t -> t.code().equals(form.value("unittask"))))
            form.set("pick", form.value("unittask"));
        var picks = new ArrayList<>(List.of(new Option("", Words.here("approvals.field.pick.none"))));
        for (var task : offered)
            picks.add(new Option(
                    task.code(), task.title() + " · " + task.retention().title()));
        return picks;
    }

    /**
     * A unit task chosen from the list says its own name and period.
     *
     * @throws Refused when the unit has no such task any more
     */
    void chosen(Actor actor, Form form) {
        var code = form.value("pick");
        if (code.isEmpty()) return;
        var task = tasks.of(units.of(actor.team()).code(), "").stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("approvals.task.pick"));
        form.set("unittask", task.code())
                .set("unittasktitle", task.title())
                .set("retention", task.retention().word());
    }

    /** What lies unsaved beside this window. */
    private List<DraftBox.Left> left(DraftBox.At at, Actor actor) {
        var paper = at.fresh() ? null : Asked.paper(at.id());
        return buffers.left(actor, paper).stream()
                .filter(buffer -> !buffer.id().toString().equals(at.buffer()))
                .limit(5)
                .map(DraftBox.Left::of)
                .toList();
    }

    DraftBox.Files files(Actor actor, Form form, String error) {
        try {
            var uploads = enclosed.list(actor, form.value("attached"));
            var list = String.join(
                    " ", uploads.stream().map(u -> u.id().toString()).toList());
            return new DraftBox.Files(list, uploads, error);
        } catch (Refused refused) {
            return new DraftBox.Files("", List.of(), said(refused));
        }
    }

    static String said(Refused refused) {
        return Words.here(refused.code(), refused.args().toArray());
    }

    static DraftBox.Writing writing(Form form, List<Upload> uploads) {
        var text = DraftForm.text(form);
        if (text.isBlank() || text.length() > Writing.LONGEST)
            return new DraftBox.Writing(List.of(), List.of(), null, true);
        var title = form.value("title");
        return new DraftBox.Writing(
                Writing.check(text),
                Enclosures.check(text, uploads.stream().map(Upload::name).toList()),
                title.isEmpty() ? null : DraftForm.gist(title, text),
                false);
    }

    DraftBox.Deciding deciding(Actor actor, Form form) {
        try {
            var proposal = routes.propose(actor, form.value("task"), DraftForm.amount(form));
            var decision = proposal.decision();
            var approver = proposal.route()
                    .flatMap(route ->
                            accounts.find(Account.Id.of(route.approver().key())))
                    .map(a -> (a.name() + " " + a.title()).strip())
                    .orElse("");
            return new DraftBox.Deciding(
                    decision.position().title(), decision.position().delegated(), approver, decision.why(), null);
        } catch (Refused refused) {
            var trouble = new Reason(refused.code(), refused.args());
            return new DraftBox.Deciding("", false, "", List.of(), trouble);
        }
    }

    DraftBox.Choices choices(Form form) {
        return new DraftBox.Choices(
                Arrays.stream(DocumentKind.values())
                        .map(k -> new Option(k.word(), k.title()))
                        .toList(),
                seconds(),
                tasks(form.value("task")),
                Arrays.stream(Retention.values())
                        .map(r -> new Option(r.word(), r.title()))
                        .toList());
    }

    static List<Option> seconds() {
        var all = new ArrayList<>(List.of(new Option("", Words.here("approvals.field.second.none"))));
        for (var kind : SecondNumber.Kind.values()) all.add(new Option(kind.word(), kind.title()));
        return all;
    }

    /** Tasks of the table that are in force, and the one the paper has. */
    List<Option> tasks(String chosen) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Seoul"));
        var tasks = new LinkedHashMap<String, String>();
        tasks.put("", Words.here("approvals.field.task.none"));
        for (var entry : delegations.rows()) if (entry.inForce(today)) tasks.putIfAbsent(entry.task(), entry.title());
        tasks.putIfAbsent(chosen, chosen);
        return tasks.entrySet().stream()
                .map(e -> new Option(e.getKey(), e.getValue()))
                .toList();
    }
}
