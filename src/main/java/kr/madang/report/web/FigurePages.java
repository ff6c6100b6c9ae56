package kr.madang.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import kr.madang.kernel.web.Form;
import kr.madang.kernel.web.Option;
import kr.madang.kernel.web.Window;
import kr.madang.report.Freezing;
import kr.madang.report.FrozenReport;
import kr.madang.report.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The figures (지표): the catalogue, and each with its definition, its period, its value and the rows behind it. */
@Controller
@RequestMapping("/desk/report/figures")
@Needs(room = "report", level = Level.VIEW)
class FigurePages {
    private static final int SIZE = 25;
    private static final int LONGEST_CHOICE = 200;

    private final FigureCatalogue catalogue;
    private final Freezing freezing;
    private final Clock clock;

    FigurePages(FigureCatalogue catalogue, Freezing freezing, Clock clock) {
        this.catalogue = catalogue;
        this.freezing = freezing;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q) {
        var words = q.strip().toLowerCase(Locale.ROOT);
        var found = catalogue.list().stream()
                .filter(f -> (f.name() + " " + f.title() + " " + f.definition())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
        return new ModelAndView("report/web/figures", Map.of("figures", found, "q", q));
    }

    /** One dimension of a figure with what may be chosen for it; free when there is nothing to choose from. */
    record Choice(String dimension, List<Option> options, String value) {}

    @GetMapping("/{name:[a-z]+\\.[a-z_.]+}")
    ModelAndView show(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) Report.@Nullable Id report,
            HttpServletRequest request) {
        var form = Form.of(request);
        var today = LocalDate.now(clock);
        var from = form.day("from").orElse(today.withDayOfYear(1));
        var to = form.day("to").orElse(today);
        if (form.ok() && to.isBefore(from)) form.refuse("to", "kernel.period.reversed", from, to);
        var key = References.key(name, part);
        for (var dimension : figure(key).dimensions())
            if (!form.values("d." + dimension).isEmpty())
                key = References.with(
                        key, dimension, form.value("d." + dimension).replaceAll("[,{}]", ""));
        if (!form.ok()) return page(key, Period.day(today), form, report, null, 1);
        return page(key, new Period(from, to), form, report, frozen(report, key, new Period(from, to)), page);
    }

    private Figure figure(FigureKey key) {
        return catalogue.find(key).orElseThrow(() -> Refused.missing("kernel.figure.unknown", key.name()));
    }

    private ModelAndView page(
            FigureKey key,
            Period period,
            Form form,
            Report.@Nullable Id report,
            FrozenReport.@Nullable Line frozen,
            int page) {
        var figure = figure(key);
        var exact = form.ok() ? catalogue.value(key, period).orElse(null) : null;
        int first = Math.clamp(page, 1, 10_000_000);
        var rows = exact == null
                ? new FigureRows(List.of(), List.of(), 0)
                : catalogue.rows(key, period, (first - 1L) * SIZE, SIZE);
        var model = new HashMap<String, Object>();
        model.put("figure", figure);
        model.put("key", key);
        model.put("period", period);
        model.put("form", form);
        model.put("report", report == null ? "" : report.toString());
        model.put("value", exact == null ? "" : figure.print(exact));
        model.put("frozen", frozen == null ? List.of() : List.of(frozen));
        model.put("differs", frozen != null && differs(frozen.value(), exact == null ? null : figure.rounded(exact)));
        model.put("rows", rows);
        model.put(
                "window",
                Window.numbered(rows.total(), first, SIZE, p -> References.href(key, period, report) + "&page=" + p));
        model.put("choices", choices(figure, key, period));
        model.put("csv", References.export(key, period, "csv"));
        model.put("xlsx", References.export(key, period, "xlsx"));
        return new ModelAndView(
                "report/web/figure", model, form.ok() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Choice> choices(Figure figure, FigureKey key, Period period) {
        var choices = new ArrayList<Choice>();
        for (var dimension : figure.dimensions().stream().sorted().toList()) {
            var options = new ArrayList<Option>();
            var values = catalogue.values(figure.name(), dimension, period);
            var chosen = key.dimensions().getOrDefault(dimension, "");
            values.stream().limit(LONGEST_CHOICE).forEach(v -> options.add(new Option(v, v)));
            if (!values.isEmpty() && !chosen.isEmpty() && !values.contains(chosen))
                options.addFirst(new Option(chosen, chosen));
            choices.add(new Choice(dimension, options, chosen));
        }
        return choices;
    }

    private FrozenReport.@Nullable Line frozen(Report.@Nullable Id report, FigureKey key, Period period) {
        if (report == null) return null;
        return freezing.find(report).stream()
                .flatMap(f -> f.figures().stream())
                .filter(l -> l.key().equals(key.toString()) && l.period().equals(period))
                .findFirst()
                .orElse(null);
    }

    private static boolean differs(@Nullable BigDecimal then, @Nullable BigDecimal now) {
        return then == null || now == null ? then != now : then.compareTo(now) != 0;
    }

    /** A part of a reckoned number. */
    record Part(String title, String written, Period period, String value, String unit, String href) {}

    @GetMapping("/reckoned")
    ModelAndView reckoned(
            @RequestParam(defaultValue = "") String of, @RequestParam(required = false) Report.@Nullable Id report) {
        var parts = References.parts(of.length() > 20_000 ? "" : of).stream()
                .map(p -> part(p, report))
                .toList();
        if (parts.isEmpty()) throw Refused.missing("kernel.figure.key", of.length() > 60 ? of.substring(0, 60) : of);
        return new ModelAndView("report/web/reckoned", Map.of("parts", parts, "of", how(of, parts)));
    }

    private Part part(References.Part part, Report.@Nullable Id report) {
        var figure = figure(part.key());
        var value =
                catalogue.value(part.key(), part.period()).map(figure::print).orElse("");
        var href = References.href(part.key(), part.period(), report);
        return new Part(figure.title(), part.key().toString(), part.period(), value, figure.unit(), href);
    }

    /** The reckoning with values in place of references, e.g. {@code 차(3,866,045; 4,315,217)}. */
    private static String how(String of, List<Part> parts) {
        var text = of;
        for (var part : parts)
            text = text.replace(
                    part.written() + "|" + part.period().from() + "|"
                            + part.period().to(),
                    part.value());
        return text.replace(";", "; ");
    }

    static String href(FrozenReport.Line line, Report.Id report) {
        return References.href(FigureKey.parse(line.key()), line.period(), report);
    }

    static String print(@Nullable BigDecimal value) {
        return value == null ? "–" : Korean.number(value, Math.max(0, value.scale()));
    }

    static String cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Long number -> Korean.number(number);
            case BigDecimal number -> Korean.number(number, Math.max(0, number.scale()));
            case LocalDate day -> Korean.date(day);
            default -> cell.toString();
        };
    }

    static boolean isNumber(@Nullable Object cell) {
        return cell instanceof Number;
    }
}
