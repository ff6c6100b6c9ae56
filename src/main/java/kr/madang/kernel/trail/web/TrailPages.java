package kr.madang.kernel.trail.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.trail.Trail;
import kr.madang.kernel.trail.TrailEntry;
import kr.madang.kernel.trail.TrailFilter;
import kr.madang.kernel.trail.Verifier;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Window;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The audit trail for those who check it (감사기록 화면). */
@Controller
@RequestMapping("/desk/kernel/trail")
@Needs(room = "kernel", level = Level.VIEW)
class TrailPages {
    private static final int ROWS = 50;
    private static final int EXPORTED = 100_000;

    private final Trail trail;
    private final Verifier verifier;

    TrailPages(Trail trail, Verifier verifier) {
        this.trail = trail;
        this.verifier = verifier;
    }

    @GetMapping
    @PersonalData(task = "감사기록 조회")
    String list(HttpServletRequest request, Model model) {
        var form = Form.of(request);
        var filter = filter(form);
        var query = query(form);
        var slice = trail.page(form.ok() ? filter : TrailFilter.ALL, request.getParameter("cursor"), ROWS);
        model.addAttribute("form", form);
        model.addAttribute("entries", slice.rows());
        model.addAttribute("window", Window.keyset(href(query, slice.previous()), href(query, slice.next())));
        model.addAttribute("csv", "/desk/kernel/trail/entries.csv" + (query.isEmpty() ? "" : "?" + query));
        return "kernel/trail/web/trail";
    }

    private static TrailFilter filter(Form form) {
        LocalDate from = form.day("from").orElse(null);
        LocalDate to = form.day("to").orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            form.refuse("to", "kernel.period.reversed", from, to);
            to = null;
        }
        return new TrailFilter(
                typed(form, "login"), typed(form, "room"), typed(form, "act"), typed(form, "q"), from, to);
    }

    /** The database has no character 0. */
    private static String typed(Form form, String field) {
        return form.value(field).replace("\0", "");
    }

    private static String query(Form form) {
        var parts = new LinkedHashMap<String, String>();
        for (var field : new String[] {"login", "room", "act", "q", "from", "to"})
            if (!form.value(field).isEmpty()) parts.put(field, form.value(field));
        return parts.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static @Nullable String href(String query, @Nullable String cursor) {
        if (cursor == null) return null;
        return "/desk/kernel/trail?" + (query.isEmpty() ? "" : query + "&") + "cursor=" + cursor;
    }

    @GetMapping("/entries.csv")
    @PersonalData(task = "감사기록 내려받기")
    void export(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = Form.of(request);
        var filter = filter(form);
        trail.record(actor, "kernel", "trail.exported", "trail", Map.of("filter", query(form)));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"trail.csv\"");
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // spreadsheets take the file for UTF-8 only with this sign
        out.write('\uFEFF');
        var csv = new CSVPrinter(out, CSVFormat.EXCEL);
        csv.printRecord("일시", "계정", "업무방", "행위", "대상", "접속지", "내용", "번호");
        trail.each(filter, EXPORTED, entry -> print(csv, entry));
        csv.flush();
    }

    private static void print(CSVPrinter csv, TrailEntry entry) {
        try {
            csv.printRecord(
                    entry.at(),
                    plain(entry.login()),
                    entry.room(),
                    entry.act(),
                    plain(entry.subject()),
                    plain(entry.address()),
                    plain(entry.details()),
                    entry.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell that a spreadsheet would take for a formula is marked as text. */
    private static String plain(String cell) {
        return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    @PostMapping("/verifications")
    String verify(Actor actor, Model model) {
        var verdict = verifier.verify();
        trail.record(
                actor,
                "kernel",
                "trail.verified",
                "trail",
                Map.of("entries", verdict.entries(), "head", verdict.head(), "sound", verdict.sound()));
        model.addAttribute("verdict", verdict);
        return "kernel/trail/web/verdict";
    }
}
