package kr.madang.press.web.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.Tier;
import kr.madang.press.coverage.Article;
import kr.madang.press.coverage.ArticleList;
import kr.madang.press.coverage.Tone;
import kr.madang.press.outlets.Outlets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All articles as a list (언론보도 목록). */
@Controller
@RequestMapping("/desk/press")
@Needs(room = "press", level = Level.VIEW)
class ListPages {
    private static final String PATH = "/desk/press/coverage";
    private static final int ROWS = 20;
    private static final int PORTION = 500;

    private final ArticleList articles;
    private final Outlets outlets;

    ListPages(ArticleList articles, Outlets outlets) {
        this.articles = articles;
        this.outlets = outlets;
    }

    @GetMapping("/coverage")
    String list(@RequestParam Map<String, String> typed, Model model) {
        var query = query(typed);
        var cursor = typed.getOrDefault("cursor", "");
        var slice = articles.page(query, cursor.isEmpty() ? null : cursor, ROWS);
        var asked = asked(query);
        model.addAttribute("query", query);
        model.addAttribute("items", slice.rows());
        model.addAttribute("outlets", outlets.all());
        model.addAttribute("tags", articles.tags());
        model.addAttribute("window", Paging.window(PATH, asked, articles.count(query), slice));
        model.addAttribute("asked", asked.isEmpty() ? "" : "?" + asked);
        return "press/web/coverage/list";
    }

    private static ArticleList.Query query(Map<String, String> typed) {
        return new ArticleList.Query(
                typed.getOrDefault("q", ""),
                Asked.one(Tier.class, typed.getOrDefault("tier", "")).orElse(null),
                Asked.id(typed.getOrDefault("outlet", "")).orElse(null),
                Asked.id(typed.getOrDefault("release", "")).orElse(null),
                Asked.one(Tone.class, typed.getOrDefault("tone", "")).orElse(null),
                typed.getOrDefault("tag", ""),
                Asked.day(typed.getOrDefault("from", "")),
                Asked.day(typed.getOrDefault("to", "")),
                Asked.one(ArticleList.Which.class, typed.getOrDefault("which", ""))
                        .orElse(ArticleList.Which.COUNTED),
                !typed.getOrDefault("leaders", "").isEmpty());
    }

    private static String asked(ArticleList.Query query) {
        return Paging.query(
                "q", query.words(),
                "tier", word(query.tier()),
                "outlet", word(query.outlet()),
                "release", word(query.release()),
                "tone", word(query.tone()),
                "tag", query.tag(),
                "from", word(query.from()),
                "to", word(query.to()),
                "which",
                        query.which() == ArticleList.Which.COUNTED
                                ? ""
                                : query.which().name(),
                "leaders", query.leaders() ? "true" : "");
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @GetMapping("/coverage." + Sheets.FORMAT)
    void export(@PathVariable String format, @RequestParam Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        var query = query(typed);
        Sheets.send(response, format, "coverage", "언론보도", out -> {
            out.row("보도일시", "매체", "구분", "형태", "제목", "기자", "지면·프로그램", "논조", "주소");
            @Nullable String cursor = null;
            do {
                var slice = articles.page(query, cursor, PORTION);
                slice.rows().forEach(article -> row(out, article));
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    private static void row(SheetWriter out, Article article) {
        var tier = article.tier();
        var tone = article.tone();
        out.row(
                Asked.when(article.publishedAt()),
                article.outletName(),
                tier == null ? Words.here("press.coverage.homeless") : Words.here(tier.code()),
                Words.here(article.kind().code()),
                article.title(),
                article.reporter(),
                article.page() + article.programme(),
                tone == null ? "" : Words.here(tone.code()),
                Objects.requireNonNullElse(article.url(), ""));
    }
}
