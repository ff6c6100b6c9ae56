package kr.madang.kernel.document;

import java.util.stream.Collectors;

/** Writes a sheet as plain text (텍스트): what any device shows and any program reads; the rows of tables stand between bars. */
public final class SheetText {
    private static final int LETTER = 4;

    private SheetText() {}

    public static String write(Sheet sheet) {
        var out = new StringBuilder();
        for (var part : sheet.parts())
            switch (part) {
                case Sheet.Line line -> line(out, line);
                case Sheet.Picture picture -> {}
                case Sheet.Table table -> rows(out, Grid.of(table.table()));
            }
        return out.toString();
    }

    private static void line(StringBuilder out, Sheet.Line line) {
        switch (line.style()) {
            case SENDER, FOOT -> apart(out, line);
            case NOTE, MAST, FIELD, TITLE, BODY -> {}
        }
        out.append(" ".repeat(2 * line.indent() / LETTER)).append(line.printed());
        switch (line.style()) {
            case NOTE, MAST, TITLE, SENDER -> out.append("\n\n");
            case FIELD, BODY, FOOT -> out.append('\n');
        }
    }

    /** A blank line before what is not of the body. */
    private static void apart(StringBuilder out, Sheet.Line line) {
        boolean first = line.style() == Sheet.Style.SENDER;
        if (first && !out.toString().endsWith("\n\n")) out.append('\n');
    }

    private static void rows(StringBuilder out, Grid grid) {
        for (var row : grid.rows())
            out.append(row.stream()
                            .map(placed -> Inline.printed(placed.cell().content())
                                    .replace('\n', ' ')
                                    .strip())
                            .collect(Collectors.joining(" | ", "| ", " |")))
                    .append('\n');
    }
}
