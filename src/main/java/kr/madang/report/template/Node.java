package kr.madang.report.template;

import java.util.List;
import kr.madang.kernel.document.Block;
import org.jspecify.annotations.Nullable;

/** A paragraph-level part of a template, with the line it starts on. */
public sealed interface Node {
    int line();

    /**
     * A chapter (1) or a task (2), which is a page somebody owns, or a sub-heading (3).
     *
     * @param aside the words at the right edge, e.g. {@code 언론팀·홍보기획팀}
     * @param teams codes of the teams who write the page; empty when the section does
     */
    record Heading(int level, String number, String text, String aside, List<String> teams, int line) implements Node {}

    record Lead(List<Piece> content, int line) implements Node {}

    record Line(Block.Marker marker, List<Piece> content, int line) implements Node {}

    /** @param order the cells with a formula, each after those it rests on */
    record Table(
            String caption,
            String unit,
            List<Integer> widths,
            int headerRows,
            List<List<Cell>> rows,
            List<Expr.Cell> order,
            int line)
            implements Node {}

    /**
     * A cell of a table.
     *
     * @param row grid row, zero-based
     * @param column grid column, zero-based
     * @param formula how the number comes about from other cells; null when it does not
     */
    record Cell(
            int row,
            int column,
            int colSpan,
            int rowSpan,
            Block.Align align,
            boolean header,
            List<Piece> content,
            @Nullable Expr formula,
            Piece.Format format,
            int line) {}

    /** The organization chart (조직도): the section above, its teams below. */
    record Chart(List<Piece> title, List<String> branches, int line) implements Node {}

    record Break(int line) implements Node {}
}
