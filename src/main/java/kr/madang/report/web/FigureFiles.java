package kr.madang.report.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Level;
import kr.madang.kernel.access.Needs;
import kr.madang.kernel.document.xlsx.RowsCsv;
import kr.madang.kernel.document.xlsx.RowsXlsx;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.FigureRows;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The rows behind a figure as a file (내려받기), streamed however many there are. */
@Controller
@Needs(room = "report", level = Level.VIEW)
class FigureFiles {
    private static final int AT_ONCE = 1_000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final FigureCatalogue catalogue;

    FigureFiles(FigureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/desk/report/figures/{name:[a-z]+\\.[a-z_.]+}/rows.{ending:csv|xlsx}")
    ResponseEntity<StreamingResponseBody> rows(
            @PathVariable String name,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String part,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        var key = References.key(name, part);
        var period = new Period(from, to);
        var figure = catalogue.find(key).orElseThrow(() -> Refused.missing("kernel.figure.unknown", key.name()));
        var first = catalogue.rows(key, period, 0, AT_ONCE);
        var columns = new ArrayList<>(first.columns());
        boolean rate = figure.kind() == Figure.Kind.RATE;
        columns.add(rate ? "분자" : figure.title() + "(" + figure.unit() + ")");
        if (rate) columns.add("분모");
        var rows = new Rows(key, period, first, rate);
        StreamingResponseBody body = out -> {
            if (ending.equals("csv")) RowsCsv.write(out, columns, rows);
            else RowsXlsx.write(out, columns, rows);
        };
        var file = ContentDisposition.attachment()
                .filename(figure.title() + "_" + from + "_" + to + "." + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .contentType(MediaType.parseMediaType(ending.equals("csv") ? "text/csv;charset=UTF-8" : XLSX))
                .body(body);
    }

    /** All rows of a figure, asked for some at a time; the last cell is what the row adds, of a rate to its part and to its whole. */
    private final class Rows implements Iterator<List<@Nullable Object>> {
        private final FigureKey key;
        private final Period period;
        private final boolean rate;
        private FigureRows some;
        private long offset;
        private int at;

        Rows(FigureKey key, Period period, FigureRows first, boolean rate) {
            this.rate = rate;
            this.key = key;
            this.period = period;
            this.some = first;
        }

        @Override
        public boolean hasNext() {
            if (at < some.rows().size()) return true;
            offset += some.rows().size();
            if (some.rows().isEmpty() || offset >= some.total()) return false;
            some = catalogue.rows(key, period, offset, AT_ONCE);
            at = 0;
            return !some.rows().isEmpty();
        }

        @Override
        public List<@Nullable Object> next() {
            if (!hasNext()) throw new NoSuchElementException();
            var row = some.rows().get(at++);
            var cells = new ArrayList<@Nullable Object>(row.cells());
            cells.add(row.share());
            if (rate) cells.add(row.base());
            return cells;
        }
    }
}
