package kr.madang.press.web.outlets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Contact;
import kr.madang.press.outlets.IntakeRow;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.outlets.Reporter;
import kr.madang.press.outlets.ReporterDraft;
import kr.madang.press.outlets.ReporterHistory;
import kr.madang.press.outlets.ReporterList;
import kr.madang.press.outlets.Reporters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The book of reporters (기자 명부): found, registered and handed out as a table. */
@Controller
@RequestMapping(ReporterPages.AT)
@Needs(room = "press", level = Level.VIEW)
class ReporterPages {
    static final String AT = "/desk/press/reporters";
    private static final int ROWS = 30;
    private static final int PORTION = 500;

    private final Reporters reporters;
    private final ReporterList list;
    private final ReporterHistory history;
    private final Outlets outlets;

    ReporterPages(Reporters reporters, ReporterList list, ReporterHistory history, Outlets outlets) {
        this.reporters = reporters;
        this.list = list;
        this.history = history;
        this.outlets = outlets;
    }

    @GetMapping
    @PersonalData(task = "기자 명부 조회")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var query = query(q, tier, outlet, state);
        var order = Asked.one(ReporterList.Sort.class, sort).orElse(ReporterList.Sort.NAME);
        var slice = list.page(query, order, cursor, ROWS);
        var asked = Paging.query("q", q, "tier", tier, "outlet", outlet, "state", state, "sort", sort);
        model.addAttribute("query", query);
        model.addAttribute("sort", order);
        model.addAttribute("items", slice.rows());
        model.addAttribute("outlets", outlets.all());
        model.addAttribute("asked", asked);
        model.addAttribute("window", Paging.window(AT, asked, list.count(query), slice));
        return "press/web/outlets/reporters";
    }

    private static ReporterList.Query query(String q, String tier, String outlet, String state) {
        return new ReporterList.Query(
                q,
                Asked.one(Tier.class, tier).orElse(null),
                Asked.id(outlet).orElse(null),
                Asked.one(ReporterList.State.class, state).orElse(ReporterList.State.ALL));
    }

    /** In clear, as a list that can be brought in again. */
    @GetMapping("/table." + Sheets.FORMAT)
    @Needs(room = "press", level = Level.WORK)
    @PersonalData(task = "기자 명부 내려받기", named = true)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var query = query(q, tier, outlet, state);
        var found = new ArrayList<Reporter>();
        @Nullable String cursor = null;
        do {
            var slice = list.page(query, ReporterList.Sort.NAME, cursor, PORTION);
            found.addAll(slice.rows());
            cursor = slice.next();
        } while (cursor != null);
        var addresses =
                reporters.addresses(actor, found.stream().map(Reporter::id).toList(), "명부 내려받기");
        Sheets.send(response, format, "reporters", "기자", out -> {
            out.row(IntakeRow.HEADS.toArray());
            for (var r : found) {
                var contact = addresses.getOrDefault(r.id(), Contact.NONE);
                var consent = history.consents(r.id()).stream()
                        .filter(c -> c.withdrawnAt() == null)
                        .findFirst();
                out.row(
                        r.name(),
                        r.outletName(),
                        r.title(),
                        String.join(", ", r.beats()),
                        contact.mail(),
                        contact.phone(),
                        consent.map(c -> c.givenOn().toString()).orElse(""),
                        consent.map(c -> Words.here(c.source().code())).orElse(""));
            }
        });
    }

    @GetMapping("/new")
    @Needs(room = "press", level = Level.WORK)
    String blank(@RequestParam(defaultValue = "") String outlet, Model model) {
        return page(Form.empty().set("outlet", outlet), model);
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String add(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("name");
                    var outlet = Asked.id(form.value("outlet"));
                    if (outlet.isEmpty()) form.refuse("outlet", "kernel.form.missing");
                    form.check();
                    var made = reporters.add(actor, draft(form, outlet.orElseThrow()));
                    sent.say("press.reporters.said.saved");
                    return "redirect:" + AT + "/" + made.id();
                },
                ReporterPages::field,
                (form, why) -> page(form, model));
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("outlets", Asked.outlets(outlets.all()));
        return "press/web/outlets/newreporter";
    }

    static ReporterDraft draft(Form form, UUID outlet) {
        return new ReporterDraft(
                form.value("name"),
                outlet,
                form.value("title"),
                ReporterDraft.beats(form.value("beats")),
                form.value("note"),
                Contact.typed(form.value("mail"), form.value("phone")));
    }

    static String field(String code) {
        return switch (code) {
            case "press.reporter.mail", "press.reporter.taken" -> "mail";
            case "press.reporter.phone" -> "phone";
            case "press.reporter.title" -> "title";
            case "press.reporter.beats" -> "beats";
            case "press.reporter.note" -> "note";
            case "press.reporter.outlet.retired", "press.outlet.missing" -> "outlet";
            default -> "name";
        };
    }
}
