package kr.madang.approvals.web.records;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import kr.madang.approvals.records.YearlyClose;
import kr.madang.approvals.shelf.Filings;
import kr.madang.approvals.shelf.Produced;
import kr.madang.approvals.shelf.Untidy;
import kr.madang.approvals.shelf.YearEnd;
import kr.madang.approvals.web.Asked;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.PostedForm;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The end of a year: close, tidy list, production report, ended periods (연도 종결·정리·생산현황·만료). */
@Controller
@RequestMapping("/desk/approvals/records")
@Needs(room = "approvals", level = Level.VIEW)
class YearPages {
    private static final int ROWS = 30;

    private final YearEnd years;
    private final Filings filings;
    private final Asked asked;

    YearPages(YearEnd years, Filings filings, Asked asked) {
        this.years = years;
        this.filings = filings;
        this.asked = asked;
    }

    @GetMapping("/year")
    String year(Actor actor, HttpServletRequest request, Model model) {
        return year(Form.of(request), actor, model);
    }

    private String year(Form form, Actor actor, Model model) {
        var unit = asked.unit(form, actor);
        int year = year(form);
        frame(model, form, unit, year);
        model.addAttribute("standing", years.standing(unit, year));
        model.addAttribute("calendar", YearlyClose.of(year));
        model.addAttribute("today", asked.today());
        model.addAttribute("counts", years.counts(unit, year));
        model.addAttribute("closable", years.closable(year));
        return "approvals/web/records/year";
    }

    @PostMapping("/year/closures")
    @Needs(room = "approvals", level = Level.MANAGE)
    String close(Actor actor, PostedForm sent, Model model) {
        return sent.act(
                form -> {
                    var unit = asked.unit(form, actor);
                    int year = year(form);
                    var closed = years.close(actor, unit, year);
                    sent.say("approvals.close.done", String.valueOf(year), closed.files(), closed.papers());
                    return "redirect:/desk/approvals/records/year?" + at(unit, year);
                },
                "year",
                (form, why) -> year(form, actor, model));
    }

    @PostMapping("/tidy/strays")
    @Needs(room = "approvals", level = Level.MANAGE)
    String strays(Actor actor, HttpServletRequest request, RedirectAttributes then) {
        var form = Form.of(request);
        var unit = asked.unit(form, actor);
        int year = year(form);
        then.addFlashAttribute("notice", Words.here("approvals.tidy.filed", filings.fileStrays(actor, unit, year)));
        return "redirect:/desk/approvals/records/tidy?" + at(unit, year);
    }

    @GetMapping("/tidy")
    String tidy(Actor actor, HttpServletRequest request, Model model) {
        var form = Form.of(request);
        var unit = asked.unit(form, actor);
        int year = year(form);
        var check = Untidy.of(form.value("check"));
        var slice = years.untidy(actor, unit, year, check.orElse(null), form.value("cursor"), ROWS);
        frame(model, form, unit, year);
        model.addAttribute("calendar", YearlyClose.of(year));
        model.addAttribute("check", check);
        model.addAttribute("counts", years.counts(unit, year));
        model.addAttribute("papers", slice.rows());
        var query = Asked.query(form, "unit", "year", "check");
        model.addAttribute("window", Asked.window("/desk/approvals/records/tidy", query, slice));
        return "approvals/web/records/tidy";
    }

    @GetMapping("/tidy." + Sheets.FORMAT)
    void tidy(@PathVariable String format, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = Form.of(request);
        var unit = asked.unit(form, actor);
        int year = year(form);
        Sheets.send(response, format, "tidy-" + year, "정리목록", out -> {
            out.row("점검", "등록번호", "제목", "기안자", "기안일");
            years.eachUntidy(
                    actor,
                    unit,
                    year,
                    u -> out.row(
                            u.check().title(),
                            u.number(),
                            u.masked() ? Words.here("approvals.masked") : u.title(),
                            u.drafter(),
                            Asked.date(u.madeAt())));
        });
    }

    @GetMapping("/production")
    String production(Actor actor, HttpServletRequest request, Model model) {
        var form = Form.of(request);
        var unit = asked.unit(form, actor);
        int year = year(form);
        var files = new ArrayList<Produced>();
        years.eachProduced(unit, year, p -> {
            if (files.size() < SHOWN) files.add(p);
        });
        frame(model, form, unit, year);
        model.addAttribute("calendar", YearlyClose.of(year));
        model.addAttribute("sums", years.produced(unit, year));
        model.addAttribute("files", files);
        model.addAttribute("most", SHOWN);
        return "approvals/web/records/production";
    }

    /** As many files as one page carries; the table that is handed out has all of them. */
    private static final int SHOWN = 500;

    @GetMapping("/production." + Sheets.FORMAT)
    void production(@PathVariable String format, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = Form.of(request);
        var unit = asked.unit(form, actor);
        int year = year(form);
        Sheets.send(response, format, "production-" + year, "생산현황", out -> {
            out.row("분류번호", "처리과", "제목", "생산연도", "종결일", "보존기간", "문서 수", "공개", "부분공개", "비공개", "첨부 수");
            years.eachProduced(
                    unit,
                    year,
                    p -> out.row(
                            p.file().code().text(),
                            p.file().unitName(),
                            p.file().title(),
                            p.file().code().year(),
                            p.file().closedOn(),
                            p.file().retention().title(),
                            p.file().papers(),
                            p.open(),
                            p.partly(),
                            p.closed(),
                            p.attachments()));
        });
    }

    @GetMapping("/ended")
    String ended(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = Form.of(request);
        var day = form.day("day").orElse(asked.today());
        if (!form.ok()) response.setStatus(422);
        var slice = years.ended(form.value("unit").replace("\0", ""), day, form.value("cursor"), ROWS);
        model.addAttribute("form", form);
        model.addAttribute("day", day);
        model.addAttribute("units", asked.units());
        model.addAttribute("files", slice.rows());
        var query = Asked.query(form, "unit", "day");
        model.addAttribute("window", Asked.window("/desk/approvals/records/ended", query, slice));
        return "approvals/web/records/ended";
    }

    private int year(Form form) {
        return asked.year(form, asked.today().getYear());
    }

    private void frame(Model model, Form form, String unit, int year) {
        model.addAttribute("form", form);
        model.addAttribute("unit", unit);
        model.addAttribute("year", year);
        model.addAttribute("units", asked.units());
        model.addAttribute("years", asked.years());
        model.addAttribute("at", at(unit, year));
    }

    private static String at(String unit, int year) {
        return Asked.query("unit", unit, "year", String.valueOf(year));
    }
}
