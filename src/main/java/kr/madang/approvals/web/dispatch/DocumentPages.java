package kr.madang.approvals.web.dispatch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.madang.approvals.dispatch.office.Publications;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import kr.madang.kernel.web.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the office has made public of its papers, for everybody (정보공개 문서목록). */
@Controller
@RequestMapping("/documents")
@Open
class DocumentPages {
    private static final int ROWS = 20;

    private final Publications publications;

    DocumentPages(Publications publications) {
        this.publications = publications;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var slice = publications.find(q, unit, cursor.isEmpty() ? null : cursor, ROWS);
        var href = "/documents?q=" + encoded(q) + "&unit=" + encoded(unit);
        model.addAttribute("q", q);
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Window.keyset(at(href, slice.previous()), at(href, slice.next())));
        return "approvals/web/dispatch/documents";
    }

    private static @Nullable String at(String href, @Nullable String cursor) {
        return cursor == null ? null : href + "&cursor=" + encoded(cursor);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The answer for what there is not is the same as for what is not public. */
    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAttribute(
                "document",
                publications.find(id(id)).orElseThrow(() -> Refused.missing("approvals.documents.missing")));
        return "approvals/web/dispatch/document";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("approvals.documents.missing");
        }
    }
}
