package kr.madang.report.assembly;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.figures.Organogram;
import kr.madang.report.template.Node;
import kr.madang.report.template.Piece;
import kr.madang.report.template.Template;

/** Makes a report from a template: template and figures in, document out. */
public final class Assembly {
    private final Numbers numbers;
    private final List<Assembled.Doubt> doubts = new ArrayList<>();
    private final Terms terms;

    private Assembly(FigureSource source, Terms terms) {
        this.numbers = new Numbers(FigureSource.once(source), terms);
        this.terms = terms;
    }

    public static Assembled assemble(Template template, Terms terms, FigureSource source) {
        return new Assembly(source, terms).whole(template);
    }

    private Assembled whole(Template template) {
        var cover = template.cover();
        var blocks = template.nodes().stream().map(this::block).toList();
        var document = new PrintedDocument(
                cover.title(), cover.session(), cover.dates(), cover.section(), terms.asOf(), cover.contents(), blocks);
        return new Assembled(document, numbers.lines(), List.copyOf(doubts));
    }

    private Block block(Node node) {
        return switch (node) {
            case Node.Heading h -> new Block.Heading(h.level(), h.number(), h.text(), h.aside());
            case Node.Lead lead -> new Block.Lead(inlines(lead.content(), numbers));
            case Node.Line line -> new Block.Line(line.marker(), inlines(line.content(), numbers));
            case Node.Table table -> new TableAssembly(numbers, doubts).fill(table);
            case Node.Chart chart -> ChartDrawing.of(words(inlines(chart.title(), numbers)), teams(chart));
            case Node.Break pageBreak -> new Block.PageBreak();
        };
    }

    /** The teams a chart writes itself, or those on record on the report's day. */
    private List<Organogram.Team> teams(Node.Chart chart) {
        if (!chart.branches().isEmpty())
            return chart.branches().stream().map(ChartDrawing::team).toList();
        return numbers.source().organogram(terms.asOf()).map(Organogram::teams).orElse(List.of());
    }

    static List<Inline> inlines(List<Piece> pieces, Numbers numbers) {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Piece.Words words -> (Inline) new Inline.Text(words.value(), words.strong());
                    case Piece.Bound bound -> numbers.inline(bound);
                })
                .toList();
    }

    private static String words(List<Inline> runs) {
        var words = new StringBuilder();
        for (var run : runs)
            words.append(
                    switch (run) {
                        case Inline.Text text -> text.value();
                        case Inline.Number number -> number.printed();
                        case Inline.Gap gap -> "□□";
                    });
        return words.toString();
    }
}
