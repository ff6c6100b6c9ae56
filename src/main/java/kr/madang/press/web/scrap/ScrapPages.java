package kr.madang.press.web.scrap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.scrap.Edition;
import kr.madang.press.scrap.Editions;
import kr.madang.press.scrap.Publishing;
import kr.madang.press.scrap.Readings;
import kr.madang.press.web.outlets.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes and publishes the scrap (스크랩 편집·발행). */
@Controller
@RequestMapping(ScrapPages.AT)
@Needs(room = "press", level = Level.VIEW)
public class ScrapPages {
    static final String AT = "/desk/press/scrap";
    static final String DAY = "/{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}";
    private static final int ROWS = 30;
    private static final int FOUND = 20;

    private final Editions editions;
    private final Publishing publishing;
    private final Readings readings;

    ScrapPages(Editions editions, Publishing publishing, Readings readings) {
        this.editions = editions;
        this.publishing = publishing;
        this.readings = readings;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String cursor, Model model) {
        var slice = editions.page(cursor, ROWS);
        model.addAttribute("editions", slice.rows());
        model.addAttribute("next", editions.next());
        model.addAttribute("open", editions.find(editions.next()).isPresent());
        model.addAttribute("window", Paging.window(AT, "", editions.count(), slice));
        return "press/web/scrap/list";
    }

    @PostMapping
    @Needs(room = "press", level = Level.WORK)
    String open(Actor actor) {
        return "redirect:" + AT + "/" + editions.open(actor, editions.next()).day();
    }

    @GetMapping(DAY)
    @Needs(room = "press", level = Level.WORK)
    String edition(@PathVariable String day, @RequestParam(defaultValue = "") String q, Model model) {
        var edition = editions.get(day(day));
        return page(edition, Form.empty().set("q", q).set("headline", edition.headline()), model);
    }

    private String page(Edition edition, Form form, Model model) {
        model.addAttribute("edition", edition);
        model.addAttribute("entries", editions.entries(edition));
        model.addAttribute("sections", editions.sections());
        model.addAttribute("versions", editions.versions(edition.id()));
        model.addAttribute("changes", publishing.changes(edition));
        model.addAttribute("readings", readings.of(edition.id()));
        model.addAttribute("form", form);
        model.addAttribute("found", form.checked("q") ? editions.search(edition, form.value("q"), FOUND) : List.of());
        return "press/web/scrap/edition";
    }

    /** @throws Refused missing when it is no day */
    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw Refused.missing("press.scrap.missing");
        }
    }

    @PostMapping(DAY + "/collection")
    @Needs(room = "press", level = Level.WORK)
    String collect(@PathVariable String day, Actor actor, PostedForm sent) {
        sent.say("press.scraps.said.collected", editions.collect(actor, day(day)));
        return "redirect:" + AT + "/" + day;
    }

    @PutMapping(DAY + "/headline")
    @Needs(room = "press", level = Level.WORK)
    String headline(@PathVariable String day, Actor actor, PostedForm sent, Model model) {
        return act(day, sent, model, "headline", form -> editions.headline(actor, day(day), form.value("headline")));
    }

    @PostMapping(DAY + "/items")
    @Needs(room = "press", level = Level.WORK)
    String choose(@PathVariable String day, Actor actor, PostedForm sent, Model model) {
        return act(
                day,
                sent,
                model,
                "section",
                form -> editions.choose(
                        actor,
                        day(day),
                        Asked.id(form.value("article")).orElseThrow(() -> Refused.missing("press.scrap.article")),
                        form.value("section")));
    }

    @PostMapping(DAY + "/items/{item}/place")
    @Needs(room = "press", level = Level.WORK)
    String move(@PathVariable String day, @PathVariable UUID item, Actor actor, PostedForm sent, Model model) {
        return act(day, sent, model, "place", form -> {
            var place = form.number("place");
            form.check();
            int to = (int) Math.clamp(place.orElse(1), 1, 10_000);
            editions.move(actor, day(day), item, form.value("section"), to);
        });
    }

    @DeleteMapping(DAY + "/items/{item}")
    @Needs(room = "press", level = Level.WORK)
    String remove(@PathVariable String day, @PathVariable UUID item, Actor actor, PostedForm sent, Model model) {
        return act(day, sent, model, "place", form -> editions.remove(actor, day(day), item));
    }

    @PostMapping(DAY + "/items/{item}/withdrawal")
    @Needs(room = "press", level = Level.WORK)
    String withdraw(@PathVariable String day, @PathVariable UUID item, Actor actor, PostedForm sent, Model model) {
        return act(
                day,
                sent,
                model,
                "withdrawn",
                form -> publishing.withdraw(actor, day(day), item, form.value("withdrawn")));
    }

    @PostMapping(DAY + "/publication")
    @Needs(room = "press", level = Level.WORK)
    String publish(@PathVariable String day, Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var version = publishing.publish(actor, day(day), form.value("why"));
                    var told = readings.of(editions.get(day(day)).id()).size();
                    sent.say("press.scraps.said.published", version.number(), told);
                    return "redirect:" + AT + "/" + day;
                },
                "why",
                (form, why) -> page(editions.get(day(day)), kept(form, day), model));
    }

    private interface Act {
        void on(Form form);
    }

    private String act(String day, PostedForm sent, Model model, String field, Act act) {
        return sent.act(
                form -> {
                    act.on(form);
                    sent.say("press.scraps.said");
                    return "redirect:" + AT + "/" + day;
                },
                field,
                (form, why) -> page(editions.get(day(day)), kept(form, day), model));
    }

    private Form kept(Form form, String day) {
        return form.all().containsKey("headline")
                ? form
                : form.set("headline", editions.get(day(day)).headline());
    }
}
