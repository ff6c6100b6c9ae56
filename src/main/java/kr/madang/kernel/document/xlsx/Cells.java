package kr.madang.kernel.document.xlsx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PrintedNumber;

/** Decides what a table cell is in a spreadsheet: a number with a format that prints the same as the paper, or text. */
final class Cells {

    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_LITERAL = 60;
    private static final int MOST_DIGITS = 15;

    private Cells() {}

    /**
     * A cell that a spreadsheet can calculate with.
     *
     * @param format prints {@code value} exactly as the paper does, words around it included
     */
    record Numeric(BigDecimal value, String format, int decimals) {}

    /** The number in a cell; empty when the cell holds none, several, a gap or one whose printed form says another value. */
    static Optional<Numeric> numeric(List<Inline> content) {
        Inline.Number only = null;
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (Inline run : content) {
            switch (run) {
                case Inline.Gap gap -> {
                    return Optional.empty();
                }
                case Inline.Text text -> (only == null ? before : after).append(text.printed());
                case Inline.Number number -> {
                    if (only != null) {
                        return Optional.empty();
                    }
                    only = number;
                }
            }
        }
        return only == null ? Optional.empty() : numeric(only, before.toString(), after.toString());
    }

    /** Text as long as a spreadsheet cell can hold. */
    static String fit(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static Optional<Numeric> numeric(Inline.Number number, String before, String after) {
        BigDecimal value = number.value();
        if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
            return Optional.empty();
        }
        return PrintedNumber.of(number)
                .filter(parts -> literal(before + parts.before()) && literal(parts.after() + after))
                .map(parts -> new Numeric(value, format(parts, before, after), parts.decimals()));
    }

    private static String format(PrintedNumber parts, String before, String after) {
        String left = quote(before + parts.before());
        String right = quote(parts.after() + after);
        String digits =
                (parts.grouped() ? "#,##0" : "0") + (parts.decimals() == 0 ? "" : "." + "0".repeat(parts.decimals()));
        String minus = parts.sign().isEmpty() ? "△" : parts.sign();
        String plain = left + digits + right;
        String zero = parts.dashed() ? left + quote(parts.digits()) + right : plain;
        return plain + ";" + left + quote(minus) + digits + right + ";" + zero;
    }

    private static boolean literal(String words) {
        return words.length() <= LONGEST_LITERAL && words.chars().noneMatch(c -> c == '"' || c == '\n' || c == '\\');
    }

    private static String quote(String words) {
        return words.isEmpty() ? "" : "\"" + words + "\"";
    }
}
