package kr.madang.report.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.madang.kernel.Refused;
import kr.madang.kernel.figures.FigureKey;

/**
 * Reads how a number comes about. Inside braces the leaves are figures ({@code {press.releases @누계}}), in a formula they are cells
 * ({@code B3}, {@code B3:B8}); between them stand {@code + -}, whole numbers and 합, 차, 율, 몫.
 */
final class ExpressionReader {
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        final transient int at;
        final transient String code;
        final transient Object[] args;

        Unreadable(int at, String code, Object... args) {
            super(code, null, false, false);
            this.at = at;
            this.code = code;
            this.args = args;
        }
    }

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;

    private final String text;
    private final boolean formula;
    private final int line;
    private final int column;
    private int at;
    private int parts;

    private ExpressionReader(String text, boolean formula, int line, int column) {
        this.text = text;
        this.formula = formula;
        this.line = line;
        this.column = column;
    }

    /** The inside of a pair of braces after {@code =}. */
    static Expr figures(String text, int line, int column) throws Unreadable {
        return new ExpressionReader(text, false, line, column).whole();
    }

    /** A cell's formula after {@code =}. */
    static Expr cells(String text, int line, int column) throws Unreadable {
        return new ExpressionReader(text, true, line, column).whole();
    }

    /** {@code key @time} */
    static Expr.Term term(String text, int line, int column) throws Unreadable {
        int mark = text.lastIndexOf('@');
        if (mark < 0) throw new Unreadable(0, "when.missing", text.strip());
        var written = text.substring(0, mark).strip();
        var when = WhenReader.read(text.substring(mark + 1))
                .orElseThrow(() ->
                        new Unreadable(mark, "when", text.substring(mark + 1).strip()));
        try {
            return new Expr.Term(written, FigureKey.parse(written), when, line, column);
        } catch (Refused unreadable) {
            throw new Unreadable(0, "key", written);
        }
    }

    private Expr whole() throws Unreadable {
        var expr = sum(0);
        skip();
        if (at < text.length()) throw new Unreadable(at, "expression.rest", text.substring(at));
        return expr;
    }

    private Expr sum(int depth) throws Unreadable {
        if (depth > DEEPEST) throw new Unreadable(at, "expression.deep", DEEPEST);
        var left = operand(depth);
        while (true) {
            skip();
            if (take('+')) left = new Expr.Call(Expr.Function.SUM, List.of(left, operand(depth)));
            else if (take('-')) left = new Expr.Call(Expr.Function.DIFFERENCE, List.of(left, operand(depth)));
            else return left;
        }
    }

    private Expr operand(int depth) throws Unreadable {
        skip();
        if (++parts > MOST_PARTS) throw new Unreadable(at, "expression.long", MOST_PARTS);
        if (at >= text.length()) throw new Unreadable(at, "expression.end");
        char c = text.charAt(at);
        if (c == '{') return figure();
        if (c >= '0' && c <= '9') return literal();
        if (take('(')) return closed(sum(depth + 1));
        if (Character.isLetter(c)) return named(depth);
        throw new Unreadable(at, "expression.sign", String.valueOf(c));
    }

    private Expr figure() throws Unreadable {
        int start = at;
        int end = Braces.close(text, at);
        if (formula || end < 0) throw new Unreadable(start, formula ? "formula.figure" : "brace");
        at = end + 1;
        return term(text.substring(start + 1, end), line, column + start);
    }

    private Expr literal() throws Unreadable {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) at++;
        var digits = text.substring(start, at);
        if (!digits.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) throw new Unreadable(start, "expression.number", digits);
        return new Expr.Literal(new BigDecimal(digits));
    }

    private Expr named(int depth) throws Unreadable {
        int start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
        var name = text.substring(start, at);
        if (at < text.length() && Character.isDigit(text.charAt(at))) return cell(start, name);
        var function = Arrays.stream(Expr.Function.values())
                .filter(f -> f.called(name))
                .findFirst()
                .orElseThrow(() -> new Unreadable(start, "function", name));
        skip();
        if (!take('(')) throw new Unreadable(at, "function.open", name);
        var arguments = arguments(depth);
        if (function != Expr.Function.SUM && arguments.size() != 2) throw new Unreadable(start, "function.two", name);
        return new Expr.Call(function, arguments);
    }

    private List<Expr> arguments(int depth) throws Unreadable {
        var arguments = new ArrayList<Expr>();
        do arguments.add(sum(depth + 1));
        while (comma());
        skip();
        if (!take(')')) throw new Unreadable(at, "expression.close");
        return List.copyOf(arguments);
    }

    private boolean comma() {
        skip();
        return take(',');
    }

    private Expr closed(Expr inner) throws Unreadable {
        skip();
        if (!take(')')) throw new Unreadable(at, "expression.close");
        return inner;
    }

    private Expr cell(int start, String letters) throws Unreadable {
        if (!formula) throw new Unreadable(start, "expression.cell", letters);
        var first = address(start, letters);
        if (!take(':')) return first;
        int second = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
        var last = address(second, text.substring(second, at));
        if (last.row() < first.row() || last.column() < first.column()) throw new Unreadable(start, "formula.range");
        return new Expr.Range(first, last);
    }

    private Expr.Cell address(int start, String letters) throws Unreadable {
        int digits = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) at++;
        var row = text.substring(digits, at);
        if (!letters.matches("[A-Za-z]{1,2}") || !row.matches("[1-9][0-9]{0,3}"))
            throw new Unreadable(start, "formula.cell", letters + row);
        int column = 0;
        for (char c : letters.toUpperCase(java.util.Locale.ROOT).toCharArray()) column = column * 26 + c - 'A' + 1;
        return new Expr.Cell(Integer.parseInt(row) - 1, column - 1);
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private boolean take(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }
}
