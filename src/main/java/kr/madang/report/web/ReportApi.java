package kr.madang.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.report.Freezing;
import kr.madang.report.FrozenReport;
import kr.madang.report.Report;
import kr.madang.report.Reports;
import kr.madang.report.assembly.FigureLine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports as JSON. */
@RestController
@RequestMapping("/api/report/reports")
@Needs(room = "report", level = Level.VIEW)
@Tag(name = "report", description = "주요업무 보고")
class ReportApi {
    private static final int MOST = 100;

    private final Reports reports;
    private final Freezing freezing;

    ReportApi(Reports reports, Freezing freezing) {
        this.reports = reports;
        this.freezing = freezing;
    }

    record Listed(
            String id,
            String title,
            String section,
            int year,
            LocalDate asOf,
            String state,
            @Nullable Integer number) {
        static Listed of(Report report) {
            return new Listed(
                    report.id().toString(),
                    report.cover().title(),
                    report.cover().section(),
                    report.year(),
                    report.asOf(),
                    report.state().name(),
                    report.number());
        }
    }

    /** @param value null when it is a gap */
    record Value(
            String key,
            String kind,
            LocalDate from,
            LocalDate to,
            @Nullable BigDecimal value,
            String unit) {
        static Value of(FigureLine f) {
            return new Value(
                    f.written(), f.kind(), f.period().from(), f.period().to(), f.value(), f.unit());
        }

        static Value of(FrozenReport.Line f) {
            return new Value(
                    f.written(), f.kind(), f.period().from(), f.period().to(), f.value(), f.unit());
        }
    }

    /** @param hash null until frozen */
    record Whole(Listed report, @Nullable String hash, boolean holds, List<Value> figures) {}

    @GetMapping
    @Operation(summary = "보고서 목록(최근 100건)")
    List<Listed> list() {
        return reports.list(null, null, MOST, 0).stream().map(Listed::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "보고서 한 건과 그 지표의 값")
    Whole get(@PathVariable Report.Id id) {
        var report = reports.get(id);
        var frozen = freezing.find(id).orElse(null);
        if (frozen == null) {
            var figures = reports.assemble(report).figures().stream().map(Value::of);
            return new Whole(Listed.of(report), null, true, figures.toList());
        }
        var figures = frozen.figures().stream().map(Value::of).toList();
        return new Whole(Listed.of(report), frozen.hash(), freezing.holds(frozen), figures);
    }
}
