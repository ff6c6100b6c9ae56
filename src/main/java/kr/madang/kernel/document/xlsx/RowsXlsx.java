package kr.madang.kernel.document.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import kr.madang.kernel.document.FixedZip;
import kr.madang.kernel.document.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows behind a figure as a spreadsheet while they come out of the database: no row is kept in memory and none is put into a
 * temporary file, because the rows may name people. A list longer than a sheet goes on on the next.
 */
public final class RowsXlsx {

    private static final int MOST_ROWS = 1_048_576;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final int LONGEST_TEXT = 32_767;
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int HEAD = 1;
    private static final int DAY = 2;
    private static final int NUMBER = 3;
    private static final int TEXT = 4;

    private final FixedZip zip;
    private final List<String> columns;
    private OutputStream out = OutputStream.nullOutputStream();
    private final StringBuilder buffer = new StringBuilder(1 << 16);
    private int sheets;
    private int row;

    private RowsXlsx(FixedZip zip, List<String> columns) {
        this.zip = zip;
        this.columns = columns;
    }

    /**
     * Writes all rows and leaves the stream open.
     *
     * @param rows one value per column: text, numbers, dates; null is an empty cell
     */
    public static void write(
            OutputStream out, List<String> columns, Iterator<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        write(out, columns, rows, MOST_ROWS);
    }

    static void write(
            OutputStream out,
            List<String> columns,
            Iterator<? extends List<? extends @Nullable Object>> rows,
            int mostRows)
            throws IOException {
        FixedZip zip = new FixedZip(new Open(out));
        RowsXlsx writer = new RowsXlsx(zip, columns);
        writer.frame();
        writer.startSheet();
        while (rows.hasNext()) {
            if (writer.row == mostRows) {
                writer.endSheet();
                writer.startSheet();
            }
            writer.row(rows.next(), false);
        }
        writer.endSheet();
        writer.index();
        zip.close();
        out.flush();
    }

    private void frame() throws IOException {
        add("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                Target="xl/workbook.xml"/></Relationships>""");
        add("xl/styles.xml", """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
                <fonts count="2"><font><sz val="10"/><name val="맑은 고딕"/></font>\
                <font><b/><sz val="10"/><name val="맑은 고딕"/></font></fonts>\
                <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
                <fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF5"/></patternFill></fill></fills>\
                <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
                <cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" quotePrefix="1"/>\
                <xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="0"/><xf quotePrefix="1"/></cellXfs></styleSheet>""");
    }

    private void startSheet() throws IOException {
        sheets++;
        row = 0;
        out = zip.streamed("xl/worksheets/sheet" + sheets + ".xml");
        buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/>"
                + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"16.5\"/>");
        if (!columns.isEmpty()) {
            buffer.append("<cols><col min=\"1\" max=\"")
                    .append(columns.size())
                    .append("\" width=\"16\" customWidth=\"1\"/></cols>");
        }
        buffer.append("<sheetData>");
        row(columns, true);
    }

    private void endSheet() throws IOException {
        buffer.append("</sheetData></worksheet>");
        flush();
        zip.end();
    }

    private void row(List<? extends @Nullable Object> values, boolean head) throws IOException {
        row++;
        buffer.append("<row r=\"").append(row).append("\">");
        int column = 0;
        for (Object value : values) {
            if (value != null) {
                cell(reference(column), value, head);
            }
            column++;
        }
        buffer.append("</row>");
        if (buffer.length() > 1 << 15) {
            flush();
        }
    }

    private void cell(String reference, Object value, boolean head) {
        if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY) && day.getYear() < 10_000) {
            number(reference, DAY, Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, day)));
        } else if (value instanceof Number number && fits(number)) {
            number(reference, NUMBER, RowValue.text(number));
        } else {
            buffer.append("<c r=\"").append(reference).append("\" s=\"").append(head ? HEAD : TEXT);
            buffer.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            escape(RowValue.text(value));
            buffer.append("</t></is></c>");
        }
    }

    private void number(String reference, int style, String digits) {
        buffer.append("<c r=\"")
                .append(reference)
                .append("\" s=\"")
                .append(style)
                .append("\"><v>");
        buffer.append(digits).append("</v></c>");
    }

    /** Whether a spreadsheet, which keeps fifteen digits, holds the number exactly. */
    private static boolean fits(Number number) {
        return switch (number) {
            case Integer small -> true;
            case Long large -> Math.abs(large) < 1_000_000_000_000_000L;
            case BigDecimal decimal -> decimal.precision() <= 15 && Math.abs(decimal.scale()) <= 15;
            default -> Double.isFinite(number.doubleValue());
        };
    }

    private void escape(String text) {
        String safe = PlainText.clean(text);
        String fitting = safe.length() <= LONGEST_TEXT ? safe : Cells.fit(safe);
        String plain =
                fitting.indexOf("_x") < 0 ? fitting : ESCAPE.matcher(fitting).replaceAll("_x005F_");
        for (int at = 0; at < plain.length(); at++) {
            char c = plain.charAt(at);
            switch (c) {
                case '&' -> buffer.append("&amp;");
                case '<' -> buffer.append("&lt;");
                case '>' -> buffer.append("&gt;");
                default -> buffer.append(c);
            }
        }
    }

    private String reference(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters.insert(0, (char) ('A' + left % 26));
        }
        return letters.append(row).toString();
    }

    private void index() throws IOException {
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int number = 1; number <= sheets; number++) {
            String sheet = Integer.toString(number);
            String name = number == 1 ? "자료" : "자료 " + sheet;
            names.append("<sheet name=\"%s\" sheetId=\"%s\" r:id=\"rId%s\"/>".formatted(name, sheet, sheet));
            relations.append("""
                    <Relationship Id="rId%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
                    Target="worksheets/sheet%s.xml"/>""".formatted(sheet, sheet));
            types.append("""
                    <Override PartName="/xl/worksheets/sheet%s.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""".formatted(sheet));
        }
        add("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>%s</sheets></workbook>""".formatted(names));
        add("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s\
                <Relationship Id="rIdStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
                Target="styles.xml"/></Relationships>""".formatted(relations));
        add("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                %s</Types>""".formatted(types));
    }

    private void add(String name, String xml) throws IOException {
        String file = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml;
        zip.deflated(name, file.getBytes(StandardCharsets.UTF_8));
    }

    private void flush() throws IOException {
        out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
    }

    /** Keeps the caller's stream open when the file ends. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
