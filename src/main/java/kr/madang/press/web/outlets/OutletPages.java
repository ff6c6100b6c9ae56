package kr.madang.press.web.outlets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.OutletList;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.outlets.ReporterList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The book of outlets (매체 목록). */
@Controller
@RequestMapping(OutletPages.AT)
@Needs(room = "press", level = Level.VIEW)
class OutletPages {
    static final String AT = "/desk/press/outlets";
    private static final int ROWS = 30;
    private static final int PORTION = 500;

    private final Outlets outlets;
    private final OutletList list;
    private final ReporterList reporters;

    OutletPages(Outlets outlets, OutletList list, ReporterList reporters) {
        this.outlets = outlets;
        this.list = list;
        this.reporters = reporters;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "live") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var query = query(q, tier, state);
        var order = Asked.one(OutletList.Sort.class, sort).orElse(OutletList.Sort.TIER);
        var slice = list.page(query, order, cursor, ROWS);
        var asked = Paging.query("q", q, "tier", tier, "state", state, "sort", sort);
        model.addAttribute("query", query);
        model.addAttribute("state", state);
        model.addAttribute("sort", order);
        model.addAttribute("items", slice.rows());
        model.addAttribute("asked", asked);
        model.addAttribute("window", Paging.window(AT, asked, list.count(query), slice));
        return "press/web/outlets/outlets";
    }

    private static OutletList.Query query(String q, String tier, String state) {
        Boolean retired = state.equals("retired") ? Boolean.TRUE : state.equals("live") ? Boolean.FALSE : null;
        return new OutletList.Query(q, Asked.one(Tier.class, tier).orElse(null), retired);
    }

    @GetMapping("/table." + Sheets.FORMAT)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            HttpServletResponse response)
            throws IOException {
        var query = query(q, tier, state);
        var order = Asked.one(OutletList.Sort.class, sort).orElse(OutletList.Sort.TIER);
        Sheets.send(response, format, "outlets", "매체", out -> {
            out.row("매체", "구분", "누리집 주소", "편집국 연락처", "메모", "기자", "상태");
            @Nullable String cursor = null;
            do {
                var slice = list.page(query, order, cursor, PORTION);
                for (var o : slice.rows())
                    out.row(
                            o.name(),
                            Words.here(o.tier().code()),
                            String.join(" ", o.hosts()),
                            o.contact(),
                            o.note(),
                            o.reporters(),
                            o.retired() ? "정리" : "이용");
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    @GetMapping("/new")
    @Needs(room = "press", level = Level.WORK)
    String blank(Model model) {
        return page(null, Form.empty(), model);
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String add(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("name");
                    form.check();
                    var made = outlets.add(actor, form.value("name"), tier(form), hosts(form));
                    outlets.change(actor, made.id(), made.name(), made.tier(), made.hosts(), about(form));
                    sent.say("press.outlets.said.saved");
                    return "redirect:" + AT + "/" + made.id();
                },
                OutletPages::field,
                (form, why) -> page(null, form, model));
    }

    @GetMapping("/{id}")
    String outlet(@PathVariable UUID id, Model model) {
        var outlet = outlets.get(id);
        var about = outlets.about(id);
        var form = Form.empty()
                .set("name", outlet.name())
                .set("tier", outlet.tier().name())
                .set("hosts", String.join("\n", outlet.hosts()))
                .set("contact", about.contact())
                .set("note", about.note());
        return page(outlet, form, model);
    }

    @PutMapping("/{id}")
    @Needs(room = "press", level = Level.WORK)
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    outlets.change(actor, id, form.value("name"), tier(form), hosts(form), about(form));
                    sent.say("press.outlets.said.saved");
                    return "redirect:" + AT + "/" + id;
                },
                OutletPages::field,
                (form, why) -> page(outlets.get(id), form, model));
    }

    @PostMapping("/{id}/retirement")
    @Needs(room = "press", level = Level.WORK)
    String retire(@PathVariable UUID id, Actor actor, PostedForm sent) {
        outlets.retire(actor, id, true);
        sent.say("press.outlets.said.retired");
        return "redirect:" + AT + "/" + id;
    }

    @DeleteMapping("/{id}/retirement")
    @Needs(room = "press", level = Level.WORK)
    String comeBack(@PathVariable UUID id, Actor actor, PostedForm sent) {
        outlets.retire(actor, id, false);
        sent.say("press.outlets.said.returned");
        return "redirect:" + AT + "/" + id;
    }

    private String page(@Nullable Outlet outlet, Form form, Model model) {
        model.addAttribute("outlet", outlet);
        model.addAttribute("form", form);
        model.addAttribute(
                "reporters",
                outlet == null
                        ? List.of()
                        : reporters
                                .page(
                                        new ReporterList.Query("", null, outlet.id(), ReporterList.State.ALL),
                                        ReporterList.Sort.NAME,
                                        null,
                                        100)
                                .rows());
        return "press/web/outlets/outlet";
    }

    private static Tier tier(Form form) {
        return Asked.one(Tier.class, form.value("tier")).orElseThrow(() -> Refused.invalid("kernel.form.missing"));
    }

    private static List<String> hosts(Form form) {
        return Arrays.stream(form.value("hosts").split("[\\s,]+"))
                .filter(h -> !h.isBlank())
                .toList();
    }

    private static Outlets.About about(Form form) {
        return new Outlets.About(form.value("contact"), form.value("note"));
    }

    private static String field(String code) {
        return switch (code) {
            case "press.outlet.host", "press.outlet.hosts" -> "hosts";
            case "press.outlet.contact" -> "contact";
            case "press.outlet.note" -> "note";
            case "kernel.form.missing" -> "tier";
            default -> "name";
        };
    }
}
