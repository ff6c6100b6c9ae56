package kr.madang.kernel.document.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.html.SheetHtml;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Writes a sheet as PDF/A-2a (장기보존 PDF): its typeface, its colors and what it is travel with it, so that it can be read unchanged for
 * as long as the record has to be kept.
 */
public final class SheetPdf {
    private static final byte[] COLORS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String STYLE = style() + SheetHtml.steps();

    private SheetPdf() {}

    /** The file; equal sheets give equal bytes. */
    public static byte[] write(Sheet sheet) {
        var out = new ByteArrayOutputStream(1 << 18);
        var builder = PdfWriter.builder(page(remarked(sheet)), true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(COLORS);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            var document = renderer.getPdfDocument();
            describe(document, sheet);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The words as the typeface can print them: jamo set together to syllables, a box for each letter it lacks. */
    public static String printable(String words) {
        return Typeface.fit(composed(words));
    }

    /** The sheet with a last line that owns up to letters the typeface lacks, old Hangul or pictures mostly. */
    public static Sheet remarked(Sheet sheet) {
        long missing = sheet.words().stream()
                .mapToLong(words -> Typeface.missing(composed(words)))
                .sum();
        if (missing == 0) return sheet;
        var parts = new ArrayList<>(sheet.parts());
        parts.add(Sheet.Line.of(
                Sheet.Style.FOOT,
                "※ 이 파일의 글꼴에 없는 글자 " + missing + "자는 " + Character.toString(Typeface.MISSING)
                        + "로 나타냈습니다. 원래 글자는 HTML, 한글(HWPX), 텍스트 파일에 그대로 있습니다."));
        return new Sheet(sheet.title(), sheet.author(), sheet.day(), sheet.remark(), parts);
    }

    private static String composed(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    private static String page(Sheet sheet) {
        var remark = printable(sheet.remark()).replaceAll("[\"\\\\<&]", " ");
        var style = remark.isBlank() ? STYLE : STYLE.replace("\" -\";", "\" -  " + remark + "\";");
        return printable(SheetHtml.page(sheet, style));
    }

    /** Dates and the file's number come from the sheet, never from the clock. */
    private static void describe(PDDocument document, Sheet sheet) throws IOException {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(sheet.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        var about = new PDDocumentInformation();
        about.setTitle(sheet.titleLine());
        about.setAuthor(sheet.author());
        about.setProducer("Madang");
        about.setCreationDate(day);
        about.setModificationDate(day);
        document.setDocumentInformation(about);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("ko-KR");
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(packet(sheet).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        document.setDocumentId(0L);
    }

    /** Says the same as the information dictionary; what differs there makes the file invalid. */
    private static String packet(Sheet sheet) {
        return """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>ko-KR</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%3$s</xmp:CreateDate><xmp:ModifyDate>%3$s</xmp:ModifyDate>
            <pdf:Producer>Madang</pdf:Producer>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>\
            """.formatted(xml(sheet.titleLine()), xml(sheet.author()), at(sheet.day()));
    }

    private static String at(LocalDate day) {
        return day + "T00:00:00+00:00";
    }

    private static String xml(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String style() {
        try (InputStream in = SheetPdf.class.getResourceAsStream("sheet.css")) {
            if (in == null) throw new IllegalStateException("The print style of sheets is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
