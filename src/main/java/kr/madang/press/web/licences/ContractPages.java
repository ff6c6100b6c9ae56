package kr.madang.press.web.licences;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Window;
import kr.madang.kernel.web.Words;
import kr.madang.press.licences.Contract;
import kr.madang.press.licences.Contracts;
import kr.madang.press.licences.Licences;
import kr.madang.press.outlets.Outlet;
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
import org.springframework.web.multipart.MultipartFile;

/** The register of contracts (계약 대장). */
@Controller
@RequestMapping(ContractPages.AT)
@Needs(room = "press", level = Level.VIEW)
public class ContractPages {
    static final String AT = "/desk/press/licences";
    private static final int ROWS = 30;
    private static final int MOST = 1_000_000;

    /** A contract and the name of its outlet. */
    public record Item(Contract contract, String outlet) {}

    private final Contracts contracts;
    private final Licences licences;
    private final Outlets outlets;

    ContractPages(Contracts contracts, Licences licences, Outlets outlets) {
        this.contracts = contracts;
        this.licences = licences;
        this.outlets = outlets;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var found = found(q, state, sort);
        int shown = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(found.size(), ROWS)));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("sort", sort);
        model.addAttribute(
                "items", found.stream().skip((shown - 1L) * ROWS).limit(ROWS).toList());
        model.addAttribute("today", licences.today());
        model.addAttribute("expiring", contracts.expiring());
        var asked = Paging.query("q", q, "state", state, "sort", sort);
        model.addAttribute("asked", asked);
        model.addAttribute(
                "window",
                Window.numbered(
                        found.size(), shown, ROWS, n -> AT + "?" + (asked.isEmpty() ? "" : asked + "&") + "page=" + n));
        return "press/web/licences/register";
    }

    private List<Item> found(String q, String state, String sort) {
        Map<UUID, String> names = outlets.all().stream().collect(Collectors.toMap(Outlet::id, Outlet::name));
        var today = licences.today();
        var wanted = Asked.one(Contract.State.class, state);
        var words = q.strip().toLowerCase(Locale.ROOT);
        Comparator<Item> order =
                switch (sort) {
                    case "outlet" -> Comparator.comparing(Item::outlet);
                    case "end" -> Comparator.comparing(i -> i.contract().last());
                    default ->
                        Comparator.comparing((Item i) -> i.contract().from()).reversed();
                };
        return contracts.all().stream()
                .map(c -> new Item(c, names.getOrDefault(c.outlet(), "")))
                .filter(i -> i.outlet().toLowerCase(Locale.ROOT).contains(words))
                .filter(i -> wanted.isEmpty() || i.contract().state(today) == wanted.get())
                .sorted(order.thenComparing(i -> i.contract().id()))
                .toList();
    }

    @GetMapping("/table." + Sheets.FORMAT)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            HttpServletResponse response)
            throws IOException {
        var today = licences.today();
        Sheets.send(response, format, "licences", "이용계약", out -> {
            out.row("매체", "상품", "시작", "끝", "일찍 끝낸 날", "열람 인원", "인쇄 부수", "상태", "메모");
            for (var i : found(q, state, sort)) {
                var c = i.contract();
                out.row(
                        i.outlet(),
                        c.product().name(),
                        c.from(),
                        c.to(),
                        c.endedOn(),
                        c.viewers(),
                        c.copies(),
                        Words.here(c.state(today).code()),
                        c.note());
            }
        });
    }

    @GetMapping("/new")
    @Needs(room = "press", level = Level.APPROVE)
    String blank(@RequestParam(defaultValue = "") String outlet, Model model) {
        var today = licences.today();
        return page(
                Form.empty()
                        .set("outlet", outlet)
                        .set("from", today.toString())
                        .set("to", today.plusYears(1).minusDays(1).toString()),
                model);
    }

    @PostMapping
    @Needs(room = "press", level = Level.APPROVE)
    String register(
            Actor actor, @RequestParam(required = false) @Nullable MultipartFile file, PostedForm sent, Model model)
            throws IOException {
        var paper = paper(file);
        return sent.act(
                form -> {
                    var made = contracts.register(actor, draft(form), paper);
                    sent.say("press.licences.said.registered");
                    return "redirect:" + AT + "/" + made.id();
                },
                ContractPages::field,
                (form, why) -> page(form, model));
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("outlets", Asked.outlets(outlets.all()));
        model.addAttribute(
                "products",
                contracts.products().stream().filter(p -> !p.retired()).toList());
        return "press/web/licences/newcontract";
    }

    private static Contracts.Draft draft(Form form) {
        var outlet = Asked.id(form.value("outlet"));
        if (outlet.isEmpty()) form.refuse("outlet", "kernel.form.missing");
        var product = Asked.id(form.value("product"));
        if (product.isEmpty()) form.refuse("product", "press.contract.product");
        form.required("from");
        form.required("to");
        var from = form.day("from");
        var to = form.day("to");
        int viewers = number(form, "viewers");
        int copies = number(form, "copies");
        form.check();
        return new Contracts.Draft(
                outlet.orElseThrow(),
                product.orElseThrow(),
                from.orElse(LocalDate.EPOCH),
                to.orElse(LocalDate.EPOCH),
                viewers,
                copies,
                form.value("note"));
    }

    private static int number(Form form, String field) {
        return (int) Math.clamp(form.number(field).orElse(0), -1, MOST + 1);
    }

    static Contracts.@Nullable Paper paper(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return null;
        var name = file.getOriginalFilename();
        return new Contracts.Paper(name == null ? "" : name, file.getInputStream());
    }

    private static String field(String code) {
        return switch (code) {
            case "press.contract.reversed" -> "to";
            case "press.contract.number" -> "viewers";
            case "press.contract.note" -> "note";
            case "press.contract.product" -> "product";
            case "press.contract.retired", "press.contract.overlap" -> "outlet";
            default -> "from";
        };
    }

    /** The bytes of a paper nobody brought. */
    static Refused missing() {
        return Refused.missing("press.licences.field.file.none");
    }
}
