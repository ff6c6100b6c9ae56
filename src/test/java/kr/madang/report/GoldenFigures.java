package kr.madang.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.FigureKey;
import org.apache.commons.csv.CSVFormat;

/** The figures the two real reports print. */
public final class GoldenFigures {
    public record Line(String document, String key, String kind, Period period, BigDecimal value, String unit) {
        public FigureKey figure() {
            return FigureKey.parse(key);
        }

        public String reference() {
            return figure() + "|" + period.from() + "|" + period.to();
        }
    }

    private GoldenFigures() {}

    public static List<Line> of(String document) {
        return all().stream().filter(l -> l.document().equals(document)).toList();
    }

    public static List<Line> all() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = Objects.requireNonNull(GoldenFigures.class.getResourceAsStream("/figures.csv"));
                var parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parser.stream()
                    .map(r -> new Line(
                            r.get("document"),
                            r.get("key"),
                            r.get("kind"),
                            new Period(LocalDate.parse(r.get("from")), LocalDate.parse(r.get("to"))),
                            new BigDecimal(r.get("value")),
                            r.get("unit")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
