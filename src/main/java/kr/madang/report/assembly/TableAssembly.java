package kr.madang.report.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.Inline;
import kr.madang.report.template.Expr;
import kr.madang.report.template.Node;

/**
 * Fills one table: cells first, then its formulas in order, from the numbers as printed. Where a figure and a formula meet in a cell
 * the figure is printed and the formula checks it; the spreadsheet gets a formula only where it gives the printed number.
 */
final class TableAssembly {
    private final Numbers numbers;
    private final List<Assembled.Doubt> doubts;
    private final Map<Expr.Cell, Node.Cell> cells = new LinkedHashMap<>();
    private final Map<Expr.Cell, List<Inline>> content = new HashMap<>();
    private final Map<Expr.Cell, String> formulas = new HashMap<>();
    private final Reckoning reckoning = new Reckoning(this::leaf);

    TableAssembly(Numbers numbers, List<Assembled.Doubt> doubts) {
        this.numbers = numbers;
        this.doubts = doubts;
    }

    Block.Table fill(Node.Table table) {
        for (var row : table.rows())
            for (var cell : row) {
                var place = new Expr.Cell(cell.row(), cell.column());
                cells.put(place, cell);
                content.put(place, Assembly.inlines(cell.content(), numbers));
            }
        table.order().forEach(this::reckon);
        var rows = table.rows().stream()
                .map(row -> new Block.Row(row.stream().map(this::cell).toList()))
                .toList();
        return new Block.Table(table.caption(), table.unit(), table.widths(), table.headerRows(), rows);
    }

    private Block.Cell cell(Node.Cell cell) {
        var place = new Expr.Cell(cell.row(), cell.column());
        return new Block.Cell(
                Objects.requireNonNull(content.get(place)),
                cell.colSpan(),
                cell.rowSpan(),
                cell.align(),
                cell.header(),
                formulas.get(place));
    }

    private void reckon(Expr.Cell place) {
        var cell = Objects.requireNonNull(cells.get(place));
        var formula = Objects.requireNonNull(cell.formula());
        var outcome = reckoning.of(formula);
        var runs = Objects.requireNonNull(content.get(place));
        boolean alone = cell.content().stream().noneMatch(p -> p instanceof kr.madang.report.template.Piece.Bound);
        if (alone) {
            var more = new ArrayList<>(runs);
            more.add(Numbers.print(outcome, cell.format()));
            content.put(place, List.copyOf(more));
        } else if (!agrees(outcome, place, cell)) return;
        if (outcome instanceof Outcome.Known) formulas.put(place, live(formula));
    }

    private boolean agrees(Outcome outcome, Expr.Cell place, Node.Cell cell) {
        var printed = only(place);
        if (!(outcome instanceof Outcome.Known known) || printed == null) return false;
        var reckoned = known.exact().setScale(printed.value().scale(), java.math.RoundingMode.HALF_UP);
        if (reckoned.compareTo(printed.value()) == 0) return true;
        doubts.add(new Assembled.Doubt(
                cell.line(), printed.printed(), kr.madang.kernel.Korean.number(reckoned, reckoned.scale())));
        return false;
    }

    private Outcome leaf(Expr leaf) {
        return switch (leaf) {
            case Expr.Cell cell -> value(cell);
            case Expr.Range range -> sum(range);
            default -> Outcome.missing("", "수식에는 칸만 쓸 수 있음");
        };
    }

    private Outcome value(Expr.Cell cell) {
        var number = only(cell);
        if (number != null)
            return new Outcome.Known(
                    number.value(), number.value().scale(), "", Objects.requireNonNullElse(number.reference(), ""));
        return gap(cell).orElseGet(() -> Outcome.missing("", "숫자가 아닌 칸"));
    }

    /** Cells without a number do not count, as in a spreadsheet; a gap makes the sum a gap. */
    private Outcome sum(Expr.Range range) {
        var total = BigDecimal.ZERO;
        var references = new ArrayList<String>();
        for (var cell : (Iterable<Expr.Cell>) new Expr.Call(Expr.Function.SUM, List.of(range)).cells()::iterator) {
            var missing = gap(cell);
            if (missing.isPresent()) return missing.get();
            var number = only(cell);
            if (number == null) continue;
            total = total.add(number.value());
            if (number.reference() != null) references.add(number.reference());
        }
        return new Outcome.Known(total, total.scale(), "", String.join(";", references));
    }

    private java.util.Optional<Outcome> gap(Expr.Cell cell) {
        return content.getOrDefault(cell, List.of()).stream()
                .filter(Inline.Gap.class::isInstance)
                .map(g -> (Outcome) new Outcome.Missing((Inline.Gap) g))
                .findFirst();
    }

    private Inline.@org.jspecify.annotations.Nullable Number only(Expr.Cell cell) {
        var found = content.getOrDefault(cell, List.of()).stream()
                .filter(Inline.Number.class::isInstance)
                .map(Inline.Number.class::cast)
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** The formula as a spreadsheet reads it, with places in braces. */
    private static String live(Expr expr) {
        return switch (expr) {
            case Expr.Cell cell -> "{" + cell.row() + "," + cell.column() + "}";
            case Expr.Range range -> live(range.first()) + ":" + live(range.last());
            case Expr.Literal literal -> literal.value().toPlainString();
            case Expr.Term term -> throw new IllegalStateException("a figure in a formula");
            case Expr.Call call -> live(call);
        };
    }

    private static String live(Expr.Call call) {
        var parts = call.arguments().stream().map(TableAssembly::live).toList();
        return switch (call.function()) {
            case SUM -> parts.stream().collect(Collectors.joining(",", "SUM(", ")"));
            case DIFFERENCE -> "(" + parts.get(0) + "-" + parts.get(1) + ")";
            case QUOTIENT -> "(" + parts.get(0) + "/" + parts.get(1) + ")";
            case RATE -> rate(parts.get(0), parts.get(1));
        };
    }

    /** {@link kr.madang.kernel.Korean#rate} in the words of a spreadsheet. */
    private static String rate(String part, String whole) {
        var plain = "ROUND(" + part + "/" + whole + "*100,1)";
        return "IF(" + part + "=0,0,IF(AND(" + plain + "=100," + part + "<>" + whole + "),IF(" + part + "<" + whole
                + ",99.9,100.1),IF(" + plain + "=0,0.1," + plain + ")))";
    }
}
