package kr.madang.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** XLSX with one sheet: a bold first row that stays in sight, text in place, numbers as numbers, days as days. */
final class XlsxWriter implements SheetWriter {
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final ZipOutputStream zip;
    private int row;

    XlsxWriter(OutputStream out, String name) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part("[Content_Types].xml", """
                <Types xmlns="%scontent-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                </Types>""".formatted(PACKAGE));
        part("_rels/.rels", """
                <Relationships xmlns="%srelationships">\
                <Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>""".formatted(PACKAGE, RELATION));
        part("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="r1"/></sheets></workbook>""".formatted(MAIN, RELATION, escape(name)));
        part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="%srelationships">\
                <Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="r2" Type="%s/styles" Target="styles.xml"/></Relationships>""".formatted(PACKAGE, RELATION, RELATION));
        part("xl/styles.xml", """
                <styleSheet xmlns="%s">\
                <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
                <fonts count="2"><font><sz val="11"/><name val="맑은 고딕"/></font>\
                <font><b/><sz val="11"/><name val="맑은 고딕"/></font></fonts>\
                <fills count="1"><fill><patternFill patternType="none"/></fill></fills>\
                <borders count="1"><border/></borders>\
                <cellStyleXfs count="1"><xf/></cellStyleXfs>\
                <cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/>\
                <xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>\
                </styleSheet>""".formatted(MAIN));
        open("xl/worksheets/sheet1.xml");
        write(HEAD + """
                <worksheet xmlns="%s"><sheetViews><sheetView workbookViewId="0">\
                <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
                <cols><col min="1" max="40" width="18" customWidth="1"/></cols><sheetData>""".formatted(MAIN));
    }

    @Override
    public void row(@Nullable Object... cells) {
        row++;
        var line = new StringBuilder("<row r=\"").append(row).append("\">");
        for (var cell : cells) line.append(cell(cell));
        write(line.append("</row>").toString());
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "<c/>";
            case LocalDate day -> "<c s=\"3\"><v>" + ChronoUnit.DAYS.between(ZERO, day) + "</v></c>";
            case Number number -> "<c s=\"2\"><v>" + number + "</v></c>";
            default ->
                "<c t=\"inlineStr\"%s><is><t xml:space=\"preserve\">%s</t></is></c>"
                        .formatted(row == 1 ? " s=\"1\"" : "", escape(value.toString()));
        };
    }

    @Override
    public void close() throws IOException {
        write("</sheetData></worksheet>");
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void part(String name, String text) {
        open(name);
        write(HEAD + text);
        try {
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escape(String text) {
        var safe = new StringBuilder();
        text.codePoints().limit(32_000).forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\t', '\n', '\r' -> safe.append(' ');
                default -> {
                    if (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF) safe.appendCodePoint(c);
                }
            }
        });
        return safe.toString();
    }
}
