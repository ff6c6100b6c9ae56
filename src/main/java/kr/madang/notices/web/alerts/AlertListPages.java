package kr.madang.notices.web.alerts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.notices.alerts.Alert;
import kr.madang.notices.alerts.AlertList;
import kr.madang.notices.web.sends.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All alerts and drills (재난 알림 목록). */
@Controller
@Needs(room = "notices", level = Level.VIEW)
class AlertListPages {
    static final String AT = "/desk/notices/alerts";
    private static final int ROWS = 20;
    private static final int PORTION = 500;

    private final AlertList alerts;

    AlertListPages(AlertList alerts) {
        this.alerts = alerts;
    }

    @GetMapping(AT)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var query = query(q, stage, what);
        var slice = alerts.page(query, cursor.isEmpty() ? null : cursor, ROWS);
        var asked = Paging.query("q", query.words(), "stage", word(query), "what", what(query));
        model.addAttribute("query", query);
        model.addAttribute("what", what(query));
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Paging.window(AT, asked, alerts.count(query), slice));
        model.addAttribute("asked", asked.isEmpty() ? "" : "?" + asked);
        return "notices/web/alerts/list";
    }

    private static AlertList.Query query(String q, String stage, String what) {
        return new AlertList.Query(
                q,
                Asked.one(Alert.Stage.class, stage).orElse(null),
                switch (what) {
                    case "drill" -> Boolean.TRUE;
                    case "real" -> Boolean.FALSE;
                    default -> null;
                });
    }

    private static String word(AlertList.Query query) {
        var stage = query.stage();
        return stage == null ? "" : stage.word();
    }

    private static String what(AlertList.Query query) {
        var drill = query.drill();
        if (drill == null) return "";
        return drill ? "drill" : "real";
    }

    @GetMapping(AT + "." + Sheets.FORMAT)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String what,
            HttpServletResponse response)
            throws IOException {
        var query = query(q, stage, what);
        Sheets.send(response, format, "alerts", "재난 알림", out -> {
            out.row("식별자", "구분", "유형", "제목", "등급", "재난", "단계", "작성", "발령", "종료", "글");
            @Nullable String cursor = null;
            do {
                var slice = alerts.page(query, cursor, PORTION);
                slice.rows().forEach(alert -> row(out, alert));
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    private static void row(SheetWriter out, Alert alert) {
        var content = alert.content();
        out.row(
                alert.identifier(),
                Words.here(alert.drill() ? "notices.alert.drill" : "notices.alert.real"),
                Words.here(alert.type().code()),
                content.title(),
                Words.here(content.grade().code()),
                content.hazard(),
                Words.here(alert.stage().code()),
                alert.authorName(),
                Asking.when(alert.raisedAt()),
                Asking.when(alert.endedAt()),
                content.said());
    }
}
