package kr.madang.press.web.subscriptions;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Won;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.subscriptions.Subscription;
import kr.madang.press.subscriptions.Subscriptions;
import kr.madang.press.web.outlets.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What papers the office takes for whom, and what they come to month by month (신문 구독). */
@Controller
@RequestMapping(SubscriptionPages.AT)
@Needs(room = "press", level = Level.VIEW)
class SubscriptionPages {
    static final String AT = "/desk/press/subscriptions";

    private final Subscriptions subscriptions;
    private final Outlets outlets;

    SubscriptionPages(Subscriptions subscriptions, Outlets outlets) {
        this.subscriptions = subscriptions;
        this.outlets = outlets;
    }

    @GetMapping
    String day(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var form = Form.empty().set("on", on).set("group", group).set("q", q);
        var day = form.day("on").orElse(subscriptions.today());
        return page(form, day, model);
    }

    private String page(Form form, LocalDate day, Model model) {
        var all = subscriptions.on(day);
        model.addAttribute("form", form);
        model.addAttribute("day", day);
        model.addAttribute("all", all);
        model.addAttribute("rows", found(all, form));
        model.addAttribute("outlets", Asked.outlets(outlets.all()));
        return "press/web/subscriptions/day";
    }

    private static List<Subscription> found(List<Subscription> all, Form form) {
        var group = Asked.one(Subscription.Group.class, form.value("group"));
        return all.stream()
                .filter(s -> group.isEmpty() || s.group() == group.get())
                .filter(s -> s.recipient().contains(form.value("q"))
                        || s.outletName().contains(form.value("q")))
                .toList();
    }

    @GetMapping("/table." + Sheets.FORMAT)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var form = Form.empty().set("on", on).set("group", group).set("q", q);
        var rows = found(subscriptions.on(form.day("on").orElse(subscriptions.today())), form);
        Sheets.send(response, format, "subscriptions", "신문 구독", out -> {
            out.row("신문", "구분", "받는 곳", "부수", "시작", "끝");
            for (var s : rows)
                out.row(s.outletName(), Words.here(s.group().code()), s.recipient(), s.copies(), s.from(), s.to());
        });
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String set(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var outlet = Asked.id(form.value("outlet"));
                    if (outlet.isEmpty()) form.refuse("outlet", "kernel.form.missing");
                    form.required("copies");
                    var copies = form.number("copies");
                    form.required("from");
                    var from = form.day("from");
                    form.check();
                    subscriptions.set(
                            actor,
                            outlet.orElseThrow(),
                            Asked.one(Subscription.Group.class, form.value("of"))
                                    .orElse(Subscription.Group.LEADERS),
                            form.value("recipient"),
                            (int) Math.clamp(copies.orElse(-1), -1, 1_000_000),
                            from.orElseThrow(),
                            form.value("why"));
                    sent.say("press.subscriptions.said");
                    return "redirect:" + AT + "/" + outlet.orElseThrow();
                },
                SubscriptionPages::field,
                (form, why) -> page(form, subscriptions.today(), model));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String paper(@PathVariable UUID id, Model model) {
        return paper(id, Form.empty(), model);
    }

    private String paper(UUID id, Form form, Model model) {
        model.addAttribute("outlet", outlets.get(id));
        model.addAttribute("rows", subscriptions.of(id).reversed());
        model.addAttribute("prices", subscriptions.prices(id).descendingMap());
        model.addAttribute("today", subscriptions.today());
        model.addAttribute("form", form);
        return "press/web/subscriptions/paper";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/prices")
    @Needs(room = "press", level = Level.WORK)
    String price(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("price");
                    form.required("since");
                    var price = form.number("price");
                    var since = form.day("since");
                    form.check();
                    subscriptions.price(actor, id, since.orElseThrow(), new Won(price.orElse(-1)));
                    sent.say("press.subscriptions.said");
                    return "redirect:" + AT + "/" + id;
                },
                code -> code.endsWith(".price") ? "price" : "since",
                (form, why) -> paper(id, form, model));
    }

    @GetMapping("/months/{month:[0-9]{4}-[0-9]{2}}")
    String month(@PathVariable String month, Model model) {
        return month(read(month), "", Form.empty(), model);
    }

    @GetMapping("/months")
    String months(@RequestParam(defaultValue = "") String month) {
        return "redirect:" + AT + "/months/" + (month.isEmpty() ? before() : read(month));
    }

    private YearMonth before() {
        return YearMonth.from(subscriptions.today()).minusMonths(1);
    }

    private YearMonth read(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            return before();
        }
    }

    private String month(YearMonth month, String outlet, Form form, Model model) {
        model.addAttribute("month", month);
        model.addAttribute("lines", subscriptions.month(month));
        model.addAttribute("today", subscriptions.today());
        model.addAttribute("over", month.isBefore(YearMonth.from(subscriptions.today())));
        model.addAttribute("paying", outlet);
        model.addAttribute("form", form);
        return "press/web/subscriptions/month";
    }

    @GetMapping("/months/{month:[0-9]{4}-[0-9]{2}}/table." + Sheets.FORMAT)
    void exportMonth(@PathVariable String month, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        var lines = subscriptions.month(read(month));
        Sheets.send(response, format, "subscriptions-" + read(month), "월별 집계", out -> {
            out.row("신문", "한 부 값", "첫날", "증감", "마지막 날", "계산한 금액", "청구액", "차이", "까닭", "지급일");
            for (var l : lines) {
                var m = l.month();
                var p = l.payment();
                out.row(
                        l.name(),
                        l.price().amount(),
                        m.first(),
                        m.last() - m.first(),
                        m.last(),
                        m.due().amount(),
                        p == null ? null : p.billed().amount(),
                        p == null ? null : p.billed().amount() - p.due().amount(),
                        p == null ? "" : p.why(),
                        p == null ? null : p.paidOn());
            }
        });
    }

    @PostMapping("/months/{month:[0-9]{4}-[0-9]{2}}/payments/{id:[0-9a-f-]{36}}")
    @Needs(room = "press", level = Level.WORK)
    String pay(@PathVariable String month, @PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("billed");
                    var billed = form.number("billed");
                    form.required("paid");
                    var on = form.day("paid");
                    form.check();
                    subscriptions.pay(
                            actor, id, read(month), new Won(billed.orElse(-1)), form.value("why"), on.orElseThrow());
                    sent.say("press.subscriptions.said.paid");
                    return "redirect:" + AT + "/months/" + read(month);
                },
                code -> code.endsWith(".differs") || code.endsWith(".why")
                        ? "why"
                        : code.endsWith(".day") ? "paid" : "billed",
                (form, why) -> month(read(month), id.toString(), form, model));
    }

    private static String field(String code) {
        return switch (code) {
            case "press.subscription.recipient" -> "recipient";
            case "press.subscription.copies", "press.subscription.nothing" -> "copies";
            case "press.subscription.why" -> "why";
            default -> "from";
        };
    }
}
