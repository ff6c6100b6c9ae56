package kr.madang.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.html.HtmlWriter;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.pdf.PdfWriter;
import kr.madang.kernel.document.xlsx.XlsxWriter;

/** The files a report can be handed over as (내려받기). */
public enum Format {
    HTML("text/html;charset=UTF-8"),
    PDF("application/pdf"),
    HWPX("application/hwp+zip"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public static Optional<Format> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }

    /** The word in addresses and file names, e.g. {@code hwpx}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] write(PrintedDocument document) {
        return switch (this) {
            case HTML -> HtmlWriter.page(document, reference -> null).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfWriter.write(document);
            case HWPX -> HwpxWriter.write(document);
            case XLSX -> XlsxWriter.write(document);
        };
    }
}
