package kr.madang.kernel.document.xlsx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows behind a figure as CSV (RFC 4180) that a Korean spreadsheet opens without a question: UTF-8 with its mark, and no text
 * that would be run as a formula.
 */
public final class RowsCsv {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(?:\\.\\d+)?%?");

    /** The full-width forms count too: a spreadsheet in an East Asian language takes them for the plain ones. */
    private static final String RUN_AS_FORMULA = "=+-@\t\r＝＋－＠";

    private RowsCsv() {}

    /**
     * Writes all rows and leaves the stream open.
     *
     * @param rows one value per column: text, numbers, dates; null is an empty field
     */
    public static void write(
            OutputStream out, List<String> columns, Iterator<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.write('\uFEFF');
        line(writer, columns);
        while (rows.hasNext()) {
            line(writer, rows.next());
        }
        writer.flush();
    }

    private static void line(Writer writer, List<? extends @Nullable Object> values) throws IOException {
        boolean first = true;
        for (Object value : values) {
            if (!first) {
                writer.write(',');
            }
            first = false;
            field(writer, value);
        }
        writer.write("\r\n");
    }

    private static void field(Writer writer, @Nullable Object value) throws IOException {
        if (value == null) {
            return;
        }
        String text = RowValue.text(value);
        if (!(value instanceof Number) && isRunAsFormula(text)) {
            text = "'" + text;
        }
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            writer.write(text);
        } else {
            writer.write('"');
            writer.write(text.replace("\"", "\"\""));
            writer.write('"');
        }
    }

    private static boolean isRunAsFormula(String text) {
        return !text.isEmpty()
                && RUN_AS_FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
