package kr.madang.notices.web.recipients;

import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.notices.recipients.Erasure;
import kr.madang.notices.recipients.Retention;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The book of deletions, for whoever must prove that what had to go is gone. */
@Controller
@RequestMapping("/desk/notices/deletions")
@Needs(room = "notices", level = Level.VIEW)
class DeletionPages {
    private static final String PATH = "/desk/notices/deletions";
    private static final int ROWS = 30;

    private final Erasure erasure;
    private final Retention retention;

    DeletionPages(Erasure erasure, Retention retention) {
        this.erasure = erasure;
        this.retention = retention;
    }

    /** @param check whether to go through the whole book */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String check,
            Model model) {
        var slice = erasure.page(cursor, ROWS);
        var totals = erasure.totals();
        model.addAttribute("lines", slice.rows());
        model.addAttribute("totals", totals);
        model.addAttribute("kept", retention.kept().toDays());
        model.addAttribute("window", Asked.window(PATH, "", totals.lines(), slice));
        model.addAttribute("checked", !check.isEmpty());
        if (!check.isEmpty()) model.addAttribute("broken", erasure.broken());
        return "notices/web/recipients/deletions";
    }
}
