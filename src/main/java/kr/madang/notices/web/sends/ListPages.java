package kr.madang.notices.web.sends;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Kind;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.sends.Send;
import kr.madang.notices.sends.SendList;
import kr.madang.notices.sends.SendTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All sends as a list and as a calendar (발송 목록·달력). */
@Controller
@RequestMapping("/desk/notices")
@Needs(room = "notices", level = Level.VIEW)
class ListPages {
    private static final int ROWS = 20;
    private static final int PORTION = 500;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final SendList sends;
    private final SendTerms terms;
    private final Clock clock;

    ListPages(SendList sends, SendTerms terms, Clock clock) {
        this.sends = sends;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping("/sends")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var query = query(q, state, kind);
        var slice = sends.page(query, cursor.isEmpty() ? null : cursor, ROWS);
        var asked = Paging.query("q", query.words(), "state", word(query.state()), "kind", name(query.kind()));
        model.addAttribute("query", query);
        model.addAttribute("items", slice.rows());
        model.addAttribute("window", Paging.window("/desk/notices/sends", asked, sends.count(query), slice));
        model.addAttribute("asked", asked.isEmpty() ? "" : "?" + asked);
        return "notices/web/sends/list";
    }

    private static SendList.Query query(String q, String state, String kind) {
        return new SendList.Query(
                q,
                Asked.one(Send.State.class, state).orElse(null),
                Asked.one(Kind.class, kind).orElse(null));
    }

    private static String word(Send.@Nullable State state) {
        return state == null ? "" : state.word();
    }

    private static String name(@Nullable Kind kind) {
        return kind == null ? "" : kind.name();
    }

    @GetMapping("/sends." + Sheets.FORMAT)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            HttpServletResponse response)
            throws IOException {
        var query = query(q, state, kind);
        Sheets.send(response, format, "sends", "발송", out -> {
            out.row("번호", "제목", "단계", "분류", "수단", "일시", "작성", "대상", "도착", "실패");
            @Nullable String cursor = null;
            do {
                var slice = sends.page(query, cursor, PORTION);
                slice.rows().forEach(item -> row(out, item));
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    private static void row(SheetWriter out, SendList.Item item) {
        out.row(
                item.serial(),
                item.title(),
                Words.here(item.state().code()),
                Words.here(item.kind().code()),
                Words.here(item.channel().code()),
                item.day() + " " + Asked.hour(item.at()),
                item.author(),
                item.rows(),
                item.delivered(),
                item.failed());
    }

    @GetMapping("/calendar")
    String calendar(@RequestParam(defaultValue = "") String month, Model model) {
        var shown = month(month);
        model.addAttribute(
                "month",
                MonthView.of(
                        shown,
                        LocalDate.ofInstant(clock.instant(), Calendar.SEOUL),
                        sends.month(shown),
                        terms.calendar()));
        return "notices/web/sends/calendar";
    }

    private YearMonth month(String typed) {
        var now = YearMonth.from(clock.instant().atZone(Calendar.SEOUL));
        try {
            var month = typed.isEmpty() ? now : YearMonth.parse(typed);
            return month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR ? now : month;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
