package kr.madang.kernel.figures;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Period;
import kr.madang.kernel.Refused;
import org.springframework.stereotype.Component;

/** All figures of the house in one list (지표 목록); a key whose room is not built is simply absent. */
@Component
public class FigureCatalogue {
    private record Entry(Figure figure, Figures source) {}

    private final Map<String, Entry> entries = new HashMap<>();

    FigureCatalogue(List<Figures> sources) {
        for (var source : sources)
            for (var figure : source.definitions())
                if (entries.put(figure.name(), new Entry(figure, source)) != null)
                    throw new IllegalStateException("two rooms define the figure " + figure.name());
    }

    public List<Figure> list() {
        return entries.values().stream()
                .map(Entry::figure)
                .sorted(Comparator.comparing(Figure::name))
                .toList();
    }

    public Optional<Figure> find(FigureKey key) {
        return Optional.ofNullable(entries.get(key.name())).map(Entry::figure);
    }

    /** The exact value, or empty when the room is not built or has no records for it. */
    public Optional<BigDecimal> value(FigureKey key, Period period) {
        var entry = entries.get(key.name());
        if (entry == null) return Optional.empty();
        check(entry, key);
        return entry.source.value(key, period);
    }

    public FigureRows rows(FigureKey key, Period period, long offset, int limit) {
        var entry = entries.get(key.name());
        if (entry == null) throw Refused.missing("kernel.figure.unknown", key.name());
        check(entry, key);
        return entry.source.rows(key, period, offset, limit);
    }

    public List<String> values(String figure, String dimension, Period period) {
        var entry = entries.get(figure);
        return entry == null ? List.of() : entry.source.values(figure, dimension, period);
    }

    private static void check(Entry entry, FigureKey key) {
        for (var dimension : key.dimensions().keySet())
            if (!entry.figure.dimensions().contains(dimension))
                throw Refused.invalid("kernel.figure.dimension", key.name(), dimension);
    }
}
