package kr.madang.kernel.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table laid out on its grid: every cell with the row and column it stands in, holes filled, spans cut where they would leave the
 * table or cover another cell, so that all writers draw the same rectangle from the same table.
 *
 * @param columns at least 1
 * @param headerRows rows repeated on every page, moved down so that no cell crosses into the body; 0 when nothing would be left
 * @param widths one positive relative width per column
 * @param rows the cells that start in each row, from left to right
 */
public record Grid(int columns, int headerRows, List<Integer> widths, List<List<Placed>> rows) {

    /** A cell and the place of its upper left corner; the spans are the true ones, the cell's own may be larger. */
    public record Placed(int row, int column, int rowSpan, int colSpan, Block.Cell cell) {}

    public static Grid of(Block.Table table) {
        int height = table.rows().size();
        List<boolean[]> taken = new ArrayList<>();
        List<List<Placed>> rows = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            taken.add(new boolean[Math.max(4, table.widths().size())]);
        }
        int columns = Math.max(1, table.widths().size());
        for (int row = 0; row < height; row++) {
            List<Placed> placed = new ArrayList<>();
            for (Block.Cell cell : table.rows().get(row).cells()) {
                Placed next = place(cell, row, height, taken);
                placed.add(next);
                columns = Math.max(columns, next.column() + next.colSpan());
            }
            rows.add(placed);
        }
        for (int row = 0; row < height; row++) {
            fillHoles(rows.get(row), row, columns, taken);
        }
        return new Grid(columns, headerRows(table.headerRows(), rows), widths(table.widths(), columns), rows);
    }

    /** All cells in reading order. */
    public List<Placed> cells() {
        return rows.stream().flatMap(List::stream).toList();
    }

    private static Placed place(Block.Cell cell, int row, int height, List<boolean[]> taken) {
        int column = 0;
        while (isTaken(taken.get(row), column)) {
            column++;
        }
        int wanted = Math.clamp(cell.colSpan(), 1, 1000);
        int width = 1;
        while (width < wanted && !isTaken(taken.get(row), column + width)) {
            width++;
        }
        int rowSpan = Math.clamp(cell.rowSpan(), 1, height - row);
        for (int covered = row; covered < row + rowSpan; covered++) {
            take(taken, covered, column, width);
        }
        return new Placed(row, column, rowSpan, width, cell);
    }

    private static void fillHoles(List<Placed> placed, int row, int columns, List<boolean[]> taken) {
        for (int column = 0; column < columns; column++) {
            if (!isTaken(taken.get(row), column)) {
                placed.add(new Placed(row, column, 1, 1, Block.Cell.EMPTY));
            }
        }
        placed.sort((left, right) -> Integer.compare(left.column(), right.column()));
    }

    private static int headerRows(int wanted, List<List<Placed>> rows) {
        int header = Math.clamp(wanted, 0, rows.size());
        for (int row = 0; row < header; row++) {
            for (Placed placed : rows.get(row)) {
                header = Math.max(header, row + placed.rowSpan());
            }
        }
        return header >= rows.size() ? 0 : header;
    }

    private static List<Integer> widths(List<Integer> given, int columns) {
        int usual = (int) given.stream().mapToInt(width -> width).average().orElse(1);
        List<Integer> widths = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            widths.add(Math.clamp(column < given.size() ? given.get(column) : usual, 1, 1000));
        }
        return List.copyOf(widths);
    }

    private static boolean isTaken(boolean[] row, int column) {
        return column < row.length && row[column];
    }

    private static void take(List<boolean[]> taken, int row, int from, int width) {
        boolean[] cells = taken.get(row);
        if (cells.length < from + width) {
            cells = Arrays.copyOf(cells, Math.max(cells.length * 2, from + width));
            taken.set(row, cells);
        }
        Arrays.fill(cells, from, from + width, true);
    }
}
