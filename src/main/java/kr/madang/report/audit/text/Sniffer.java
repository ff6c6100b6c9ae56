package kr.madang.report.audit.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kr.madang.report.audit.text.UnreadableDocument.Code;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells the kind of a document by its content (형식 판별); names and endings are not trusted. */
final class Sniffer {
    private static final int ENTRIES = 10_000;

    private Sniffer() {}

    static Extracted.Format format(byte[] bytes) throws UnreadableDocument {
        if (PlainTexts.starts(bytes, 'P', 'K', 3, 4)) {
            return zipped(bytes);
        }
        if (PlainTexts.starts(bytes, 'P', 'K')) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        if (PlainTexts.starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return compound(bytes);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), ISO_8859_1);
        if (head.contains("%PDF-")) {
            return Extracted.Format.PDF;
        }
        if (head.startsWith("HWP Document File V")
                || head.startsWith("{\\rtf")
                || head.startsWith("GIF8")
                || head.startsWith("\u0089PNG")
                || head.startsWith("\u00ff\u00d8\u00ff")) {
            throw new UnreadableDocument(Code.UNKNOWN);
        }
        return Extracted.Format.TXT;
    }

    private static Extracted.Format zipped(byte[] bytes) throws UnreadableDocument {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), ISO_8859_1)) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < ENTRIES; i++) {
                String name = entry.getName();
                if (name.startsWith("Contents/section") || name.equals("Contents/header.xml")) {
                    return Extracted.Format.HWPX;
                }
                if (name.startsWith("word/")) {
                    return Extracted.Format.DOCX;
                }
                if (name.startsWith("xl/")) {
                    return Extracted.Format.XLSX;
                }
                // looks at names only: skipping an entry would inflate it, so jump over small ones and give up on the
                // rest
                entry = next(zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        throw new UnreadableDocument(Code.UNKNOWN);
    }

    private static @org.jspecify.annotations.Nullable ZipEntry next(ZipInputStream zip)
            throws IOException, UnreadableDocument {
        byte[] buffer = new byte[1 << 16];
        long seen = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            seen += n;
            if (seen > 64L << 20) {
                throw new UnreadableDocument(Code.BOMB);
            }
        }
        return zip.getNextEntry();
    }

    private static Extracted.Format compound(byte[] bytes) throws UnreadableDocument {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("FileHeader")) {
                return Extracted.Format.HWP;
            }
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableDocument(Code.ENCRYPTED);
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        throw new UnreadableDocument(Code.UNKNOWN, "옛 오피스 형식(DOC, XLS, PPT 등)은 읽지 않습니다. DOCX나 XLSX로 저장한 뒤 다시 시도하세요.");
    }
}
