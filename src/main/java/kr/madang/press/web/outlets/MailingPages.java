package kr.madang.press.web.outlets;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.Tier;
import kr.madang.press.outlets.Mailings;
import kr.madang.press.outlets.Outlets;
import kr.madang.press.outlets.ReporterList;
import kr.madang.press.outlets.Reporters;
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

/** Lists of whom releases go to (배포 명단). */
@Controller
@RequestMapping(MailingPages.AT)
@Needs(room = "press", level = Level.VIEW)
class MailingPages {
    static final String AT = "/desk/press/mailings";
    private static final int FOUND = 20;

    private final Mailings mailings;
    private final Reporters reporters;
    private final ReporterList list;
    private final Outlets outlets;

    MailingPages(Mailings mailings, Reporters reporters, ReporterList list, Outlets outlets) {
        this.mailings = mailings;
        this.reporters = reporters;
        this.list = list;
        this.outlets = outlets;
    }

    @GetMapping
    String list(Model model) {
        var reachable = new LinkedHashMap<UUID, Integer>();
        for (var mailing : mailings.all())
            reachable.put(mailing.id(), mailings.reachable(mailing.id()).size());
        model.addAttribute("mailings", mailings.all());
        model.addAttribute("reachable", reachable);
        return "press/web/outlets/mailings";
    }

    @GetMapping("/new")
    @Needs(room = "press", level = Level.WORK)
    String blank(Model model) {
        return edit(null, Form.empty(), model);
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String add(Actor actor, PostedForm sent, Model model) {
        return save(null, actor, sent, model);
    }

    @PutMapping("/{id}")
    @Needs(room = "press", level = Level.WORK)
    String change(@PathVariable UUID id, Actor actor, PostedForm sent, Model model) {
        mailings.get(id);
        return save(id, actor, sent, model);
    }

    private String save(@Nullable UUID id, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var saved = mailings.save(
                            actor,
                            id,
                            form.value("name"),
                            form.values("tiers").stream()
                                    .flatMap(t -> Asked.one(Tier.class, t).stream())
                                    .collect(Collectors.toSet()),
                            new HashSet<>(form.values("beats")),
                            form.values("outlets").stream()
                                    .flatMap(o -> Asked.id(o).stream())
                                    .collect(Collectors.toSet()));
                    sent.say("press.mailings.said.saved");
                    return "redirect:" + AT + "/" + saved.id();
                },
                "name",
                (form, why) -> edit(id, form, model));
    }

    @GetMapping("/{id}/edit")
    @Needs(room = "press", level = Level.WORK)
    String editing(@PathVariable UUID id, Model model) {
        var mailing = mailings.get(id);
        var form = Form.empty()
                .set("name", mailing.name())
                .set("tiers", mailing.tiers().stream().map(Tier::name).toArray(String[]::new))
                .set("beats", mailing.beats().toArray(String[]::new))
                .set("outlets", mailing.outlets().stream().map(UUID::toString).toArray(String[]::new));
        return edit(id, form, model);
    }

    private String edit(@Nullable UUID id, Form form, Model model) {
        model.addAttribute("id", id == null ? "" : id.toString());
        model.addAttribute("form", form);
        model.addAttribute("beats", list.beats());
        model.addAttribute(
                "outlets", outlets.all().stream().filter(o -> !o.retired()).toList());
        return "press/web/outlets/editmailing";
    }

    @GetMapping("/{id}")
    @PersonalData(task = "배포 명단 조회")
    String mailing(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("mailing", mailings.get(id));
        var people = reporters.wanted(mailings.wanted(id));
        model.addAttribute("people", people);
        model.addAttribute("outlets", outlets.all());
        model.addAttribute("q", q);
        var in = people.stream().map(p -> p.id()).collect(Collectors.toSet());
        var query = new ReporterList.Query(q, null, null, ReporterList.State.ALL);
        model.addAttribute(
                "found",
                q.isBlank()
                        ? List.of()
                        : list.page(query, ReporterList.Sort.NAME, null, FOUND).rows().stream()
                                .filter(r -> !in.contains(r.id()) && !r.erased())
                                .toList());
        return "press/web/outlets/mailing";
    }

    @PostMapping("/{id}/people/{reporter}")
    @Needs(room = "press", level = Level.WORK)
    String put(@PathVariable UUID id, @PathVariable UUID reporter, Actor actor, PostedForm sent) {
        mailings.hand(actor, id, reporter, true);
        sent.say("press.mailings.said.hand");
        return "redirect:" + AT + "/" + id;
    }

    @DeleteMapping("/{id}/people/{reporter}")
    @Needs(room = "press", level = Level.WORK)
    String leave(@PathVariable UUID id, @PathVariable UUID reporter, Actor actor, PostedForm sent) {
        mailings.hand(actor, id, reporter, false);
        sent.say("press.mailings.said.hand");
        return "redirect:" + AT + "/" + id;
    }

    @DeleteMapping("/{id}")
    @Needs(room = "press", level = Level.WORK)
    String delete(@PathVariable UUID id, Actor actor, PostedForm sent) {
        mailings.delete(actor, id);
        sent.say("press.mailings.said.deleted");
        return "redirect:" + AT;
    }
}
