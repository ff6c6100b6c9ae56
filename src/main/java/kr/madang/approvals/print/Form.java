package kr.madang.approvals.print;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kr.madang.kernel.document.Sheet;
import kr.madang.kernel.document.SheetText;
import kr.madang.kernel.document.html.SheetHtml;
import kr.madang.kernel.document.hwpx.HwpxWriter;
import kr.madang.kernel.document.pdf.SheetPdf;

/** The files a paper can be handed over as (내려받기 형식); HTML is the master. */
public enum Form {
    HTML("text/html;charset=UTF-8"),
    PDF("application/pdf"),
    HWPX("application/hwp+zip"),
    TXT("text/plain;charset=UTF-8");

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    public static Optional<Form> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** The word in addresses and file names, e.g. {@code hwpx}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] write(Letter letter) {
        return write(Layout.of(letter));
    }

    byte[] write(Sheet sheet) {
        return switch (this) {
            case HTML -> SheetHtml.page(sheet).getBytes(StandardCharsets.UTF_8);
            case PDF -> SheetPdf.write(sheet);
            case HWPX -> HwpxWriter.write(sheet);
            case TXT -> SheetText.write(sheet).getBytes(StandardCharsets.UTF_8);
        };
    }
}
