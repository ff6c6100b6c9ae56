package kr.madang.report.template;

import java.util.List;
import java.util.stream.Stream;

/** A report template (보고서 서식) as read: what stands on its cover, its parts in order, and what is wrong with it. */
public record Template(Cover cover, List<Node> nodes, List<Problem> problems) {

    /**
     * What stands before the first heading.
     *
     * @param asOf the day of the original, as ISO date; empty when none is proposed
     */
    public record Cover(String title, String section, String session, String dates, String asOf, boolean contents) {}

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Every number bound to figures, in reading order. */
    public Stream<Piece.Bound> bindings() {
        return pieces().filter(Piece.Bound.class::isInstance).map(Piece.Bound.class::cast);
    }

    /** Every run of every line and cell, in reading order. */
    public Stream<Piece> pieces() {
        return nodes.stream().flatMap(Template::pieces);
    }

    private static Stream<Piece> pieces(Node node) {
        return switch (node) {
            case Node.Heading heading -> Stream.empty();
            case Node.Lead lead -> lead.content().stream();
            case Node.Line line -> line.content().stream();
            case Node.Table table ->
                table.rows().stream().flatMap(List::stream).flatMap(cell -> cell.content().stream());
            case Node.Chart chart -> chart.title().stream();
            case Node.Break pageBreak -> Stream.empty();
        };
    }
}
