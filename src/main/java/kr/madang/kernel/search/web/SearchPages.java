package kr.madang.kernel.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.SignedIn;
import kr.madang.kernel.search.Query;
import kr.madang.kernel.search.Search;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Window;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What anybody at a desk finds in all rooms (통합 검색 결과). */
@Controller
@RequestMapping("/desk/search")
@SignedIn
class SearchPages {
    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping
    String find(HttpServletRequest request, Actor actor, Model model) {
        var form = Form.of(request);
        var query = query(form);
        var places = new Places(query);
        model.addAttribute("form", form);
        model.addAttribute("query", query);
        model.addAttribute("places", places);
        if (!query.says()) return "kernel/search/web/start";
        var answer = search.find(actor, query);
        model.addAttribute("answer", answer);
        long within = Math.min(answer.total(), (long) Query.LAST_PAGE * query.size());
        model.addAttribute("window", Window.numbered(within, query.page(), query.size(), places::page));
        return "kernel/search/web/results";
    }

    /** Whatever stands in the address has an answer. */
    private static Query query(Form form) {
        LocalDate from = form.day("from").orElse(null);
        LocalDate to = form.day("to").orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            form.refuse("to", "kernel.period.reversed", from, to);
            to = null;
        }
        var sort = form.value("sort").equals("date") ? Query.Sort.NEWEST : Query.Sort.BEST;
        // what was typed keeps its last blank: it says that the word is complete
        var typed = form.values("q").isEmpty() ? "" : form.values("q").getFirst();
        return new Query(typed, form.value("kind"), labels(form), from, to, sort, page(form), Query.SIZE);
    }

    private static List<Query.Label> labels(Form form) {
        return form.values("label").stream()
                .map(label -> label.split(":", 2))
                .filter(parts -> parts.length == 2 && Arrays.stream(parts).noneMatch(String::isBlank))
                .map(parts -> new Query.Label(parts[0], parts[1]))
                .distinct()
                .toList();
    }

    private static int page(Form form) {
        var typed = form.value("page");
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
    }
}
