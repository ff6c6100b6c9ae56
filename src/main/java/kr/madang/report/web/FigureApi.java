package kr.madang.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureRows;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures as JSON. */
@RestController
@RequestMapping("/api/report/figures")
@Needs(room = "report", level = Level.VIEW)
@Tag(name = "report", description = "주요업무 보고")
class FigureApi {
    private static final int MOST_ROWS = 500;

    private final FigureCatalogue catalogue;

    FigureApi(FigureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    record Defined(
            String name,
            String title,
            String kind,
            String unit,
            int decimals,
            List<String> dimensions,
            String definition) {
        static Defined of(Figure figure) {
            return new Defined(
                    figure.name(),
                    figure.title(),
                    figure.kind().word(),
                    figure.unit(),
                    figure.decimals(),
                    figure.dimensions().stream().sorted().toList(),
                    figure.definition());
        }
    }

    /** @param value rounded as printed; null when no record can answer */
    record Answer(
            String key,
            String kind,
            LocalDate from,
            LocalDate to,
            @Nullable BigDecimal value,
            String unit,
            long total,
            List<String> columns,
            List<FigureRows.Row> rows) {}

    @GetMapping
    @Operation(summary = "지표 목록")
    List<Defined> list() {
        return catalogue.list().stream().map(Defined::of).toList();
    }

    @GetMapping("/{name:[a-z]+\\.[a-z_.]+}")
    @Operation(summary = "지표의 값과 그 뒤의 기록", description = "part는 program=기본경비,basis=spent 꼴")
    Answer get(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String part,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "0") long offset,
            @RequestParam(defaultValue = "100") int limit) {
        var key = References.key(name, part);
        var period = new Period(from, to);
        var figure = catalogue.find(key).orElseThrow(() -> Refused.missing("kernel.figure.unknown", name));
        var value = catalogue.value(key, period).map(figure::rounded).orElse(null);
        var rows = value == null
                ? new FigureRows(List.of(), List.of(), 0)
                : catalogue.rows(key, period, Math.max(0, offset), Math.clamp(limit, 0, MOST_ROWS));
        return new Answer(
                key.toString(),
                figure.kind().word(),
                from,
                to,
                value,
                figure.unit(),
                rows.total(),
                rows.columns(),
                rows.rows());
    }
}
