package kr.madang.kernel.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.search.Indexes;
import kr.madang.kernel.search.Words;
import kr.madang.kernel.search.korean.Safety;
import kr.madang.kernel.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dictionary of the search and words that mean the same (검색 사전·동의어 화면). */
@Controller
@RequestMapping("/desk/search/words")
@Needs(room = "kernel", level = Level.MANAGE)
class WordPages {
    private static final String HERE = "redirect:/desk/search/words";

    private final Words words;
    private final Indexes indexes;

    WordPages(Words words, Indexes indexes) {
        this.words = words;
        this.indexes = indexes;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String q, Model model) {
        return page(Form.empty(), text, q, model);
    }

    private String page(Form form, String text, String q, Model model) {
        var all = words.all();
        model.addAttribute("form", form);
        model.addAttribute("text", text);
        model.addAttribute("q", q.strip());
        model.addAttribute("cut", text.isBlank() ? List.of() : words.cut(text));
        model.addAttribute(
                "words",
                all.stream()
                        .filter(word -> word.text().contains(q.strip()))
                        .limit(500)
                        .toList());
        model.addAttribute("many", all.size());
        model.addAttribute("groups", words.groups());
        model.addAttribute("standing", indexes.standing());
        return "kernel/search/web/words";
    }

    /** Shows what a word would change before anything is kept. */
    @GetMapping("/trial")
    String attempt(HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = Form.of(request);
        try {
            var trial = words.attempt(form.required("word"), form.value("parts"));
            return trial(form, trial, model);
        } catch (Refused refused) {
            return refused(form, "word", refused, response, model);
        }
    }

    private static String trial(Form form, Words.Trial trial, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("trial", trial);
        return "kernel/search/web/trial";
    }

    private String refused(Form form, String field, Refused refused, HttpServletResponse response, Model model) {
        response.setStatus(422);
        form.refuse(field, refused.code(), refused.args().toArray());
        return page(form, "", "", model);
    }

    @PostMapping
    String put(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        var form = Form.of(request);
        try {
            words.put(actor, form.required("word"), form.value("parts"), form.checked("knowing"));
        } catch (Refused refused) {
            if (!refused.code().equals("search.words.unsafe")) return refused(form, "word", refused, response, model);
            response.setStatus(422);
            return trial(form, words.attempt(form.value("word"), form.value("parts")), model);
        }
        redirect.addFlashAttribute("notice", kr.madang.kernel.web.Words.here("search.words.put", form.value("word")));
        return HERE;
    }

    @DeleteMapping("/{word}")
    String remove(
            @PathVariable String word,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            words.remove(actor, word, Form.of(request).checked("knowing"));
        } catch (Refused refused) {
            if (!refused.code().equals("search.words.unsafe")) throw refused;
            response.setStatus(422);
            return removal(word, words.without(word), model);
        }
        redirect.addFlashAttribute("notice", kr.madang.kernel.web.Words.here("search.words.removed", word));
        return HERE;
    }

    private static String removal(String word, List<Safety.Case> broken, Model model) {
        model.addAttribute("word", word);
        model.addAttribute("broken", broken);
        return "kernel/search/web/removal";
    }

    @PostMapping("/synonyms")
    String same(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        var form = Form.of(request);
        try {
            words.same(actor, form.required("same"));
        } catch (Refused refused) {
            return refused(form, "same", refused, response, model);
        }
        redirect.addFlashAttribute("notice", kr.madang.kernel.web.Words.here("search.synonyms.put"));
        return HERE;
    }

    @DeleteMapping("/synonyms/{group}")
    String separate(@PathVariable UUID group, Actor actor, RedirectAttributes redirect) {
        words.separate(actor, group);
        redirect.addFlashAttribute("notice", kr.madang.kernel.web.Words.here("search.synonyms.removed"));
        return HERE;
    }

    @PostMapping("/rebuilds")
    String rebuild(Actor actor, RedirectAttributes redirect) {
        indexes.rebuild(actor);
        redirect.addFlashAttribute("notice", kr.madang.kernel.web.Words.here("search.rebuild.begun"));
        return HERE;
    }
}
