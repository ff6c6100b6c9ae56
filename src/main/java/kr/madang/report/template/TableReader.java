package kr.madang.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.kernel.document.Block.Align;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table: {@code [표] caption; 단위: 천원; 너비: 4 2 2}, then heads ({@code ! a | b}) and rows ({@code | a | b}). A cell may
 * begin with {@code [가로2 세로2 가운데 머리]}; a cell another one spreads over is left out; {@code =합(B2:B4)} at its end is its formula.
 */
final class TableReader {
    private static final Pattern ATTRIBUTES = Pattern.compile("\\[([가-힣0-9 ]{1,40})]");
    private static final Pattern SPAN = Pattern.compile("(가로|세로)([1-9][0-9]?)");
    private static final int MOST_ROWS = 300;
    private static final int MOST_COLUMNS = 40;

    private record Source(String text, int line, boolean head) {}

    private final Problems problems;
    private final int line;
    private final List<Source> sources = new ArrayList<>();
    private String caption = "";
    private String unit = "";
    private List<Integer> widths = List.of();

    TableReader(String head, int line, Problems problems) {
        this.problems = problems;
        this.line = line;
        for (var part : head.split(";")) {
            var words = part.strip();
            if (words.startsWith("단위:")) unit = words.substring(3).strip();
            else if (words.startsWith("너비:")) widths = widths(words.substring(3).strip());
            else if (caption.isEmpty()) caption = words;
            else problems.error(line, 1, "table.option", words);
        }
        if (caption.isEmpty()) problems.error(line, 1, "table.caption");
    }

    private List<Integer> widths(String words) {
        var list = new ArrayList<Integer>();
        for (var word : words.split("[ :]+")) {
            if (word.matches("[1-9][0-9]{0,2}")) list.add(Integer.valueOf(word));
            else problems.error(line, 1, "table.width", word);
        }
        return list.size() > MOST_COLUMNS ? list.subList(0, MOST_COLUMNS) : list;
    }

    static boolean isRow(String text) {
        return text.startsWith("!") || text.startsWith("|");
    }

    void row(String text, int at) {
        if (sources.size() == MOST_ROWS) problems.error(at, 1, "table.rows", MOST_ROWS);
        if (sources.size() <= MOST_ROWS) sources.add(new Source(text, at, text.startsWith("!")));
    }

    /** Null when there is no row. */
    Node.@Nullable Table table() {
        if (sources.isEmpty()) {
            problems.error(line, 1, "table.empty");
            return null;
        }
        int heads = 0;
        while (heads < sources.size() && sources.get(heads).head()) heads++;
        var grid = new Grid(sources.size(), MOST_COLUMNS, problems);
        var rows = new ArrayList<List<Node.Cell>>();
        for (int r = 0; r < sources.size(); r++) rows.add(cells(r, sources.get(r), grid));
        int columns = grid.columns(sources.stream().map(Source::line).toList(), widths.size());
        var even = widths.size() == columns ? widths : java.util.Collections.nCopies(columns, 1);
        if (!widths.isEmpty() && widths.size() != columns)
            problems.error(line, 1, "table.widths", widths.size(), columns);
        var order = FormulaOrder.of(rows, problems);
        return new Node.Table(
                caption, unit.isEmpty() ? "" : "(단위: " + unit + ")", List.copyOf(even), heads, rows, order, line);
    }

    private List<Node.Cell> cells(int row, Source source, Grid grid) {
        var cells = new ArrayList<Node.Cell>();
        int at = 1;
        for (var part : Split.cells(source.text().substring(1))) {
            cells.add(cell(row, part, source, at, grid));
            at += part.length() + 1;
        }
        return List.copyOf(cells);
    }

    private Node.Cell cell(int row, String part, Source source, int offset, Grid grid) {
        var text = part.strip();
        int column = offset + 1 + part.indexOf(text);
        int across = 1;
        int down = 1;
        Align align = null;
        boolean header = source.head();
        var attributes = ATTRIBUTES.matcher(text);
        if (attributes.lookingAt()) {
            for (var word : attributes.group(1).strip().split(" +")) {
                var span = SPAN.matcher(word);
                if (span.matches() && word.startsWith("가로")) across = Integer.parseInt(span.group(2));
                else if (span.matches()) down = Integer.parseInt(span.group(2));
                else if (word.equals("왼쪽")) align = Align.LEFT;
                else if (word.equals("가운데")) align = Align.CENTER;
                else if (word.equals("오른쪽")) align = Align.RIGHT;
                else if (word.equals("머리")) header = true;
                else problems.error(source.line(), column, "table.attribute", word);
            }
            column += attributes.end();
            text = text.substring(attributes.end());
        }
        int place = grid.place(row, across, down, source.line(), column);
        return filled(row, place, across, down, align, header, text, source.line(), column);
    }

    private Node.Cell filled(
            int row,
            int place,
            int across,
            int down,
            @Nullable Align align,
            boolean header,
            String text,
            int at,
            int column) {
        int equals = Split.formula(text);
        var words = equals < 0 ? text : text.substring(0, equals);
        var content = InlineReader.read(words.strip(), at, column, problems);
        Expr formula = null;
        var format = Piece.Format.PLAIN;
        if (equals >= 0) {
            var rest = text.substring(equals + 1);
            int options = rest.indexOf(';');
            if (options >= 0) format = InlineReader.format(rest.substring(options + 1), at, column, problems);
            try {
                formula = ExpressionReader.cells(
                        options < 0 ? rest : rest.substring(0, options), at, column + equals + 1);
            } catch (ExpressionReader.Unreadable e) {
                problems.error(at, column + equals + 1 + e.at, e.code, e.args);
            }
        }
        var side = align != null ? align : header ? Align.CENTER : natural(content, formula);
        return new Node.Cell(row, place, across, down, side, header, content, formula, format, at);
    }

    /** Numbers stand right, words left. */
    private static Align natural(List<Piece> content, @Nullable Expr formula) {
        boolean number = content.stream().anyMatch(Piece.Bound.class::isInstance);
        boolean long_ = content.stream()
                .anyMatch(p -> p instanceof Piece.Words w && w.value().length() > 8);
        return (number && !long_) || (formula != null && content.isEmpty()) ? Align.RIGHT : Align.LEFT;
    }
}
