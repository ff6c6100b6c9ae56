package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.List;
import kr.madang.report.audit.text.Extracted;

/** Tables whose cells the file format itself marks (칸이 있는 표), merged cells and all. */
final class CellTables {
    private static final int WIDEST = 400;

    private CellTables() {}

    static List<Grid> of(Extracted.Table table, List<String> lines, Places places) {
        if (table.cells().isEmpty() || table.columns() > WIDEST) {
            return List.of();
        }
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Sheet.Cell> cells = new ArrayList<>(table.columns());
            for (int column = 0; column < table.columns(); column++) {
                cells.add(new Sheet.Cell("", 1, 0, true));
            }
            rows.add(cells);
        }
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Extracted.Cell cell : table.cells()) {
            first = Math.min(first, cell.line());
            last = Math.max(last, cell.line());
            String text = Plain.of(cell.text());
            for (int row = cell.row(); row < Math.min(table.rows(), cell.row() + cell.rowSpan()); row++) {
                for (int column = cell.column();
                        column < Math.min(table.columns(), cell.column() + cell.columnSpan());
                        column++) {
                    boolean own = row == cell.row() && column == cell.column();
                    rows.get(row).set(column, new Sheet.Cell(text, cell.line(), cell.start(), !own));
                }
            }
        }
        return Sheet.grids(rows, Units.near(lines, first - 1, last - 1), places);
    }
}
