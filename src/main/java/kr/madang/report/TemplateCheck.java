package kr.madang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.madang.kernel.figures.FigureCatalogue;
import kr.madang.report.assembly.Assembled;
import kr.madang.report.assembly.FigureLine;
import kr.madang.report.template.Problem;
import kr.madang.report.template.Template;
import kr.madang.report.template.TypedNumbers;
import org.springframework.stereotype.Component;

/** What the editor tells a writer (서식 점검): what cannot be read, figures no room answers yet, numbers that should not be typed. */
@Component
public class TemplateCheck {
    private final FigureCatalogue catalogue;

    TemplateCheck(FigureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public List<Problem> of(Template template, Assembled made) {
        var all = new ArrayList<>(template.problems());
        template.bindings().flatMap(b -> b.expr().terms()).forEach(term -> {
            var figure = catalogue.find(term.key()).orElse(null);
            if (figure == null) all.add(warning(term.line(), term.column(), "figure.unknown", term.written()));
            else
                for (var dimension : term.key().dimensions().keySet())
                    if (!figure.dimensions().contains(dimension))
                        all.add(warning(term.line(), term.column(), "figure.dimension", term.written(), dimension));
        });
        for (var typed : TypedNumbers.in(template)) all.add(typed(typed, made));
        for (var doubt : made.doubts()) all.add(warning(doubt.line(), 1, "doubt", doubt.printed(), doubt.reckoned()));
        all.sort(java.util.Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return List.copyOf(all);
    }

    private static Problem typed(TypedNumbers.Typed typed, Assembled made) {
        return made.figures().stream()
                .filter(f -> f.value() != null && f.value().abs().intValue() > 9)
                .filter(f -> Objects.requireNonNull(f.value()).compareTo(typed.value()) == 0)
                .map(FigureLine::written)
                .findFirst()
                .map(key -> warning(typed.line(), typed.column(), "typed.same", typed.text(), key))
                .orElseGet(() -> warning(typed.line(), typed.column(), "typed", typed.text()));
    }

    private static Problem warning(int line, int column, String code, Object... args) {
        return new Problem(line, column, Problem.Severity.WARNING, "report.template." + code, List.of(args));
    }
}
