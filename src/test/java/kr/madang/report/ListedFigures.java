package kr.madang.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.report.assembly.FigureSource;

/** Figures out of the golden list, for tests that need no office. */
public record ListedFigures(List<GoldenFigures.Line> lines) implements FigureSource {
    @Override
    public Optional<Figure> find(FigureKey key) {
        var named =
                lines.stream().filter(l -> l.figure().name().equals(key.name())).toList();
        if (named.isEmpty()) return Optional.empty();
        var first = named.getFirst();
        var kind = Figure.Kind.valueOf(first.kind().toUpperCase(Locale.ROOT));
        Set<String> dimensions = named.stream()
                .flatMap(l -> l.figure().dimensions().keySet().stream())
                .collect(Collectors.toSet());
        int decimals = named.stream().mapToInt(l -> l.value().scale()).max().orElse(0);
        return Optional.of(new Figure(key.name(), key.name(), kind, first.unit(), decimals, dimensions, ""));
    }

    @Override
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        return lines.stream()
                .filter(l -> l.figure().equals(key) && l.period().equals(period))
                .map(GoldenFigures.Line::value)
                .findFirst();
    }
}
