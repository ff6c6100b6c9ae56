package kr.madang.kernel.document.html;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Grid;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PlainText;
import org.jspecify.annotations.Nullable;

/** A table with its caption, its head rows and, on every head cell, what it heads. */
final class TableMarkup {

    /** A table with no more rows than this is kept on one page. */
    static final int SMALL = 16;

    private static final int WIDE = 9;

    private final Markup markup;
    private final Consumer<List<Inline>> inlines;

    TableMarkup(Markup markup, Consumer<List<Inline>> inlines) {
        this.markup = markup;
        this.inlines = inlines;
    }

    void write(Block.Table table) {
        Grid grid = Grid.of(table);
        String small = grid.rows().size() <= SMALL ? "report-table-frame report-table-small" : "report-table-frame";
        String density = grid.columns() > WIDE ? "report-table report-narrow" : "report-table";
        String label = PlainText.oneLine(table.caption());
        markup.open("div", "class", small, "tabindex", "0", "role", "group", "aria-label", label);
        if (!table.unit().isBlank()) {
            markup.element("p", table.unit(), "class", "report-unit");
        }
        markup.open("table", "class", density).newLine();
        markup.open("caption")
                .element("span", table.caption(), "class", "report-hidden")
                .close("caption");
        columns(grid);
        rows("thead", grid, 0, grid.headerRows());
        rows("tbody", grid, grid.headerRows(), grid.rows().size());
        markup.close("table").close("div").newLine();
    }

    /** Widths come as classes in steps of one percent, because a style attribute is forbidden. */
    private void columns(Grid grid) {
        int total = grid.widths().stream().mapToInt(width -> width).sum();
        markup.open("colgroup");
        for (int width : grid.widths()) {
            long percent = Math.clamp(Math.round(100.0 * width / total), 1, 100);
            markup.empty("col", "class", "report-width-" + percent);
        }
        markup.close("colgroup").newLine();
    }

    private void rows(String part, Grid grid, int from, int to) {
        if (from == to) {
            return;
        }
        markup.open(part).newLine();
        for (int row = from; row < to; row++) {
            markup.open("tr");
            for (Grid.Placed placed : grid.rows().get(row)) {
                cell(placed, part.equals("thead"));
            }
            markup.close("tr").newLine();
        }
        markup.close(part).newLine();
    }

    private void cell(Grid.Placed placed, boolean head) {
        String name = placed.cell().header() || head ? "th" : "td";
        boolean empty = placed.cell().content().isEmpty();
        markup.open(
                empty ? "td" : name,
                "class",
                "report-" + placed.cell().align().name().toLowerCase(Locale.ROOT),
                "scope",
                name.equals("th") && !empty ? scope(placed, head) : null,
                "rowspan",
                span(placed.rowSpan()),
                "colspan",
                span(placed.colSpan()));
        inlines.accept(placed.cell().content());
        markup.close(empty ? "td" : name);
    }

    private static String scope(Grid.Placed placed, boolean head) {
        if (head) {
            return placed.colSpan() > 1 ? "colgroup" : "col";
        }
        return placed.rowSpan() > 1 ? "rowgroup" : "row";
    }

    private static @Nullable String span(int cells) {
        return cells > 1 ? Integer.toString(cells) : null;
    }
}
