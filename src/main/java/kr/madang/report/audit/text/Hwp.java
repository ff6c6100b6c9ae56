package kr.madang.report.audit.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import kr.madang.report.audit.text.UnreadableDocument.Code;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * HWP 5, the older binary file of the Hangul word processor (한글 문서). Reads the records of the body directly and unpacks them
 * under the limit, because a general library unpacks whatever it is given, pictures and all.
 */
final class Hwp {
    private static final int COMPRESSED = 1;
    private static final int PASSWORD = 1 << 1;
    private static final int DISTRIBUTED = 1 << 2;
    private static final int DRM = 1 << 4;

    private Hwp() {}

    static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        Draft draft = new Draft(limits);
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            int flags = flags(root);
            if ((flags & (PASSWORD | DRM)) != 0) {
                throw new UnreadableDocument(Code.ENCRYPTED);
            }
            if ((flags & DISTRIBUTED) != 0) {
                throw new UnreadableDocument(Code.ENCRYPTED, "배포용으로 잠근 문서입니다. 잠금을 풀어 저장한 뒤 다시 시도하세요.");
            }
            long left = limits.unpacked();
            for (DocumentNode section : sections(root)) {
                byte[] body = content(section);
                byte[] records = (flags & COMPRESSED) != 0 ? inflated(body, left) : body;
                left -= records.length;
                new HwpBody(ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN), new Nest(draft)).read();
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        return draft.finished(Extracted.Format.HWP);
    }

    private static int flags(DirectoryNode root) throws IOException, UnreadableDocument {
        byte[] header = content((DocumentNode) root.getEntryCaseInsensitive("FileHeader"));
        if (header.length < 40
                || !new String(header, 0, 17, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .equals("HWP Document File")) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        return ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(36);
    }

    private static List<DocumentNode> sections(DirectoryNode root) throws IOException, UnreadableDocument {
        List<DocumentNode> sections = new ArrayList<>();
        DirectoryEntry body = (DirectoryEntry) root.getEntryCaseInsensitive("BodyText");
        for (Entry entry : body) {
            if (entry instanceof DocumentNode section && entry.getName().matches("Section\\d{1,5}")) {
                sections.add(section);
            }
        }
        if (sections.isEmpty()) {
            throw new UnreadableDocument(Code.DAMAGED);
        }
        sections.sort(Comparator.comparingInt(
                section -> Integer.parseInt(section.getName().substring(7))));
        return sections;
    }

    private static byte[] content(DocumentNode node) throws IOException {
        try (InputStream in = new org.apache.poi.poifs.filesystem.DocumentInputStream(node)) {
            return in.readAllBytes();
        }
    }

    private static byte[] inflated(byte[] packed, long limit) throws UnreadableDocument {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new UnreadableDocument(Code.DAMAGED);
                }
                out.write(buffer, 0, n);
                if (out.size() > limit) {
                    throw new UnreadableDocument(Code.BOMB);
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new UnreadableDocument(Code.TOO_SLOW);
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new UnreadableDocument(Code.DAMAGED);
        } finally {
            inflater.end();
        }
    }
}
