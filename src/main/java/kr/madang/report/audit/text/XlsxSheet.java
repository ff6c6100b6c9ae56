package kr.madang.report.audit.text;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** One sheet (시트): a row is a line, and merged cells are known only at the end of the sheet. */
final class XlsxSheet implements Xml.Visitor {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})(?::([A-Z]{1,3})(\\d{1,7}))?");
    private static final int WIDEST = 2_000;
    private static final int FARTHEST = 200_000;

    private record Found(int row, int column, String text) {}

    private record Merge(int rows, int columns) {}

    private final Draft draft;
    private final List<String> shared;
    private final XlsxStyles styles;
    private final List<Found> cells = new ArrayList<>();
    private final Map<Long, Merge> merges = new HashMap<>();
    private final StringBuilder value = new StringBuilder();
    private boolean reading;
    private int row;
    private int column;
    private int style;
    private String type = "";

    XlsxSheet(Draft draft, List<String> shared, XlsxStyles styles) {
        this.draft = draft;
        this.shared = shared;
        this.styles = styles;
    }

    void read(InputStream in) throws UnreadableDocument {
        Xml.walk(in, this);
        write();
    }

    @Override
    public void start(String name, XMLStreamReader at) throws UnreadableDocument {
        switch (name) {
            case "row" -> {
                row = Xml.number(Xml.attribute(at, "r"), row + 1);
                column = 0;
            }
            case "c" -> {
                Matcher reference = REFERENCE.matcher(Xml.attribute(at, "r"));
                column = reference.matches() ? column(reference.group(1)) : column + 1;
                style = Xml.number(Xml.attribute(at, "s"), 0);
                type = Xml.attribute(at, "t");
                value.setLength(0);
            }
            case "v" -> reading = true;
            case "t" -> reading = type.equals("inlineStr");
            case "mergeCell" -> merge(Xml.attribute(at, "ref"));
            default -> {}
        }
        if (row > 2_000_000 || row < 0) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
    }

    private void merge(String text) {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.matches() && reference.group(3) != null && merges.size() < 100_000) {
            int top = Xml.number(reference.group(2), 1);
            int left = column(reference.group(1));
            merges.put(
                    key(top, left),
                    new Merge(
                            Math.clamp(Xml.number(reference.group(4), top) - top + 1, 1, 100_000),
                            Math.clamp(column(reference.group(3)) - left + 1, 1, WIDEST)));
        }
    }

    private static long key(int row, int column) {
        return (long) row << 20 | column;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column;
    }

    @Override
    public void text(String more) {
        if (reading) {
            value.append(more);
        }
    }

    @Override
    public void end(String name) throws UnreadableDocument {
        switch (name) {
            case "v", "t" -> reading = false;
            case "c" -> {
                String text =
                        shown(value.toString()).replaceAll("[\\t\\r\\n]+", " ").strip();
                if (!text.isEmpty() && column <= WIDEST) {
                    draft.countCell();
                    draft.count(text.length());
                    cells.add(new Found(row, column, text));
                }
            }
            default -> {}
        }
    }

    private String shown(String raw) {
        return switch (type) {
            case "s" -> {
                int index = Xml.number(raw, -1);
                yield index >= 0 && index < shared.size() ? shared.get(index) : "";
            }
            case "inlineStr", "str", "e" -> raw;
            case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
            default -> raw.isEmpty() ? "" : styles.shown(raw, style);
        };
    }

    /** Blank rows stay blank lines, so that line and row numbers of a first sheet agree; they also part one table from the next. */
    private void write() throws UnreadableDocument {
        int at = 0;
        int previous = 0;
        while (at < cells.size()) {
            int first = cells.get(at).row();
            for (int gap = previous + 1; gap < Math.min(first, previous + FARTHEST); gap++) {
                draft.line("");
            }
            int end = at;
            previous = first;
            while (end < cells.size() && cells.get(end).row() <= previous + 1) {
                previous = cells.get(end).row();
                end++;
            }
            block(cells.subList(at, end));
            at = end;
        }
    }

    /** Rows without a gap: titles of one cell first, then a table. */
    private void block(List<Found> block) throws UnreadableDocument {
        int at = 0;
        while (at < block.size()
                && (at + 1 == block.size()
                        || block.get(at + 1).row() != block.get(at).row())) {
            draft.line(block.get(at).text());
            at++;
        }
        if (at == block.size()) {
            return;
        }
        int top = block.get(at).row();
        int first = draft.lines() + 1;
        List<Extracted.Cell> placed = new ArrayList<>(block.size() - at);
        StringBuilder line = new StringBuilder();
        int filled = 1;
        int row = top;
        for (Found cell : block.subList(at, block.size())) {
            if (cell.row() != row) {
                draft.line(line.toString());
                line.setLength(0);
                filled = 1;
                row = cell.row();
            }
            for (; filled < cell.column(); filled++) {
                line.append('\t');
            }
            Merge merge = merges.getOrDefault(key(cell.row(), cell.column()), new Merge(1, 1));
            placed.add(new Extracted.Cell(
                    row - top,
                    cell.column() - 1,
                    merge.rows(),
                    merge.columns(),
                    first + row - top,
                    line.length(),
                    cell.text()));
            line.append(cell.text());
        }
        draft.line(line.toString());
        int width = block.stream().mapToInt(Found::column).max().orElse(1);
        draft.sheet(new Extracted.Table(row - top + 1, width, placed));
    }
}
