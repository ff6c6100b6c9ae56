package kr.madang.kernel.document.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.html.Bookmarks;
import kr.madang.kernel.document.html.HtmlWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/** Writes a report as a PDF that looks the same everywhere, because its typeface travels with it. */
public final class PdfWriter {

    private static final String STYLE = style();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    /** The file; equal documents give equal bytes. */
    public static byte[] write(PrintedDocument report) {
        try {
            return write(report, STYLE, true);
        } catch (RuntimeException headHigherThanAPage) {
            return writeWithPlainTables(report);
        }
    }

    /** The engine fails on a table whose head fills a page; such a table is printed without repeating its head. */
    private static byte[] writeWithPlainTables(PrintedDocument report) {
        String style = STYLE
                + "\n.report-table { -fs-table-paginate: auto; }\n.report-table thead { display: table-row-group; }";
        try {
            return write(report, style, true);
        } catch (RuntimeException cannotBeTagged) {
            return write(report, style, false);
        }
    }

    private static byte[] write(PrintedDocument report, String style, boolean tagged) {
        String page = HtmlWriter.page(report, reference -> null, style, Bookmarks.of(report.blocks()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        try (PdfBoxRenderer renderer = renderer(Typeface.fit(page), tagged)) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            describe(document, report);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static PdfBoxRenderer renderer(String page, boolean tagged) {
        return builder(page, tagged).buildPdfRenderer();
    }

    static PdfRendererBuilder builder(String page, boolean tagged) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(tagged);
        builder.usePdfVersion(1.7f);
        builder.withProducer("Madang");
        builder.useSVGDrawer(new BatikSVGDrawer());
        var uses = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
        builder.useFont(Typeface::regular, Typeface.FAMILY, 400, FontStyle.NORMAL, true, uses);
        builder.useFont(Typeface::bold, Typeface.FAMILY, 700, FontStyle.NORMAL, true, uses);
        if (Typeface.borrows(page))
            for (int weight : new int[] {400, 700})
                builder.useFont(Typeface::lent, Typeface.LENDER, weight, FontStyle.NORMAL, true, uses);
        builder.useExternalResourceAccessControl(
                (address, kind) -> carried(address), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (address, kind) -> carried(address), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withHtmlContent(page, null);
        return builder;
    }

    /** A photograph within the page; nothing is ever fetched. */
    private static boolean carried(@Nullable String address) {
        return address != null && address.startsWith("data:image/jpeg;base64,");
    }

    /** Dates and the file's number come from the report, never from the clock. */
    private static void describe(PDDocument document, PrintedDocument report) {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(
                report.asOf().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(report.titleLine());
        about.setCreationDate(day);
        about.setModificationDate(day);
        document.getDocumentCatalog().setLanguage("ko-KR");
        document.setDocumentId(0L);
    }

    /** Column widths in percent as on the web, and the room in centimeters that a heading and what must stay with it need. */
    private static String sizes() {
        var rules = new StringBuilder();
        for (int percent = 1; percent <= 100; percent++)
            rules.append(".report-width-%d { width: %d%%; }\n".formatted(percent, percent));
        for (int room = 1; room <= HtmlWriter.MOST_ROOM; room++)
            rules.append(".report-room-%d { -fs-page-break-min-height: %dcm; }\n".formatted(room, room));
        return rules.toString();
    }

    private static String style() {
        try (InputStream in = PdfWriter.class.getResourceAsStream("print.css")) {
            if (in == null) {
                throw new IllegalStateException("The print style of the report is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + sizes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
