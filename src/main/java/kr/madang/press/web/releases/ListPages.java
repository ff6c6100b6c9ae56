package kr.madang.press.web.releases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.press.releases.ReleaseList;
import kr.madang.press.releases.Version;
import kr.madang.press.releases.writing.ReleaseSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All releases as a list (보도자료 목록). */
@Controller
@RequestMapping("/desk/press")
@Needs(room = "press", level = Level.VIEW)
class ListPages {
    private static final String PATH = "/desk/press/releases";
    private static final String WITHDRAWN = "WITHDRAWN";
    private static final int ROWS = 20;
    private static final int PORTION = 500;

    private final ReleaseList releases;

    ListPages(ReleaseList releases) {
        this.releases = releases;
    }

    @GetMapping("/releases")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var query = query(q, state);
        var slice = releases.page(query, cursor.isEmpty() ? null : cursor, ROWS);
        var asked = Paging.query("q", query.words(), "state", query.state().toLowerCase(Locale.ROOT));
        model.addAttribute("query", query);
        model.addAttribute("items", slice.rows());
        model.addAttribute("states", states());
        model.addAttribute("window", Paging.window(PATH, asked, releases.count(query), slice));
        model.addAttribute("asked", asked.isEmpty() ? "" : "?" + asked);
        return "press/web/releases/list";
    }

    private static ReleaseList.Query query(String q, String state) {
        var wanted = state.toUpperCase(Locale.ROOT);
        boolean known = wanted.equals(WITHDRAWN)
                || Arrays.stream(Version.State.values()).anyMatch(s -> s.name().equals(wanted));
        return new ReleaseList.Query(q, known ? wanted : "");
    }

    private static List<Option> states() {
        var all = new ArrayList<Option>();
        all.add(new Option("", Words.here("press.all")));
        for (var state : Version.State.values()) all.add(new Option(state.word(), Words.here(state.code())));
        all.add(new Option("withdrawn", Words.here("press.state.withdrawn")));
        return all;
    }

    @GetMapping("/releases." + Sheets.FORMAT)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var query = query(q, state);
        Sheets.send(response, format, "releases", "보도자료", out -> {
            out.row("번호", "판", "제목", "담당 부서", "단계", "배포 일시", "작성자");
            @Nullable String cursor = null;
            do {
                var slice = releases.page(query, cursor, PORTION);
                slice.rows().forEach(item -> row(out, item));
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    private static void row(SheetWriter out, ReleaseList.Item item) {
        var at = item.at();
        out.row(
                item.number().isEmpty() ? "-" : item.number(),
                item.version(),
                item.title(),
                item.unit(),
                Words.here(
                        item.withdrawn()
                                ? "press.state.withdrawn"
                                : item.state().code()),
                at == null ? "" : ReleaseSheet.moment(at),
                item.author());
    }
}
