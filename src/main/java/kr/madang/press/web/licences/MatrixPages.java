package kr.madang.press.web.licences;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.licences.Contracts;
import kr.madang.press.licences.Licences;
import kr.madang.press.licences.Term;
import kr.madang.press.licences.Use;
import kr.madang.press.licences.UseLog;
import kr.madang.press.outlets.Outlet;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.web.outlets.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What contracts allow of every outlet (이용 범위), what was done (이용 기록), and what agencies sell (상품). */
@Controller
@RequestMapping(ContractPages.AT)
@Needs(room = "press", level = Level.VIEW)
public class MatrixPages {
    private static final int ROWS = 50;
    private static final int PORTION = 500;
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private final Contracts contracts;
    private final Licences licences;
    private final UseLog log;
    private final Outlets outlets;

    MatrixPages(Contracts contracts, Licences licences, UseLog log, Outlets outlets) {
        this.contracts = contracts;
        this.licences = licences;
        this.log = log;
        this.outlets = outlets;
    }

    @GetMapping("/matrix")
    String matrix(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "false") boolean only,
            Model model) {
        var form = Form.empty().set("on", on);
        var day = form.day("on").orElse(licences.today());
        var live = outlets.all().stream().filter(o -> !o.retired()).toList();
        var matrix = licences.matrix(live.stream().map(Outlet::id).toList(), day);
        model.addAttribute("form", form);
        model.addAttribute("day", day);
        model.addAttribute("only", only);
        model.addAttribute("matrix", matrix);
        model.addAttribute(
                "outlets",
                live.stream()
                        .filter(o -> !only
                                || matrix.getOrDefault(o.id(), java.util.Map.of()).values().stream()
                                        .anyMatch(d -> d.allowed()))
                        .toList());
        return "press/web/licences/matrix";
    }

    @GetMapping("/uses")
    String uses(
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var form = asked(outlet, use, verdict, from, to);
        var filter = filter(form);
        var slice = log.page(filter, cursor, ROWS);
        var asked = Paging.query("outlet", outlet, "use", use, "verdict", verdict, "from", from, "to", to);
        model.addAttribute("form", form);
        model.addAttribute("items", slice.rows());
        model.addAttribute("outlets", outlets.all());
        model.addAttribute("asked", asked);
        model.addAttribute("window", Paging.window(ContractPages.AT + "/uses", asked, log.count(filter), slice));
        return "press/web/licences/uses";
    }

    private static Form asked(String outlet, String use, String verdict, String from, String to) {
        return Form.empty()
                .set("outlet", outlet)
                .set("use", use)
                .set("verdict", verdict)
                .set("from", from)
                .set("to", to);
    }

    private static UseLog.Filter filter(Form form) {
        @Nullable LocalDate from = form.day("from").orElse(null);
        @Nullable LocalDate to = form.day("to").orElse(null);
        return new UseLog.Filter(
                Asked.id(form.value("outlet")).orElse(null),
                Asked.one(Use.class, form.value("use")).orElse(null),
                form.value("verdict").isEmpty() ? null : form.value("verdict").equals("allowed"),
                from,
                to);
    }

    /** As a rights agency asks for it. */
    @GetMapping("/uses." + Sheets.FORMAT)
    @Needs(room = "press", level = Level.WORK)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(asked(outlet, use, verdict, from, to));
        Sheets.send(response, format, "uses", "이용 기록", out -> {
            out.row("일시", "이용한 사람", "매체", "기사", "이용 방법", "인원·부수", "상품", "판단");
            @Nullable String cursor = null;
            do {
                var slice = log.page(filter, cursor, PORTION);
                for (var u : slice.rows())
                    out.row(
                            written(u.at()),
                            u.login(),
                            u.outletName(),
                            u.article(),
                            Words.here(u.use().code()),
                            u.people(),
                            u.product(),
                            u.verdict().name().equals("ALLOWED") ? "허락" : "막음(" + u.verdict() + ")");
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    /** To the second, in Seoul. */
    public static String written(Instant at) {
        return WRITTEN.format(at);
    }

    @GetMapping("/products")
    String products(Model model) {
        return page(Form.empty(), model);
    }

    private String page(Form form, Model model) {
        model.addAttribute("products", contracts.products());
        model.addAttribute("form", form);
        return "press/web/licences/products";
    }

    @PostMapping("/products")
    @Needs(room = "press", level = Level.APPROVE)
    String add(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("name");
                    var days = form.number("days");
                    form.check();
                    Integer most = days.isPresent() ? (int) Math.clamp(days.getAsLong(), 0, 2_000_000) : null;
                    var terms = new ArrayList<Term>();
                    Arrays.stream(Use.values())
                            .filter(u -> form.values("uses").contains(u.name()))
                            .forEach(u -> terms.add(new Term(u, most, form.checked("counted"))));
                    contracts.add(actor, form.value("name"), form.value("note"), terms);
                    sent.say("press.licences.said.product");
                    return "redirect:" + ContractPages.AT + "/products";
                },
                code -> code.endsWith(".days") ? "days" : code.endsWith(".empty") ? "uses-VIEW" : "name",
                (form, why) -> page(form, model));
    }

    @DeleteMapping("/products/{id}")
    @Needs(room = "press", level = Level.APPROVE)
    String retire(@PathVariable UUID id, Actor actor, PostedForm sent) {
        contracts.retire(actor, id);
        sent.say("press.licences.said.product.retired");
        return "redirect:" + ContractPages.AT + "/products";
    }
}
