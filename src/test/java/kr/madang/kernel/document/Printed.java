package kr.madang.kernel.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a report prints, taken from the tree itself: the measure for every output. */
public final class Printed {

    private Printed() {}

    /** Each table that has rows as a grid of words; places covered by a span are empty. */
    public static List<List<List<String>>> tables(PrintedDocument report) {
        List<List<List<String>>> tables = new ArrayList<>();
        for (Block block : report.blocks()) {
            if (block instanceof Block.Table table && !table.rows().isEmpty()) {
                Grid grid = Grid.of(table);
                List<List<String>> rows = new ArrayList<>();
                for (int row = 0; row < grid.rows().size(); row++) {
                    rows.add(new ArrayList<>(Collections.nCopies(grid.columns(), "")));
                }
                for (Grid.Placed placed : grid.cells()) {
                    rows.get(placed.row())
                            .set(placed.column(), Inline.printed(placed.cell().content()));
                }
                tables.add(rows);
            }
        }
        return tables;
    }

    /** The leads and the outline lines with their marks. */
    public static List<String> lines(PrintedDocument report) {
        List<String> lines = new ArrayList<>();
        for (Block block : report.blocks()) {
            if (block instanceof Block.Lead lead) {
                lines.add(Inline.printed(lead.content()));
            } else if (block instanceof Block.Line line) {
                String sign = line.marker().sign();
                lines.add((sign.isEmpty() ? "" : sign + " ") + Inline.printed(line.content()));
            }
        }
        return lines;
    }

    public static List<List<List<String>>> squeezed(List<List<List<String>>> tables) {
        return tables.stream()
                .map(table -> table.stream()
                        .map(row -> row.stream().map(Printed::squeezed).toList())
                        .toList())
                .toList();
    }

    public static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }
}
