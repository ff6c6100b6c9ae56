package kr.madang.kernel.document.html;

import java.util.List;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Grid;
import kr.madang.kernel.document.Inline;

/**
 * How much of a page a heading needs below it: on paper a heading never stands alone at the foot of a page, nor does the line above a
 * small table.
 */
final class Room {

    private static final double HEADING = 1.7;
    private static final double LINE = 0.65;
    private static final double ROW = 0.75;
    private static final int MOST = HtmlWriter.MOST_ROOM;

    private Room() {}

    /** The class that says the room in centimeters, with a space before it; empty when the block may stand anywhere. */
    static String classOf(List<Block> blocks, int at) {
        boolean leads =
                switch (blocks.get(at)) {
                    case Block.Heading heading -> true;
                    case Block.Line line -> line.marker() == Block.Marker.SQUARE;
                    case Block.Lead lead -> false;
                    case Block.Table table -> false;
                    case Block.Picture picture -> false;
                    case Block.PageBreak pageBreak -> false;
                };
        return leads ? " report-room-" + Math.clamp((long) Math.ceil(needed(blocks, at)), 1, MOST) : "";
    }

    private static double needed(List<Block> blocks, int at) {
        double room = 0;
        for (int next = at; next < blocks.size() && room < MOST; next++) {
            switch (blocks.get(next)) {
                case Block.Heading heading -> room += HEADING;
                case Block.Line line -> {
                    room += LINE * 2;
                    if (line.marker() != Block.Marker.SQUARE) {
                        return room;
                    }
                }
                case Block.Lead lead -> room += 2;
                case Block.Table table -> {
                    return room + height(table);
                }
                case Block.Picture picture -> {
                    return room + 4;
                }
                case Block.PageBreak pageBreak -> {
                    return room;
                }
            }
        }
        return room;
    }

    private static double height(Block.Table table) {
        if (table.rows().size() > TableMarkup.SMALL) {
            return 4;
        }
        double height = table.unit().isBlank() ? 0 : LINE;
        for (List<Grid.Placed> row : Grid.of(table).rows()) {
            long lines = row.stream()
                    .filter(placed -> placed.rowSpan() == 1)
                    .mapToLong(placed -> 1
                            + Inline.printed(placed.cell().content())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count())
                    .max()
                    .orElse(1);
            height += ROW + (lines - 1) * 0.5;
        }
        return height;
    }
}
