package kr.madang.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.madang.accounts.log.AccessChecks;
import kr.madang.accounts.log.AccessExport;
import kr.madang.accounts.log.AccessQuestion;
import kr.madang.accounts.log.AccessRecords;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.AccessLog;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.access.PersonalData;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Window;
import kr.madang.kernel.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of the access log (접속기록): search, take out, inspect each month. Reading it is a look at personal data too, and logged. */
@Controller
@RequestMapping("/desk/accounts/access-log")
@Needs(room = "accounts", level = Level.VIEW)
class AccessLogPages {
    private static final String PATH = "/desk/accounts/access-log";

    private final AccessRecords records;
    private final AccessExport export;
    private final AccessChecks checks;
    private final AccessLog log;
    private final Clock clock;

    AccessLogPages(AccessRecords records, AccessExport export, AccessChecks checks, AccessLog log, Clock clock) {
        this.records = records;
        this.export = export;
        this.checks = checks;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping
    @PersonalData(task = "접속기록 조회", named = true)
    ModelAndView show(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable UUID after,
            Actor actor) {
        var form = Form.of(request);
        var question = question(form);
        var page = after == null ? records.older(question, before) : records.newer(question, after);
        log.record(actor, "list:" + page.entries().size(), "접속기록 조회");
        var model = Map.of(
                "form", form,
                "entries", page.entries(),
                "total", page.total(),
                "months", checks(),
                "window",
                        Window.keyset(
                                page.newer() == null ? null : href(form, "after", page.newer()),
                                page.older() == null ? null : href(form, "before", page.older())),
                "query", query(form));
        return new ModelAndView(
                "accounts/web/accesslog", model, form.ok() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private java.util.List<YearMonth> checks() {
        var now = YearMonth.now(clock.withZone(Times.SEOUL));
        return java.util.List.of(now, now.minusMonths(1), now.minusMonths(2));
    }

    /** The last month, unless days are given. */
    private AccessQuestion question(Form form) {
        var today = LocalDate.now(clock.withZone(Times.SEOUL));
        var from = form.day("from").orElse(today.minusMonths(1));
        var to = form.day("to").orElse(today);
        return new AccessQuestion(
                from.atStartOfDay(Times.SEOUL).toInstant(),
                to.plusDays(1).atStartOfDay(Times.SEOUL).toInstant(),
                form.value("login"),
                form.value("q"));
    }

    private static String href(Form form, String name, Object value) {
        return PATH + "?" + query(form) + "&" + name + "=" + value;
    }

    private static String query(Form form) {
        return Objects.requireNonNullElse(
                UriComponentsBuilder.newInstance()
                        .queryParam("q", "{q}")
                        .queryParam("login", "{login}")
                        .queryParam("from", "{from}")
                        .queryParam("to", "{to}")
                        .encode()
                        .buildAndExpand(form.value("q"), form.value("login"), form.value("from"), form.value("to"))
                        .getQuery(),
                "");
    }

    @GetMapping("/export.csv")
    @PersonalData(task = "접속기록 내려받기(CSV)", named = true)
    void csv(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        var question = asked(request);
        log.record(actor, "list:" + records.count(question), "접속기록 내려받기(CSV)");
        head(response, "text/csv;charset=UTF-8", "access-log.csv");
        export.csv(question, response.getOutputStream());
    }

    @GetMapping("/export.xlsx")
    @PersonalData(task = "접속기록 내려받기(XLSX)", named = true)
    void xlsx(HttpServletRequest request, HttpServletResponse response, Actor actor) throws IOException {
        var question = asked(request);
        long count = records.count(question);
        if (count > AccessExport.SHEET_ROWS) throw Refused.invalid("accounts.log.large", AccessExport.SHEET_ROWS);
        log.record(actor, "list:" + count, "접속기록 내려받기(XLSX)");
        head(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "access-log.xlsx");
        export.xlsx(question, response.getOutputStream());
    }

    private AccessQuestion asked(HttpServletRequest request) {
        var form = Form.of(request);
        var question = question(form);
        if (!form.ok()) throw Refused.invalid("accounts.log.day");
        return question;
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    @GetMapping("/checks/{month}")
    @PersonalData(task = "접속기록 월 점검")
    ModelAndView check(@PathVariable YearMonth month) {
        return check(month, Form.empty(), HttpStatus.OK);
    }

    @PutMapping("/checks/{month}")
    @Needs(room = "accounts", level = Level.MANAGE)
    ModelAndView conclude(
            @PathVariable YearMonth month, HttpServletRequest request, Actor actor, RedirectAttributes then) {
        var form = Form.of(request);
        try {
            checks.conclude(actor, month, form.value("note"));
        } catch (Refused e) {
            if (e.reason() != Refused.Reason.INVALID) throw e;
            form.refuse("note", e.code(), e.args().toArray());
            return check(month, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        then.addFlashAttribute("notice", Words.here("accounts.check.kept"));
        return new ModelAndView("redirect:" + PATH + "/checks/" + month);
    }

    private ModelAndView check(YearMonth month, Form form, HttpStatus status) {
        return new ModelAndView(
                        "accounts/web/check",
                        Map.of("month", month, "findings", checks.findings(month), "form", form),
                        status)
                .addObject("done", checks.find(month).orElse(null));
    }
}
