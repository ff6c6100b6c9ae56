package kr.madang.kernel.document.xlsx;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Keeps a formula alive only where it gives the very value that is printed; where it does not (a rate held below 100.0, a total over a
 * gap), the printed value stands alone, because a spreadsheet must never disagree with the paper.
 */
final class Formulas {

    private static final Pattern PLACE = Pattern.compile("\\{\\s*(\\d{1,6})\\s*,\\s*(\\d{1,5})\\s*}");

    /** No names of other sheets or files, no text, nothing that reaches outside the table. */
    private static final Pattern TOKEN =
            Pattern.compile("([A-Z]+)\\(|\\$?[A-Z]{1,3}\\$?\\d{1,7}|\\d+(?:\\.\\d+)?|[-+*/^(),:<>= ]");

    private static final Set<String> FUNCTIONS = Set.of(
            "SUM", "ROUND", "ROUNDUP", "ROUNDDOWN", "IF", "AND", "OR", "NOT", "MIN", "MAX", "ABS", "AVERAGE", "COUNT");

    private static final int LONGEST = 2_000;

    private final XSSFWorkbook workbook;
    private final List<Live> waiting = new ArrayList<>();

    Formulas(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Where a table stands on its sheet. */
    record Area(int top, int left, int rows, int columns) {}

    /** Notes the formula of a cell that already holds its value. */
    void add(XSSFCell cell, String formula, Cells.Numeric numeric, Area area) {
        translate(formula, area)
                .ifPresent(plain -> waiting.add(new Live(
                        cell,
                        numeric.value(),
                        new ArrayDeque<>(List.of(plain, "ROUND(" + plain + "," + numeric.decimals() + ")")))));
    }

    /** Sets all formulas, calculates them and stores what they give; those that give something else than the paper become plain values. */
    void settle() {
        waiting.removeIf(live -> !next(live));
        boolean changed = true;
        while (changed) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            List<Live> wrong =
                    waiting.stream().filter(live -> !gives(evaluator, live)).toList();
            changed = !wrong.isEmpty();
            waiting.removeAll(wrong.stream().filter(live -> !next(live)).toList());
        }
    }

    /** A cell with the formulas still to be tried. */
    private record Live(XSSFCell cell, BigDecimal value, Deque<String> formulas) {}

    /** Sets the next formula; puts the plain value back and answers false when there is none left. */
    private static boolean next(Live live) {
        while (!live.formulas().isEmpty()) {
            try {
                live.cell().setCellFormula(live.formulas().removeFirst());
                return true;
            } catch (RuntimeException notAFormula) {
                live.formulas().clear();
            }
        }
        if (live.cell().getCellType() == CellType.FORMULA) {
            live.cell().removeFormula();
        }
        live.cell().setCellValue(live.value().doubleValue());
        return false;
    }

    static Optional<String> translate(String formula, Area area) {
        if (formula.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(formula);
        while (place.find()) {
            int row = Integer.parseInt(place.group(1));
            int column = Integer.parseInt(place.group(2));
            if (row >= area.rows() || column >= area.columns()) {
                return Optional.empty();
            }
            String address = new CellReference(area.top() + row, area.left() + column).formatAsString();
            place.appendReplacement(out, Matcher.quoteReplacement(address));
        }
        place.appendTail(out);
        String plain = out.toString().strip();
        return isHarmless(plain) ? Optional.of(plain) : Optional.empty();
    }

    private static boolean isHarmless(String formula) {
        Matcher token = TOKEN.matcher(formula);
        int at = 0;
        while (at < formula.length() && token.find(at) && token.start() == at) {
            if (token.group(1) != null && !FUNCTIONS.contains(token.group(1))) {
                return false;
            }
            at = token.end();
        }
        return at == formula.length() && at > 0;
    }

    private static boolean gives(FormulaEvaluator evaluator, Live live) {
        try {
            CellValue result = evaluator.evaluate(live.cell());
            if (result.getCellType() != CellType.NUMERIC || !near(result.getNumberValue(), live.value())) {
                return false;
            }
            evaluator.evaluateFormulaCell(live.cell());
            return true;
        } catch (RuntimeException cannotBeCalculated) {
            return false;
        }
    }

    private static boolean near(double result, BigDecimal value) {
        double wanted = value.doubleValue();
        return Math.abs(result - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
    }
}
