package kr.madang.press.web.coverage;

import java.util.Arrays;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.coverage.Articles;
import kr.madang.press.coverage.Groups;
import kr.madang.press.coverage.Readings;
import kr.madang.press.coverage.ReleaseMatches;
import kr.madang.press.coverage.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One article with its group, its release and what people say about it (기사 화면). */
@Controller
@RequestMapping("/desk/press/coverage/{id:[0-9a-f-]{36}}")
@Needs(room = "press", level = Level.WORK)
class ArticlePages {
    private final Articles articles;
    private final ArticleViews views;
    private final Groups groups;
    private final ReleaseMatches matches;
    private final Readings readings;

    ArticlePages(Articles articles, ArticleViews views, Groups groups, ReleaseMatches matches, Readings readings) {
        this.articles = articles;
        this.views = views;
        this.groups = groups;
        this.matches = matches;
        this.readings = readings;
    }

    @GetMapping
    @Needs(room = "press", level = Level.VIEW)
    String article(@PathVariable String id, Actor actor, Model model) {
        return page(Asked.article(id), actor, Form.empty(), model);
    }

    private String page(UUID id, Actor actor, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("view", views.of(articles.get(id), actor));
        return "press/web/coverage/article";
    }

    private static String back(UUID id, PostedForm sent, String said) {
        sent.say(said);
        return "redirect:/desk/press/coverage/" + id;
    }

    @PutMapping("/release")
    String release(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var article = articles.get(Asked.article(id));
        return sent.act(
                form -> {
                    matches.decide(actor, article.id(), article.publishedAt(), chosen(form.value("release")));
                    return back(article.id(), sent, "press.coverage.said.release");
                },
                "release",
                (form, why) -> page(article.id(), actor, form, model));
    }

    private static @Nullable UUID chosen(String typed) {
        if (typed.equals("none")) return null;
        return Asked.id(typed).orElseThrow(() -> Refused.invalid("press.coverage.release.choose"));
    }

    @PutMapping("/apart")
    String apart(@PathVariable String id, Actor actor, PostedForm sent) {
        var article = Asked.article(id);
        groups.setApart(actor, article);
        return back(article, sent, "press.coverage.said.apart");
    }

    /** Joined with the article whose page's address was copied. */
    @PutMapping("/group")
    String join(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var article = Asked.article(id);
        return sent.act(
                form -> {
                    var typed = form.required("with").replaceFirst("[?#].*$", "");
                    form.check();
                    var with = Asked.id(typed.substring(Math.max(0, typed.length() - 36)))
                            .orElseThrow(() -> Refused.invalid("press.coverage.join.unreadable"));
                    if (articles.find(with).isEmpty()) throw Refused.invalid("press.coverage.join.unreadable");
                    groups.join(actor, article, with);
                    return back(article, sent, "press.coverage.said.joined");
                },
                "with",
                (form, why) -> page(article, actor, form, model));
    }

    @DeleteMapping("/group")
    String forget(@PathVariable String id, Actor actor, PostedForm sent) {
        var article = Asked.article(id);
        groups.release(actor, article);
        return back(article, sent, "press.coverage.said.forgotten");
    }

    @PutMapping("/tone")
    String tone(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var article = Asked.article(id);
        return sent.act(
                form -> {
                    var tone = Asked.one(Tone.class, form.value("tone"))
                            .orElseThrow(() -> Refused.invalid("press.coverage.tone.choose"));
                    readings.read(actor, article, tone);
                    return back(article, sent, "press.coverage.said.tone");
                },
                "tone",
                (form, why) -> page(article, actor, form, model));
    }

    @DeleteMapping("/tone")
    String withdraw(@PathVariable String id, Actor actor, PostedForm sent) {
        var article = Asked.article(id);
        readings.withdraw(actor, article);
        return back(article, sent, "press.coverage.said.tone.withdrawn");
    }

    @PutMapping("/tags")
    String tags(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var article = Asked.article(id);
        return sent.act(
                form -> {
                    readings.tag(
                            actor, article, Arrays.asList(form.value("tags").split(",")));
                    return back(article, sent, "press.coverage.said.tags");
                },
                "tags",
                (form, why) -> page(article, actor, form, model));
    }

    @DeleteMapping("/counted")
    String leaveOut(@PathVariable String id, Actor actor, PostedForm sent, Model model) {
        var article = Asked.article(id);
        return sent.act(
                form -> {
                    articles.leaveOut(actor, article, form.value("why"));
                    return back(article, sent, "press.coverage.said.out");
                },
                "why",
                (form, why) -> page(article, actor, form, model));
    }

    @PutMapping("/counted")
    String bringBack(@PathVariable String id, Actor actor, PostedForm sent) {
        var article = Asked.article(id);
        articles.bringBack(actor, article);
        return back(article, sent, "press.coverage.said.in");
    }
}
