package kr.madang.kernel.document.hwpx;

import java.util.ArrayList;
import java.util.List;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Grid;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PlainText;

/**
 * A table with the width and height of every cell, without which Hancom Office refuses the file; its head rows come again on every page,
 * and its caption is the description of the object that a screen reader speaks.
 */
final class TableXml {

    private static final int SIDE = 400;
    private static final int TOP = 170;
    private static final int WIDE = 9;

    /** A table with no more rows than this is kept on one page. */
    private static final int SMALL = 16;

    private final Xml xml;
    private final Body body;

    TableXml(Xml xml, Body body) {
        this.xml = xml;
        this.body = body;
    }

    void write(Block.Table table, int id) {
        Grid grid = Grid.of(table);
        if (grid.rows().isEmpty()) {
            Block.Cell empty = new Block.Cell(List.of(), 1, 1, Block.Align.CENTER, false, null);
            Block.Row row = new Block.Row(List.of(empty));
            grid = Grid.of(new Block.Table(table.caption(), "", List.of(), 0, List.of(row)));
        }
        int[] widths = widths(grid);
        int[] heights = heights(grid, widths);
        int height = sum(heights, 0, heights.length);
        xml.open(
                "hp:tbl",
                "id",
                id,
                "zOrder",
                id,
                "numberingType",
                "TABLE",
                "textWrap",
                "TOP_AND_BOTTOM",
                "textFlow",
                "BOTH_SIDES",
                "lock",
                0,
                "dropcapstyle",
                "None",
                "pageBreak",
                heights.length <= SMALL ? "NONE" : "CELL",
                "repeatHeader",
                1,
                "rowCnt",
                heights.length,
                "colCnt",
                widths.length,
                "cellSpacing",
                0,
                "borderFillIDRef",
                Borders.CELL.id(),
                "noAdjust",
                0);
        Placement.write(xml, Page.TEXT_WIDTH, height, false);
        xml.empty("hp:outMargin", "left", 0, "right", 0, "top", 140, "bottom", 560);
        xml.open("hp:shapeComment").text(PlainText.oneLine(table.caption())).close("hp:shapeComment");
        xml.empty("hp:inMargin", "left", SIDE, "right", SIDE, "top", TOP, "bottom", TOP);
        for (int row = 0; row < heights.length; row++) {
            xml.open("hp:tr");
            for (Grid.Placed placed : grid.rows().get(row)) {
                cell(placed, row < grid.headerRows(), widths, heights);
            }
            xml.close("hp:tr");
        }
        xml.close("hp:tbl");
    }

    private void cell(Grid.Placed placed, boolean head, int[] widths, int[] heights) {
        boolean shaded = head || placed.cell().header();
        int width = sum(widths, placed.column(), placed.colSpan());
        xml.open(
                "hp:tc",
                "name",
                "",
                "header",
                head ? 1 : 0,
                "hasMargin",
                0,
                "protect",
                0,
                "editable",
                0,
                "dirty",
                0,
                "borderFillIDRef",
                (shaded ? Borders.HEAD : Borders.CELL).id());
        xml.open(
                "hp:subList",
                "id",
                "",
                "textDirection",
                "HORIZONTAL",
                "lineWrap",
                "BREAK",
                "vertAlign",
                "CENTER",
                "linkListIDRef",
                0,
                "linkListNextIDRef",
                0,
                "textWidth",
                0,
                "textHeight",
                0,
                "hasTextRef",
                0,
                "hasNumRef",
                0);
        for (List<Inline> line : lines(placed.cell().content())) {
            body.startParagraph(look(placed.cell().align()), false);
            body.runs(line.isEmpty() ? List.of(Inline.Text.of("")) : line, letters(shaded, widths.length));
            xml.close("hp:p");
        }
        xml.close("hp:subList");
        xml.empty("hp:cellAddr", "colAddr", placed.column(), "rowAddr", placed.row());
        xml.empty("hp:cellSpan", "colSpan", placed.colSpan(), "rowSpan", placed.rowSpan());
        xml.empty("hp:cellSz", "width", width, "height", sum(heights, placed.row(), placed.rowSpan()));
        xml.empty("hp:cellMargin", "left", SIDE, "right", SIDE, "top", TOP, "bottom", TOP);
        xml.close("hp:tc");
    }

    /** The runs of a cell cut at the line breaks within them: each line is a paragraph of its own. */
    static List<List<Inline>> lines(List<Inline> content) {
        List<List<Inline>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        for (Inline run : content) {
            if (run instanceof Inline.Text text) {
                String[] parts = PlainText.clean(text.value()).split("\n", -1);
                for (int part = 0; part < parts.length; part++) {
                    if (part > 0) {
                        lines.add(new ArrayList<>());
                    }
                    if (!parts[part].isEmpty()) {
                        lines.getLast().add(new Inline.Text(parts[part], text.strong()));
                    }
                }
            } else {
                lines.getLast().add(run);
            }
        }
        return lines;
    }

    private static int[] widths(Grid grid) {
        int total = grid.widths().stream().mapToInt(width -> width).sum();
        int[] widths = new int[grid.columns()];
        int left = Page.TEXT_WIDTH;
        for (int column = 0; column < widths.length; column++) {
            boolean last = column == widths.length - 1;
            int share = (int) ((long) Page.TEXT_WIDTH * grid.widths().get(column) / total);
            widths[column] = Math.max(1, last ? left : share);
            left -= widths[column];
        }
        return widths;
    }

    private static int[] heights(Grid grid, int[] widths) {
        int[] heights = new int[grid.rows().size()];
        int letter = letters(false, widths.length).height();
        for (Grid.Placed placed : grid.cells()) {
            int room = Math.max(letter, sum(widths, placed.column(), placed.colSpan()) - 2 * SIDE);
            long lines = 0;
            for (List<Inline> line : lines(placed.cell().content())) {
                long wide = Inline.printed(line)
                        .codePoints()
                        .mapToLong(c -> c < 0x1100 ? letter / 2 : letter)
                        .sum();
                lines += Math.max(1, (wide + room - 1) / room);
            }
            long height = (lines * letter * 13 / 10 + 2 * TOP) / placed.rowSpan();
            heights[placed.row()] = (int) Math.min(60_000, Math.max(heights[placed.row()], height));
        }
        for (int row = 0; row < heights.length; row++) {
            heights[row] = Math.max(heights[row], letter * 13 / 10 + 2 * TOP);
        }
        return heights;
    }

    private static Letters letters(boolean head, int columns) {
        if (columns > WIDE) {
            return head ? Letters.NARROW_HEAD : Letters.NARROW;
        }
        return head ? Letters.CELL_HEAD : Letters.CELL;
    }

    private static Look look(Block.Align align) {
        return switch (align) {
            case LEFT -> Look.CELL_LEFT;
            case CENTER -> Look.CELL_CENTER;
            case RIGHT -> Look.CELL_RIGHT;
        };
    }

    private static int sum(int[] lengths, int from, int count) {
        int sum = 0;
        for (int at = from; at < from + count; at++) {
            sum += lengths[at];
        }
        return sum;
    }
}
