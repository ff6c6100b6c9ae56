package kr.madang.press.web.scrap;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.accounts.Account;
import kr.madang.accounts.Accounts;
import kr.madang.accounts.Directory;
import kr.madang.kernel.Id;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.Tier;
import kr.madang.press.scrap.Rule;
import kr.madang.press.scrap.ScrapSettings;
import kr.madang.press.web.outlets.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Rules and settings of the scrap (스크랩 규칙·설정). */
@Controller
@RequestMapping(ScrapPages.AT)
@Needs(room = "press", level = Level.VIEW)
class SettingPages {
    private static final String RULES = ScrapPages.AT + "/rules";

    private final ScrapSettings settings;
    private final Accounts accounts;
    private final Directory directory;
    private final Clock clock;

    SettingPages(ScrapSettings settings, Accounts accounts, Directory directory, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/rules")
    String rules(Model model) {
        model.addAttribute("rules", settings.rules());
        return "press/web/scrap/rules";
    }

    @GetMapping("/rules/new")
    @Needs(room = "press", level = Level.WORK)
    String blank(Model model) {
        var form = Form.empty()
                .set("active", "true")
                .set("position", Integer.toString(settings.rules().size() + 1));
        return page(null, form, model);
    }

    @PostMapping("/rules")
    @Needs(room = "press", level = Level.WORK)
    String add(Actor actor, PostedForm sent, Model model) {
        return save(null, actor, sent, model);
    }

    @GetMapping("/rules/{id}")
    @Needs(room = "press", level = Level.WORK)
    String rule(@PathVariable UUID id, Model model) {
        var rule = settings.rule(id);
        var form = Form.empty()
                .set("name", rule.name())
                .set("section", rule.section())
                .set("words", String.join(", ", rule.words()))
                .set("without", String.join(", ", rule.without()))
                .set("tiers", rule.tiers().stream().map(Tier::name).toArray(String[]::new))
                .set("position", Integer.toString(rule.position()));
        if (rule.own()) form.set("own", "true");
        if (rule.active()) form.set("active", "true");
        return page(id, form, model);
    }

    @PutMapping("/rules/{id}")
    @Needs(room = "press", level = Level.WORK)
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        settings.rule(id);
        return save(id, actor, sent, model);
    }

    private String save(@Nullable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var position = form.number("position");
                    form.check();
                    settings.save(
                            actor,
                            new Rule(
                                    id == null ? Id.next(clock.instant()) : id,
                                    form.value("name"),
                                    form.value("section"),
                                    words(form.value("words")),
                                    words(form.value("without")),
                                    tiers(form),
                                    form.checked("own"),
                                    (int) Math.clamp(position.orElse(1), 1, 10_000),
                                    form.checked("active")));
                    sent.say("press.scraps.said");
                    return "redirect:" + RULES;
                },
                code -> switch (code) {
                    case "press.scrap.section" -> "section";
                    case "press.scrap.words" -> "words";
                    default -> "name";
                },
                (form, why) -> page(id, form, model));
    }

    private static Set<Tier> tiers(Form form) {
        return form.values("tiers").stream()
                .flatMap(t -> Asked.one(Tier.class, t).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,\\n]"))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }

    private String page(@Nullable UUID id, Form form, Model model) {
        model.addAttribute("id", id == null ? "" : id.toString());
        model.addAttribute("form", form);
        return "press/web/scrap/rule";
    }

    @DeleteMapping("/rules/{id}")
    @Needs(room = "press", level = Level.WORK)
    String delete(@PathVariable UUID id, Actor actor, PostedForm sent) {
        settings.delete(actor, id);
        sent.say("press.scraps.said");
        return "redirect:" + RULES;
    }

    @GetMapping("/setting")
    String setting(Model model) {
        var wish = settings.wish();
        var people = accounts.find(wish.readers().stream().map(Account.Id::new).toList());
        var form = Form.empty()
                .set("without", String.join(", ", wish.without()))
                .set("readers", people.stream().map(Account::login).sorted().collect(Collectors.joining("\n")));
        if (wish.byClock()) form.set("clock", "true");
        if (wish.leaders()) form.set("leaders", "true");
        return setting(form, model);
    }

    private String setting(Form form, Model model) {
        model.addAttribute("form", form);
        return "press/web/scrap/setting";
    }

    @PutMapping("/setting")
    @Needs(room = "press", level = Level.APPROVE)
    String wish(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var wish = new ScrapSettings.Wish(
                            form.checked("clock"),
                            form.checked("leaders"),
                            words(form.value("without")),
                            people(form.value("readers")));
                    settings.wish(actor, wish);
                    sent.say("press.scraps.said");
                    return "redirect:" + ScrapPages.AT + "/setting";
                },
                code -> code.equals("press.scrap.words") ? "without" : "readers",
                (form, why) -> setting(form, model));
    }

    private Set<UUID> people(String typed) {
        var people = new HashSet<UUID>();
        for (var line : typed.split("[\\n,]")) {
            if (line.isBlank()) continue;
            var found = directory.named(line.strip(), 2);
            if (found.size() != 1) throw Refused.invalid("press.scraps.setting.nobody", line.strip());
            people.add(found.getFirst().id().value());
        }
        return people;
    }
}
