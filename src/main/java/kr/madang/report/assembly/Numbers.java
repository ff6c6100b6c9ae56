package kr.madang.report.assembly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.madang.kernel.Korean;
import kr.madang.kernel.Refused;
import kr.madang.kernel.document.Inline;
import kr.madang.report.template.Expr;
import kr.madang.report.template.Piece;

/** Answers bound numbers from the figures and prints them, keeping a list of every figure asked for. */
final class Numbers {
    private static final String NOT_BUILT = "";
    private static final String NO_RECORDS = "기록 없음";

    private final FigureSource source;
    private final Terms terms;
    private final Reckoning reckoning = new Reckoning(this::leaf);
    private final Map<String, FigureLine> lines = new LinkedHashMap<>();

    FigureSource source() {
        return source;
    }

    Numbers(FigureSource source, Terms terms) {
        this.source = source;
        this.terms = terms;
    }

    List<FigureLine> lines() {
        return List.copyOf(lines.values());
    }

    Inline inline(Piece.Bound bound) {
        return print(reckoning.of(bound.expr()), bound.format());
    }

    static Inline print(Outcome outcome, Piece.Format format) {
        return switch (outcome) {
            case Outcome.Missing missing -> missing.gap();
            case Outcome.Known known -> print(known, format);
        };
    }

    private static Inline print(Outcome.Known known, Piece.Format format) {
        var exact = known.exact();
        if (format.unit() != null) {
            var have = Piece.won(known.unit());
            if (have == null) return new Inline.Gap(known.reference(), "금액이 아니라 단위를 바꿀 수 없음");
            var want = Objects.requireNonNull(Piece.won(format.unit()));
            exact = exact.multiply(have).divide(want, 10, RoundingMode.HALF_UP);
        }
        var value = exact.setScale(format.decimals() >= 0 ? format.decimals() : known.decimals(), RoundingMode.HALF_UP);
        return new Inline.Number(known.reference().isEmpty() ? null : known.reference(), value, digits(value, format));
    }

    private static String digits(BigDecimal value, Piece.Format format) {
        if (format.dash() && value.signum() == 0) return "-";
        var printed = Korean.number(value, value.scale());
        return format.minus() ? printed.replace('△', '-') : printed;
    }

    private Outcome leaf(Expr leaf) {
        return leaf instanceof Expr.Term term ? figure(term) : Outcome.missing("", "문장에는 칸을 쓸 수 없음");
    }

    private Outcome figure(Expr.Term term) {
        var period = term.when().in(terms.year(), terms.asOf());
        var figure = source.find(term.key()).orElse(null);
        if (figure == null) {
            note(new FigureLine(term.written(), term.key(), "", period, null, ""));
            return Outcome.missing(term.written(), NOT_BUILT);
        }
        try {
            var exact = source.value(term.key(), period).orElse(null);
            var rounded = exact == null ? null : figure.rounded(exact);
            var line = note(
                    new FigureLine(term.written(), term.key(), figure.kind().word(), period, rounded, figure.unit()));
            if (exact == null) return Outcome.missing(term.written(), NO_RECORDS);
            return new Outcome.Known(exact, figure.decimals(), figure.unit(), line.reference());
        } catch (Refused unknownDimension) {
            note(new FigureLine(term.written(), term.key(), figure.kind().word(), period, null, figure.unit()));
            return Outcome.missing(term.written(), NOT_BUILT);
        }
    }

    private FigureLine note(FigureLine line) {
        lines.putIfAbsent(line.reference(), line);
        return line;
    }
}
