package kr.madang.press.web.advertising;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.calendar.Workdays;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.advertising.Placement;
import kr.madang.press.advertising.PlacementStore;
import kr.madang.press.advertising.PlacementStore.Query;
import kr.madang.press.advertising.PlacementStore.Sort;
import kr.madang.press.advertising.Placements;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.web.outlets.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Advertisements and public notices as a list with its sums (광고·공고 목록). */
@Controller
@RequestMapping(PlacementPages.AT)
@Needs(room = "press", level = Level.VIEW)
class PlacementPages {
    static final String AT = "/desk/press/advertising";
    private static final int ROWS = 30;
    private static final int PORTION = 500;

    private final PlacementStore store;
    private final Placements placements;
    private final Outlets outlets;
    private final Clock clock;

    PlacementPages(PlacementStore store, Placements placements, Outlets outlets, Clock clock) {
        this.store = store;
        this.placements = placements;
        this.outlets = outlets;
        this.clock = clock;
    }

    /** What the address asks, field by field. */
    record Wish(String q, String outlet, String kind, String state, String from, String to, String sort) {
        Form form() {
            return Form.empty()
                    .set("q", text(q))
                    .set("outlet", text(outlet))
                    .set("kind", text(kind))
                    .set("state", text(state))
                    .set("from", text(from))
                    .set("to", text(to))
                    .set("sort", text(sort));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent;
        }
    }

    private static Query query(Form form) {
        @Nullable LocalDate from = form.day("from").orElse(null);
        @Nullable LocalDate to = form.day("to").orElse(null);
        return new Query(
                form.value("q"),
                Asked.id(form.value("outlet")).orElse(null),
                Asked.one(Placement.Kind.class, form.value("kind")).orElse(null),
                Asked.one(Placement.State.class, form.value("state")).orElse(null),
                from,
                to);
    }

    private static Sort sort(Form form) {
        return Asked.one(Sort.class, form.value("sort")).orElse(Sort.NEWEST);
    }

    private static String asked(Form form) {
        return Paging.query(form.all().entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), form.value(e.getKey())))
                .toArray(String[]::new));
    }

    @GetMapping
    String list(Wish wish, @RequestParam(defaultValue = "") String cursor, Model model) {
        var form = wish.form();
        var query = query(form);
        var slice = store.page(query, sort(form), cursor, ROWS);
        var total = store.total(query);
        shared(form, model);
        model.addAttribute("items", slice.rows());
        model.addAttribute("total", total);
        model.addAttribute("window", Paging.window(AT, asked(form), total.count(), slice));
        return "press/web/advertising/list";
    }

    private void shared(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sort", sort(form));
        model.addAttribute("asked", asked(form));
        model.addAttribute("outlets", outlets.all());
    }

    @GetMapping("/sums")
    String sums(Wish wish, Model model) {
        var form = wish.form();
        var query = query(form);
        shared(form, model);
        model.addAttribute("months", store.byMonth(query));
        model.addAttribute("papers", store.byOutlet(query));
        model.addAttribute("total", store.total(query));
        return "press/web/advertising/sums";
    }

    @GetMapping("/table." + Sheets.FORMAT)
    void export(@PathVariable String format, Wish wish, HttpServletResponse response) throws IOException {
        var form = wish.form();
        var query = query(form);
        Sheets.send(response, format, "placements", "광고·공고", out -> {
            out.row("게재일", "매체", "구분", "제목", "크기", "금액", "예산 과목", "단계", "메모");
            @Nullable String cursor = null;
            do {
                var slice = store.page(query, sort(form), cursor, PORTION);
                slice.rows().forEach(p -> row(out, p));
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    private static void row(SheetWriter out, Placement p) {
        out.row(
                p.day(),
                p.outletName(),
                Words.here(p.kind().code()),
                p.title(),
                p.size(),
                p.fee().amount(),
                p.lineName(),
                Words.here(p.state().code()),
                p.note());
    }

    @GetMapping("/new")
    @Needs(room = "press", level = Level.WORK)
    String blank(Model model) {
        var today = Workdays.day(clock.instant());
        return page(Form.empty().set("day", today.toString()).set("kind", "ADVERTISEMENT"), model);
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String plan(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var made = placements.plan(actor, PlacementPage.draft(form));
                    sent.say("press.placements.said");
                    return "redirect:" + AT + "/" + made.id();
                },
                PlacementPage::field,
                (form, why) -> page(form, model));
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("outlets", Asked.outlets(outlets.all()));
        model.addAttribute("lines", lines(form));
        return "press/web/advertising/new";
    }

    private List<kr.madang.kernel.budget.BudgetLines.Line> lines(Form form) {
        return placements.lines(PlacementPage.year(form, Workdays.day(clock.instant())));
    }
}
