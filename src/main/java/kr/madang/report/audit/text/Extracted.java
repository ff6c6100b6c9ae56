package kr.madang.report.audit.text;

import java.util.List;

/**
 * What a reader can see of a document (추출문): its lines from the top, and its tables where the format marks them.
 *
 * @param lines line 1 is {@code lines.get(0)}; a table row of several cells is one line with tabs between the cells
 */
public record Extracted(Format format, List<String> lines, List<Table> tables) {

    public Extracted {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    public enum Format {
        TXT,
        HWPX,
        HWP,
        PDF,
        DOCX,
        XLSX
    }

    /** A table with real cells; cells covered by a merged neighbor are left out. */
    public record Table(int rows, int columns, List<Cell> cells) {
        public Table {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell of a table.
     *
     * @param line 1-based line of the extracted text that carries the cell
     * @param start where the text of the cell begins in that line
     */
    public record Cell(int row, int column, int rowSpan, int columnSpan, int line, int start, String text) {}
}
