package kr.madang.press.web.coverage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.press.coverage.Article;
import kr.madang.press.coverage.Issues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Watched words and their spikes (이슈·급증). */
@Controller
@RequestMapping("/desk/press/issues")
@Needs(room = "press", level = Level.WORK)
class IssuePages {
    private final Issues issues;
    private final Clock clock;

    IssuePages(Issues issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    @GetMapping
    @Needs(room = "press", level = Level.VIEW)
    String issues(
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String hour,
            Model model) {
        return page(word, moment(day, hour), Form.empty(), model);
    }

    private String page(String word, Instant at, Form form, Model model) {
        var shown = word.replace("\0", "").strip();
        model.addAttribute("form", form);
        model.addAttribute("at", at);
        model.addAttribute("watched", issues.at(at));
        model.addAttribute("word", shown);
        model.addAttribute("articles", shown.isEmpty() ? List.of() : issues.articles(shown, at));
        return "press/web/coverage/issues";
    }

    /** As asked; otherwise now, or the newest article when nothing has come for a day. */
    private Instant moment(String day, String hour) {
        var asked = Asked.day(day);
        if (asked != null && asked.getYear() > 1900 && asked.getYear() < 2200) {
            int at = hour.matches("[0-9]{1,2}") ? Math.min(23, Integer.parseInt(hour)) : 23;
            return asked.atTime(at, 59, 59).atZone(Article.SEOUL).toInstant();
        }
        var now = clock.instant();
        var newest = issues.newest();
        return newest.isBefore(now.minusSeconds(86_400)) ? newest : now;
    }

    @PostMapping
    String watch(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    form.required("add");
                    form.check();
                    issues.watch(actor, form.value("add"));
                    sent.say("press.issues.said.watched");
                    return "redirect:/desk/press/issues";
                },
                "add",
                (form, why) -> page("", moment("", ""), form, model));
    }

    @DeleteMapping
    String forget(@RequestParam String word, Actor actor, PostedForm sent) {
        issues.forget(actor, word);
        sent.say("press.issues.said.forgotten");
        return "redirect:/desk/press/issues";
    }
}
