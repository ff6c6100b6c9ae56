package kr.madang.report.audit.text;

import java.util.ArrayList;
import java.util.List;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** The text of a document while it is being read (추출 중인 글); counts what it takes and stops when the limits are reached. */
final class Draft {
    /** A cell with its paragraphs and inner tables, in order. */
    record Box(int row, int column, int rowSpan, int columnSpan, List<Object> content) {}

    private static final int DEEPEST = 24;
    private static final int WIDEST = 2_000;

    private final Limits limits;
    private final List<String> lines = new ArrayList<>();
    private final List<Extracted.Table> tables = new ArrayList<>();
    private long characters;
    private int cells;

    Draft(Limits limits) {
        this.limits = limits;
    }

    Extracted finished(Extracted.Format format) {
        return new Extracted(format, lines, tables);
    }

    int lines() {
        return lines.size();
    }

    void line(String text) throws UnreadableDocument {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnreadableDocument(Code.TOO_SLOW);
        }
        text.lines().forEach(lines::add);
        if (text.isEmpty()) {
            lines.add("");
        }
        count(text.length() + 1L);
    }

    void count(long more) throws UnreadableDocument {
        characters += more;
        if (characters > limits.characters()) {
            throw new UnreadableDocument(Code.TOO_LARGE);
        }
    }

    void countCell() throws UnreadableDocument {
        if (++cells > limits.cells()) {
            throw new UnreadableDocument(Code.TOO_LARGE, "표가 너무 커서 읽지 않았습니다. 칸이 %,d개를 넘습니다.".formatted(limits.cells()));
        }
    }

    /** A table whose lines are written already. */
    void sheet(Extracted.Table table) {
        tables.add(table);
    }

    void table(List<Box> boxes) throws UnreadableDocument {
        table(boxes, 0);
    }

    /** A frame around text reads as text; any other table reads row by row, with what does not fit in a row below it. */
    private void table(List<Box> boxes, int depth) throws UnreadableDocument {
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Code.HOSTILE, "표 안의 표가 지나치게 깊어서 읽지 않았습니다.");
        }
        if (boxes.size() == 1) {
            content(boxes.getFirst().content(), depth);
            return;
        }
        int rows = 0;
        int columns = 0;
        for (Box box : boxes) {
            rows = Math.max(rows, box.row() + 1);
            columns = Math.max(columns, Math.min(WIDEST, box.column() + Math.max(1, box.columnSpan())));
        }
        List<List<Box>> grouped = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            grouped.add(new ArrayList<>());
        }
        for (Box box : boxes) {
            grouped.get(box.row()).add(box);
        }
        List<Extracted.Cell> placed = new ArrayList<>();
        List<List<Object>> below = new ArrayList<>();
        for (List<Box> row : grouped) {
            row(row, placed, below);
        }
        tables.add(new Extracted.Table(rows, columns, placed));
        for (List<Object> content : below) {
            content(content, depth);
        }
    }

    private void row(List<Box> row, List<Extracted.Cell> placed, List<List<Object>> below) throws UnreadableDocument {
        StringBuilder line = new StringBuilder();
        List<Extracted.Cell> cells = new ArrayList<>();
        for (Box box : row.stream()
                .sorted(java.util.Comparator.comparingInt(Box::column))
                .toList()) {
            countCell();
            String text = outlined(box.content()) ? "" : joined(box.content());
            if (!cells.isEmpty()) {
                line.append('\t');
            }
            cells.add(new Extracted.Cell(
                    box.row(),
                    box.column(),
                    Math.max(1, box.rowSpan()),
                    Math.max(1, box.columnSpan()),
                    lines.size() + 1,
                    line.length(),
                    text));
            line.append(text);
            if (outlined(box.content())) {
                below.add(box.content());
            } else {
                List<Object> inner = box.content().stream()
                        .filter(part -> !(part instanceof String))
                        .toList();
                if (!inner.isEmpty()) {
                    below.add(inner);
                }
            }
        }
        placed.addAll(cells);
        line(line.toString());
    }

    private static String joined(List<Object> content) {
        StringBuilder text = new StringBuilder();
        for (Object part : content) {
            if (part instanceof String words && !words.isBlank()) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(words.replaceAll("[\\t\\r\\n]+", " ").strip());
            }
        }
        return text.toString();
    }

    /** Several paragraphs with marks (○ -) are text that happens to stand in a cell. */
    private static boolean outlined(List<Object> content) {
        long marked = content.stream()
                .filter(part -> part instanceof String words && words.strip().matches("(?s)[□■○◦●ㅇ\\-·•※].*\\p{L}.*"))
                .count();
        return marked >= 2;
    }

    @SuppressWarnings("unchecked")
    private void content(List<Object> content, int depth) throws UnreadableDocument {
        for (Object part : content) {
            if (part instanceof String words) {
                line(words);
            } else {
                table((List<Box>) part, depth + 1);
            }
        }
    }
}
