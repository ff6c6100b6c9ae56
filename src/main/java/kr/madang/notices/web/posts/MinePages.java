package kr.madang.notices.web.posts;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.notices.officers.Officers;
import kr.madang.notices.posts.Hours;
import kr.madang.notices.posts.Subscriptions;
import kr.madang.notices.posts.Wish;
import kr.madang.notices.web.sends.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 내 알림: every officer says what he wants to be told, where he is reached and when, and sees what he was told. */
@Controller
@SignedIn
@RequestMapping(MinePages.AT)
class MinePages {
    static final String AT = "/desk/notices/mine";
    private static final int ROWS = 20;

    private final Subscriptions subscriptions;
    private final Officers officers;
    private final TransactionOperations transaction;

    MinePages(Subscriptions subscriptions, Officers officers, TransactionOperations transaction) {
        this.subscriptions = subscriptions;
        this.officers = officers;
        this.transaction = transaction;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(defaultValue = "") String cursor, Model model) {
        return page(actor, stored(actor), cursor, model);
    }

    private Form stored(Actor actor) {
        var wish = subscriptions.of(actor);
        var told = officers.told(actor.id());
        var all = new HashMap<String, List<String>>();
        all.put("desk", List.copyOf(wish.desks()));
        all.put("day", wish.hours().days().stream().map(DayOfWeek::name).toList());
        all.put("from", List.of(Integer.toString(wish.hours().from())));
        all.put("to", List.of(Integer.toString(wish.hours().to())));
        all.put("sms", wish.sms() ? List.of("true") : List.of());
        all.put("email", wish.email() ? List.of("true") : List.of());
        all.put("phone", List.of(told.phone().orElse("")));
        all.put("mail", List.of(told.email().orElse("")));
        return Form.ofAll(all);
    }

    private String page(Actor actor, Form form, String cursor, Model model) {
        var slice = subscriptions.recent(actor, cursor.isEmpty() ? null : cursor, ROWS);
        var desks = subscriptions.desks(actor);
        var reach = officers.reach(List.of(actor.id())).get(actor.id());
        model.addAttribute("form", form);
        model.addAttribute("desks", desks);
        model.addAttribute("titles", desks.stream().collect(Collectors.toMap(d -> d.key(), d -> d.title())));
        model.addAttribute("reach", reach);
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Paging.window(AT, "", -1, slice));
        return "notices/web/posts/mine";
    }

    @PostMapping
    String change(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var wish = wish(form);
                    transaction.executeWithoutResult(_ -> {
                        officers.change(actor, actor.id(), form.value("phone"), form.value("mail"));
                        subscriptions.change(actor, wish);
                    });
                    sent.say("notices.posts.saved");
                    return "redirect:" + AT;
                },
                MinePages::field,
                (form, why) -> page(actor, form, "", model));
    }

    private static Wish wish(Form form) {
        var from = form.number("from");
        var to = form.number("to");
        form.check();
        var days = new HashSet<DayOfWeek>();
        for (var day : form.values("day")) Asked.one(DayOfWeek.class, day).ifPresent(days::add);
        return new Wish(
                new HashSet<>(form.values("desk")),
                form.checked("sms"),
                form.checked("email"),
                new Hours(days, (int) Math.clamp(from.orElse(-1), -1, 99), (int) Math.clamp(to.orElse(-1), -1, 99)));
    }

    private static final Map<String, String> FIELDS = Map.of(
            "notices.address.sms", "phone",
            "notices.address.email", "mail",
            "notices.posts.channel", "sms-true",
            "notices.posts.days", "day-MONDAY",
            "notices.posts.hours", "from");

    private static String field(String code) {
        return FIELDS.getOrDefault(code, "phone");
    }
}
