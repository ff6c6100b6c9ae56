package kr.madang.notices.web.recipients;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.sheet.SheetWriter;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import kr.madang.notices.Channel;
import kr.madang.notices.recipients.AgeBand;
import kr.madang.notices.recipients.Contact;
import kr.madang.notices.recipients.MessageHistory;
import kr.madang.notices.recipients.Recipient;
import kr.madang.notices.recipients.RecipientFilter;
import kr.madang.notices.recipients.RecipientList;
import kr.madang.notices.recipients.Registry;
import kr.madang.notices.recipients.Retention;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of recipients and the page of each; addresses are masked everywhere, and every look is recorded. */
@Controller
@RequestMapping("/desk/notices/recipients")
@Needs(room = "notices", level = Level.VIEW)
class RecipientPages {
    private static final int ROWS = 30;
    private static final int MOST = 100_000;
    private static final String PATH = "/desk/notices/recipients";
    private static final String[] FIELDS = {"q", "dong", "age", "channel", "state", "on"};

    private final RecipientList list;
    private final Registry registry;
    private final MessageHistory history;
    private final Retention retention;
    private final AccessLog log;
    private final Asked asked;
    private final Clock clock;

    RecipientPages(
            RecipientList list,
            Registry registry,
            MessageHistory history,
            Retention retention,
            AccessLog log,
            Asked asked,
            Clock clock) {
        this.list = list;
        this.registry = registry;
        this.history = history;
        this.retention = retention;
        this.log = log;
        this.asked = asked;
        this.clock = clock;
    }

    @GetMapping
    @PersonalData(task = "수신자 목록 조회", named = true)
    String list(Actor by, HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = Form.of(request);
        var filter = filter(form);
        if (!form.ok()) response.setStatus(422);
        var slice = list.page(filter, form.value("cursor"), ROWS);
        log.record(by, "list:" + slice.rows().size(), "수신자 목록 조회");
        var query = Asked.query(form, FIELDS);
        model.addAttribute("form", form);
        model.addAttribute("rows", slice.rows());
        model.addAttribute("window", Asked.window(PATH, query, list.count(filter), slice));
        model.addAttribute("query", query);
        model.addAttribute("now", clock.instant());
        model.addAttribute("dongs", asked.dongOptions(Words.here("notices.recipients.all"), true));
        model.addAttribute("ages", Asked.ages(Words.here("notices.recipients.all")));
        model.addAttribute("channels", Asked.channels(Words.here("notices.recipients.all")));
        return "notices/web/recipients/recipients";
    }

    private static RecipientFilter filter(Form form) {
        var channel = form.value("channel");
        var q = form.value("q").replace("\0", "");
        return new RecipientFilter(
                q.length() > 300 ? q.substring(0, 300) : q,
                form.value("dong").replace("\0", ""),
                AgeBand.ofWord(form.value("age")).orElse(null),
                channel.isEmpty() ? null : Asked.channel(channel, Channel.SMS),
                RecipientFilter.State.find(form.value("state")).orElse(RecipientFilter.State.ANY),
                form.day("on")
                        .filter(day -> day.getYear() > 1900 && day.getYear() < 9000)
                        .orElse(null));
    }

    @GetMapping("/entries." + Sheets.FORMAT)
    @PersonalData(task = "수신자 내려받기", named = true)
    void export(@PathVariable String format, Actor by, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = Form.of(request);
        var filter = filter(form);
        form.check();
        log.record(by, "list:" + Math.min(MOST, list.count(filter)), "수신자 내려받기");
        Sheets.send(response, format, "recipients", "수신자", out -> {
            out.row("번호", "동", "연령대", "연락처", "받는 것", "등록일", "파기일");
            list.each(filter, MOST, r -> write(out, r));
        });
    }

    private void write(SheetWriter out, Recipient r) {
        var now = clock.instant();
        out.row(
                r.shown(),
                r.dong(),
                r.age() == null ? "" : Words.here(r.age().code()),
                r.contacts().stream().map(Contact::masked).collect(Collectors.joining(" ")),
                r.contacts().stream()
                        .flatMap(c -> c.consents().standing(now).stream())
                        .map(c -> Words.here(c.purpose().code()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                Asked.minute(r.addedAt()),
                Asked.minute(r.deletedAt()));
    }

    @GetMapping("/{id}")
    @PersonalData(task = "수신자 조회")
    String recipient(@PathVariable UUID id, Model model) {
        var recipient = registry.get(id);
        model.addAttribute("recipient", recipient);
        model.addAttribute("history", history.of(id));
        model.addAttribute("now", clock.instant());
        model.addAttribute("kept", retention.kept().toDays());
        return "notices/web/recipients/recipient";
    }
}
