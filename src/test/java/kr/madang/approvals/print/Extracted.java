package kr.madang.approvals.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import kr.madang.kernel.document.pdf.SheetPdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** The words a reader gets out of each file, without the white space that each format sets in its own way. */
public final class Extracted {
    private Extracted() {}

    public static String of(List<String> words) {
        return squeezed(String.join(" ", words));
    }

    public static String html(byte[] file) {
        var page = Jsoup.parse(new String(file, StandardCharsets.UTF_8));
        page.select("caption").remove();
        return squeezed(page.body().wholeText());
    }

    public static String txt(byte[] file) {
        return squeezed(new String(file, StandardCharsets.UTF_8));
    }

    public static String hwpx(byte[] file) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().equals("Contents/section0.xml")) continue;
                var xml = Jsoup.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8), "", Parser.xmlParser());
                var words = new StringBuilder();
                xml.select("hp|t").forEach(run -> words.append(run.wholeText()).append(' '));
                return squeezed(words.toString());
            }
        }
        throw new IOException("no section");
    }

    /** Without the number and the remark at the foot of each page. */
    public static String pdf(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            return squeezed(new PDFTextStripper().getText(pdf).replaceAll("(?m)^- \\d+ -.*$", ""));
        }
    }

    public static String printable(String words) {
        return squeezed(SheetPdf.printable(words));
    }

    public static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000|\\u200b]+", "");
    }
}
