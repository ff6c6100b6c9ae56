package kr.madang.kernel.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.kernel.Refused;

/** Reads the rows of a CSV or XLSX file one by one, within limits; a file that exceeds them is refused, not read to its end. */
public final class SheetReader {
    /**
     * A cell.
     *
     * @param text what stands in it; of a formula, its last result
     * @param number whether the file itself says it is a number
     * @param formula whether it is computed by a formula
     */
    public record Cell(String text, boolean number, boolean formula) {
        static final Cell EMPTY = new Cell("", false, false);
    }

    /** @param line line of the file or row of the sheet, from 1 */
    public record Row(int line, List<Cell> cells) {
        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        public boolean isBlank() {
            return cells.stream().allMatch(c -> c.text().isBlank());
        }
    }

    /** Hears the rows, in order. */
    public interface Listener {
        void row(Row row);
    }

    /**
     * How much is read at most.
     *
     * @param rows rows of the table
     * @param columns cells of a row
     * @param characters text of a cell
     * @param inflated bytes a compressed file may unfold to
     */
    public record Limits(int rows, int columns, int characters, long inflated) {
        public static final Limits USUAL = new Limits(50_000, 60, 2_000, 200L << 20);
    }

    private SheetReader() {}

    public static void read(byte[] file, Limits limits, Listener listener) {
        if (file.length == 0) throw Refused.invalid("kernel.sheet.empty");
        if (startsWith(file, 'P', 'K', 3, 4)) XlsxReader.read(file, limits, listener);
        else if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) throw Refused.invalid("kernel.sheet.old");
        else CsvReader.read(file, limits, listener);
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        if (file.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((file[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    static void count(int rows, Limits limits) {
        if (rows > limits.rows()) throw Refused.invalid("kernel.sheet.rows", limits.rows());
    }

    static String text(String text, int line, Limits limits) {
        if (text.length() > limits.characters()) throw Refused.invalid("kernel.sheet.cell", line, limits.characters());
        return text.strip();
    }

    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
