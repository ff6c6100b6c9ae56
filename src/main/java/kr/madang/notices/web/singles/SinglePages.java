package kr.madang.notices.web.singles;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Paging;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.notices.ledger.State;
import kr.madang.notices.sends.Calendar;
import kr.madang.notices.singles.SingleList;
import kr.madang.notices.singles.Use;
import kr.madang.notices.web.sends.Asked;
import kr.madang.notices.web.sends.SendViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Messages to one person (낱건 발송): what for, to whom as far as lists show it, and what became of each. */
@Controller
@RequestMapping("/desk/notices")
@Needs(room = "notices", level = Level.VIEW)
class SinglePages {
    private static final String LOOKED = "낱건 발송 조회";
    static final String AT = "/desk/notices/singles";
    private static final int ROWS = 20;
    private static final int PORTION = 500;
    private static final int USUAL_DAYS = 30;
    private static final List<Integer> DAYS = List.of(1, 7, USUAL_DAYS, 365, 3650);

    private final SingleList singles;
    private final AccessLog log;
    private final Clock clock;

    SinglePages(SingleList singles, AccessLog log, Clock clock) {
        this.singles = singles;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/singles")
    @PersonalData(task = LOOKED, named = true)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        var query = query(q, use, state, days);
        var slice = singles.page(query, cursor.isEmpty() ? null : cursor, ROWS);
        log.record(actor, "list:" + slice.rows().size(), LOOKED);
        var asked = Paging.query(
                "q", query.words(), "use", name(query.use()), "state", name(query.state()), "days", days(days) + "");
        model.addAttribute("query", query);
        model.addAttribute("days", Integer.toString(days(days)));
        model.addAttribute("items", slice.rows());
        model.addAttribute("counts", singles.counts(query.from()));
        model.addAttribute("window", Paging.window(AT, asked, singles.count(query), slice));
        model.addAttribute("asked", "?" + asked);
        return "notices/web/singles/list";
    }

    private SingleList.Query query(String q, String use, String state, String days) {
        var today = LocalDate.ofInstant(clock.instant(), Calendar.SEOUL);
        return new SingleList.Query(
                q,
                Asked.one(Use.class, use).orElse(null),
                Asked.one(State.class, state).orElse(null),
                today.minusDays(days(days) - 1L));
    }

    private static int days(String typed) {
        return DAYS.stream()
                .filter(days -> typed.equals(days.toString()))
                .findFirst()
                .orElse(USUAL_DAYS);
    }

    private static String name(@Nullable Enum<?> one) {
        return one == null ? "" : one.name();
    }

    /** For the template. */
    public static List<Option> uses() {
        return Asked.withAll(Arrays.stream(Use.values())
                .map(use -> new Option(use.name(), Words.here(use.code())))
                .toList());
    }

    /** For the template. */
    public static List<Option> states() {
        return Asked.withAll(Arrays.stream(State.values())
                .map(state -> new Option(state.name(), Words.here(SendViews.code(state))))
                .toList());
    }

    /** For the template. */
    public static List<Option> spans() {
        return DAYS.stream()
                .map(days -> new Option(days.toString(), Words.here("notices.singles.days." + days)))
                .toList();
    }

    @GetMapping("/singles." + Sheets.FORMAT)
    @PersonalData(task = "낱건 발송 내려받기", named = true)
    void export(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String days,
            HttpServletResponse response)
            throws IOException {
        var query = query(q, use, state, days);
        log.record(actor, "list:" + singles.count(query), "낱건 발송 내려받기");
        Sheets.send(response, format, "singles", "낱건 발송", out -> {
            out.row("쓰임", "수단", "받는 곳", "상태", "사유", "요청", "요청 시각", "확인 시각");
            @Nullable String cursor = null;
            do {
                var slice = singles.page(query, cursor, PORTION);
                slice.rows().forEach(item -> row(out, item));
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    private static void row(SheetWriter out, SingleList.Item item) {
        out.row(
                Words.here(item.use().code()),
                Words.here(item.channel().code()),
                item.masked(),
                Words.here(SendViews.code(item.state())),
                SendViews.reason(item.state(), item.code()),
                item.by(),
                SendViews.when(item.madeAt()),
                SendViews.when(item.at()));
    }
}
