package kr.madang.kernel.document.hwpx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kr.madang.kernel.document.Block;
import kr.madang.kernel.document.FixedZip;
import kr.madang.kernel.document.Inline;
import kr.madang.kernel.document.PlainText;
import kr.madang.kernel.document.PrintedDocument;

/** Writes a report as a Hangul document (한글 문서) that a clerk can open and go on writing in. */
public final class HwpxWriter {

    private static final String TYPE = "application/hwp+zip";
    private static final byte[] HEAD = Head.write();

    private HwpxWriter() {}

    /** The file; equal documents give equal bytes. */
    public static byte[] write(PrintedDocument report) {
        Pictures pictures = new Pictures();
        byte[] section = new Body(pictures).write(report);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (FixedZip zip = new FixedZip(bytes)) {
            zip.stored("mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
            zip.deflated("version.xml", version());
            zip.deflated("Contents/header.xml", HEAD);
            zip.deflated("Contents/section0.xml", section);
            for (int picture = 0; picture < pictures.files().size(); picture++) {
                zip.deflated(
                        "BinData/image" + (picture + 1) + ".png",
                        pictures.files().get(picture));
            }
            zip.deflated("Preview/PrvText.txt", preview(report).getBytes(StandardCharsets.UTF_8));
            zip.deflated("settings.xml", settings());
            zip.deflated(
                    "Contents/content.hpf", contents(report, pictures.files().size()));
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

    private static byte[] contents(PrintedDocument report, int pictures) {
        Xml xml = new Xml(3_000);
        xml.root("opf:package", "version", "", "unique-identifier", "", "id", "")
                .open("opf:metadata");
        xml.open("opf:title").text(report.titleLine()).close("opf:title");
        xml.open("opf:language").text("ko").close("opf:language");
        meta(xml, "creator", PlainText.oneLine(report.section()));
        meta(xml, "subject", PlainText.oneLine(report.session()));
        meta(xml, "description", "");
        meta(xml, "lastsaveby", PlainText.oneLine(report.section()));
        meta(xml, "CreatedDate", report.asOf() + "T00:00:00Z");
        meta(xml, "ModifiedDate", report.asOf() + "T00:00:00Z");
        meta(xml, "keyword", "");
        xml.close("opf:metadata").open("opf:manifest");
        item(xml, "header", "Contents/header.xml", "application/xml");
        for (int picture = 1; picture <= pictures; picture++) {
            xml.empty(
                    "opf:item",
                    "id",
                    "image" + picture,
                    "href",
                    "BinData/image" + picture + ".png",
                    "media-type",
                    "image/png",
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
