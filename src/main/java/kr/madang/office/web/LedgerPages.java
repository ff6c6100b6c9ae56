package kr.madang.office.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Sheets;
import kr.madang.kernel.web.Window;
import kr.madang.office.budget.Budget;
import kr.madang.office.budget.BudgetNode;
import kr.madang.office.budget.Ledger;
import kr.madang.office.budget.LedgerFilter;
import kr.madang.office.ledger.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The ledger: found, paged, exported, one entry with what belongs to it. */
@Controller
@RequestMapping("/desk/office/ledger")
@Needs(room = "office", level = Level.VIEW)
class LedgerPages {
    private static final int SIZE = 50;

    private final Office office;
    private final Ledger ledger;
    private final Budget budget;

    LedgerPages(Office office, Ledger ledger, Budget budget) {
        this.office = office;
        this.ledger = ledger;
        this.budget = budget;
    }

    /** What is looked for, as the address says it; days that are none fall back to the whole year. */
    record Asked(LedgerFilter filter, boolean unreadable) {
        String query() {
            var uri = UriComponentsBuilder.newInstance()
                    .queryParam("year", filter.fiscalYear())
                    .queryParam("from", filter.period().from())
                    .queryParam("to", filter.period().to())
                    .queryParam("q", "{q}");
            if (filter.kind() != null) uri.queryParam("kind", filter.kind());
            if (filter.node() != null) uri.queryParam("node", filter.node());
            return uri.build(Map.of("q", filter.word())).getRawQuery();
        }

        String kind() {
            return filter.kind() == null ? "" : filter.kind().name();
        }

        String node() {
            return filter.node() == null ? "" : filter.node().toString();
        }
    }

    private Asked asked(HttpServletRequest request) {
        var form = Form.of(request);
        int latest = office.budgetDay("").year();
        int year = (int) Math.clamp(form.number("year").orElse(latest), 1990L, 2100L);
        var whole = Period.fiscalYear(year);
        var from = form.day("from").orElse(whole.from());
        var to = form.day("to").orElse(budget.year(year).map(y -> y.closesOn()).orElse(whole.to()));
        boolean reversed = to.isBefore(from);
        var period = reversed ? whole : new Period(from, to);
        var word = form.value("q");
        var filter = new LedgerFilter(
                year,
                period,
                node(form.value("node")),
                kind(form.value("kind")),
                word.length() > 100 ? word.substring(0, 100) : word);
        return new Asked(filter, reversed || !form.ok());
    }

    private static @Nullable Move kind(String word) {
        return Arrays.stream(Move.values())
                .filter(m -> m.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID node(String word) {
        try {
            return word.isEmpty() ? null : UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            throw Refused.missing("office.line.none");
        }
    }

    @GetMapping
    String list(HttpServletRequest request, @RequestParam(defaultValue = "1") String page, Model model) {
        var asked = asked(request);
        int shown = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        var found = ledger.page(asked.filter, (shown - 1L) * SIZE, SIZE);
        var query = asked.query();
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("query", query);
        model.addAttribute("years", budget.years());
        model.addAttribute(
                "window",
                Window.numbered(found.total(), shown, SIZE, p -> "/desk/office/ledger?" + query + "&page=" + p));
        int year = asked.filter.fiscalYear();
        var tree = budget.tree(year, LocalDate.of(year, 12, 31));
        model.addAttribute("units", tree.at(BudgetNode.Level.UNIT));
        return "office/web/ledger";
    }

    @GetMapping("/{id}")
    String entry(@PathVariable UUID id, Model model) {
        var entry = ledger.find(id).orElseThrow(() -> Refused.missing("office.ledger.none"));
        var obligation = entry.obligation() == null ? entry.id() : entry.obligation();
        var committed = ledger.find(obligation).orElseThrow();
        model.addAttribute("entry", entry);
        model.addAttribute("committed", committed);
        model.addAttribute("settlements", ledger.settlements(obligation));
        model.addAttribute("payable", ledger.payable(obligation, LocalDate.of(entry.fiscalYear() + 1, 12, 31)));
        model.addAttribute("countered", ledger.countered(id));
        model.addAttribute("open", budget.isOpen(entry.fiscalYear()));
        model.addAttribute("form", Form.empty());
        return "office/web/entry";
    }

    @GetMapping("/export." + Sheets.FORMAT)
    void export(@PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = asked(request);
        Sheets.send(response, format, "ledger-" + asked.filter.fiscalYear(), "집행 원장", out -> {
            out.row("회계연도", "단위사업", "세부사업", "통계목", "구분", "재원", "일자", "금액", "문서번호", "원인행위번호", "거래처", "적요");
            var numbers = new java.util.HashMap<UUID, String>();
            ledger.each(asked.filter, e -> {
                if (e.obligation() == null) numbers.put(e.id(), e.documentNo());
                var of = e.obligation();
                out.row(
                        e.fiscalYear(),
                        e.unit(),
                        e.project(),
                        e.lineName(),
                        e.kind().title(),
                        e.source().title(),
                        e.day(),
                        e.amount(),
                        e.documentNo(),
                        of == null ? "" : numbers.getOrDefault(of, ""),
                        e.payee(),
                        e.memo());
            });
        });
    }
}
