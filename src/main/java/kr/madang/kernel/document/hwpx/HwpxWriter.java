package kr.madang.kernel.document.hwpx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.FixedZip;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.PrintedDocument;
import kr.madang.kernel.document.Sheet;

/** Writes a report as a Hangul document (한글 문서) that a clerk can open and go on writing in. */
public final class HwpxWriter {

    private static final String TYPE = "application/hwp+zip";
    private static final byte[] HEAD = Head.write(List.of());

    private HwpxWriter() {}

    /** What the file says of itself. */
    private record About(String title, String author, String subject, LocalDate day) {}

    /** The file; equal documents give equal bytes. */
    public static byte[] write(PrintedDocument report) {
        Pictures pictures = new Pictures();
        byte[] section = new Body(pictures).write(report);
        About about = new About(report.titleLine(), report.section(), report.session(), report.asOf());
        return pack(about, HEAD, section, preview(report), pictures.files());
    }

    /** The file of a document without a cover. */
    public static byte[] write(Sheet sheet) {
        SheetBody body = new SheetBody();
        byte[] section = body.write(sheet);
        About about = new About(sheet.titleLine(), sheet.author(), "", sheet.day());
        String words = String.join("\n", sheet.words());
        String preview = words.substring(0, Math.min(words.length(), 1_000));
        return pack(about, Head.write(body.shapes()), section, preview, body.pictures());
    }

    private static byte[] pack(About about, byte[] head, byte[] section, String preview, List<Pictures.File> pictures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (FixedZip zip = new FixedZip(bytes)) {
            zip.stored("mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
            zip.deflated("version.xml", version());
            zip.deflated("Contents/header.xml", head);
            zip.deflated("Contents/section0.xml", section);
            for (var picture : pictures) zip.deflated("BinData/" + picture.fileName(), picture.bytes());
            zip.deflated("Preview/PrvText.txt", preview.getBytes(StandardCharsets.UTF_8));
            zip.deflated("settings.xml", settings());
            zip.deflated("Contents/content.hpf", contents(about, pictures));
            zip.deflated("META-INF/container.xml", container());
            zip.deflated("META-INF/manifest.xml", manifest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] version() {
        return new Xml(400)
                .empty(
                        "hv:HCFVersion",
                        "xmlns:hv",
                        "http://www.hancom.co.kr/hwpml/2011/version",
                        "tagetApplication",
                        "WORDPROCESSOR",
                        "major",
                        5,
                        "minor",
                        1,
                        "micro",
                        1,
                        "buildNumber",
                        0,
                        "os",
                        1,
                        "xmlVersion",
                        "1.4",
                        "application",
                        "Madang",
                        "appVersion",
                        "1.0")
                .bytes();
    }

    private static byte[] settings() {
        return new Xml(400)
                .open("ha:HWPApplicationSetting", "xmlns:ha", "http://www.hancom.co.kr/hwpml/2011/app")
                .empty("ha:CaretPosition", "listIDRef", 0, "paraIDRef", 0, "pos", 0)
                .close("ha:HWPApplicationSetting")
                .bytes();
    }

    private static byte[] container() {
        return new Xml(600)
                .open(
                        "ocf:container",
                        "xmlns:ocf",
                        "urn:oasis:names:tc:opendocument:xmlns:container",
                        "xmlns:hpf",
                        "http://www.hancom.co.kr/schema/2011/hpf")
                .open("ocf:rootfiles")
                .empty(
                        "ocf:rootfile",
                        "full-path",
                        "Contents/content.hpf",
                        "media-type",
                        "application/hwpml-package+xml")
                .empty("ocf:rootfile", "full-path", "Preview/PrvText.txt", "media-type", "text/plain")
                .close("ocf:rootfiles")
                .close("ocf:container")
                .bytes();
    }

    private static byte[] manifest() {
        return new Xml(200)
                .empty("odf:manifest", "xmlns:odf", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0")
                .bytes();
    }

    private static byte[] contents(About about, List<Pictures.File> pictures) {
        Xml xml = new Xml(3_000);
        xml.root("opf:package", "version", "", "unique-identifier", "", "id", "")
                .open("opf:metadata");
        xml.open("opf:title").text(about.title).close("opf:title");
        xml.open("opf:language").text("ko").close("opf:language");
        meta(xml, "creator", PlainText.oneLine(about.author));
        meta(xml, "subject", PlainText.oneLine(about.subject));
        meta(xml, "description", "");
        meta(xml, "lastsaveby", PlainText.oneLine(about.author));
        meta(xml, "CreatedDate", about.day + "T00:00:00Z");
        meta(xml, "ModifiedDate", about.day + "T00:00:00Z");
        meta(xml, "keyword", "");
        xml.close("opf:metadata").open("opf:manifest");
        item(xml, "header", "Contents/header.xml", "application/xml");
        for (var picture : pictures) {
            xml.empty(
                    "opf:item",
                    "id",
                    picture.name(),
                    "href",
                    "BinData/" + picture.fileName(),
                    "media-type",
                    picture.type(),
                    "isEmbeded",
                    1);
        }
        item(xml, "section0", "Contents/section0.xml", "application/xml");
        item(xml, "settings", "settings.xml", "application/xml");
        xml.close("opf:manifest").open("opf:spine");
        xml.empty("opf:itemref", "idref", "header", "linear", "yes");
        xml.empty("opf:itemref", "idref", "section0", "linear", "yes");
        return xml.close("opf:spine").close("opf:package").bytes();
    }

    private static void meta(Xml xml, String name, String value) {
        xml.open("opf:meta", "name", name, "content", "text").text(value).close("opf:meta");
    }

    private static void item(Xml xml, String id, String file, String type) {
        xml.empty("opf:item", "id", id, "href", file, "media-type", type);
    }

    /** The first words of the report, which a file browser shows. */
    private static String preview(PrintedDocument report) {
        StringBuilder words = new StringBuilder(report.titleLine()).append('\n');
        for (Block block : report.blocks()) {
            switch (block) {
                case Block.Heading heading -> words.append(heading.label()).append('\n');
                case Block.Lead lead ->
                    words.append(Inline.printed(lead.content())).append('\n');
                case Block.Line line ->
                    words.append(line.marker().sign())
                            .append(' ')
                            .append(Inline.printed(line.content()))
                            .append('\n');
                case Block.Table table ->
                    words.append("<").append(PlainText.oneLine(table.caption())).append(">\n");
                case Block.Picture picture -> {}
                case Block.PageBreak pageBreak -> {}
            }
            if (words.length() > 1_000) {
                break;
            }
        }
        return words.toString();
    }
}
