package kr.madang.report.assembly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.Organogram;

/** Where numbers come from: the figure catalogue, or a list in a test. */
public interface FigureSource {
    Optional<Figure> find(FigureKey key);

    /** The exact value in the figure's unit; empty when no record can answer. */
    Optional<BigDecimal> value(FigureKey key, Period period);

    /** How the section is organized on the day; empty when no record tells. */
    default Optional<Organogram> organogram(LocalDate day) {
        return Optional.empty();
    }

    /** Asks for each number only once, however often a report prints it. */
    static FigureSource once(FigureSource source) {
        record Question(FigureKey key, Period period) {}
        Map<Question, Optional<BigDecimal>> known = new HashMap<>();
        return new FigureSource() {
            @Override
            public Optional<Figure> find(FigureKey key) {
                return source.find(key);
            }

            @Override
            public Optional<Organogram> organogram(LocalDate day) {
                return source.organogram(day);
            }

            @Override
            public Optional<BigDecimal> value(FigureKey key, Period period) {
                return known.computeIfAbsent(new Question(key, period), q -> source.value(q.key(), q.period()));
            }
        };
    }
}
