package kr.madang.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.Period;
import kr.madang.kernel.figures.Figure;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.kernel.figures.FigureKey;
import kr.madang.kernel.figures.Organogram;
import kr.madang.report.assembly.Assembled;
import kr.madang.report.assembly.Assembly;
import kr.madang.report.assembly.FigureSource;
import kr.madang.report.assembly.Terms;
import kr.madang.report.template.Template;
import org.springframework.stereotype.Component;

/** Makes reports from the figures of the house as they are now. */
@Component
public class Assembler {
    private final FigureSource source;

    Assembler(FigureCatalogue catalogue, List<Organogram.Keeper> keepers) {
        this.source = new FigureSource() {
            @Override
            public Optional<Figure> find(FigureKey key) {
                return catalogue.find(key);
            }

            @Override
            public Optional<BigDecimal> value(FigureKey key, Period period) {
                return catalogue.value(key, period);
            }

            @Override
            public Optional<Organogram> organogram(LocalDate day) {
                return keepers.stream().flatMap(k -> k.organogram(day).stream()).findFirst();
            }
        };
    }

    public Assembled assemble(Template template, Terms terms) {
        return Assembly.assemble(template, terms, source);
    }
}
