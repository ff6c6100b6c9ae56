package kr.madang.kernel.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells the type of a file from its first bytes (파일 형식 판별). What looks like a page for browsers is called so, whatever its name. */
final class Sniff {
    /** As many bytes as a decision needs. */
    static final int HEAD = 4_096;

    static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> MAGIC = new LinkedHashMap<>();

    static {
        MAGIC.put("255044462d", "application/pdf");
        MAGIC.put("89504e470d0a1a0a", "image/png");
        MAGIC.put("ffd8ff", "image/jpeg");
        MAGIC.put("474946383761", "image/gif");
        MAGIC.put("474946383961", "image/gif");
        MAGIC.put("49492a00", "image/tiff");
        MAGIC.put("4d4d002a", "image/tiff");
        MAGIC.put("1f8b", "application/gzip");
        MAGIC.put("377abcaf271c", "application/x-7z-compressed");
        MAGIC.put("526172211a07", "application/vnd.rar");
        MAGIC.put("4d5a", "application/vnd.microsoft.portable-executable");
        MAGIC.put("7f454c46", "application/x-elf");
        MAGIC.put("494433", "audio/mpeg");
    }

    private Sniff() {}

    /** @param head the first bytes, up to {@link #HEAD} */
    static String mediaType(byte[] head) {
        var hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
        for (var magic : MAGIC.entrySet()) if (hex.startsWith(magic.getKey())) return magic.getValue();
        if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) return zip(latin(head));
        if (hex.startsWith("d0cf11e0a1b11ae1")) return ole(latin(head));
        var start = latin(head);
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) return "image/webp";
        if (start.startsWith("ftyp", 4)) return "video/mp4";
        if (start.startsWith("HWP Document File V3")) return "application/x-hwp";
        if (start.startsWith("BM") && head.length > 14 && head[6] == 0 && head[8] == 0) return "image/bmp";
        return text(head);
    }

    /** HWPX names itself in its first entry; office files are known by theirs. */
    private static String zip(String head) {
        if (head.contains("mimetypeapplication/hwp+zip")) return "application/hwp+zip";
        if (head.contains("mimetypeapplication/epub+zip")) return "application/epub+zip";
        if (head.contains("[Content_Types].xml")) {
            if (head.contains("word/"))
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            if (head.contains("xl/")) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            if (head.contains("ppt/"))
                return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        }
        return "application/zip";
    }

    private static String ole(String head) {
        // stream names of the container are UTF-16
        return head.contains("H\0w\0p\0S\0u\0m\0m\0a\0r\0y") || head.contains("F\0i\0l\0e\0H\0e\0a\0d\0e\0r\0")
                ? "application/x-hwp"
                : "application/x-ole-storage";
    }

    private static String text(byte[] head) {
        if (head.length == 0) return "text/plain";
        var decoded = decode(head);
        if (decoded.isEmpty()
                || decoded.chars().anyMatch(c -> c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f'))
            return UNKNOWN;
        var start = decoded.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.contains("<svg")) return "image/svg+xml";
        if (start.startsWith("<!doctype html") || start.contains("<html") || start.contains("<script"))
            return "text/html";
        if (start.startsWith("<?xml")) return "application/xml";
        return "text/plain";
    }

    /** UTF-8 whose last character may be cut off by the end of the head; empty when it is none. */
    private static String decode(byte[] head) {
        for (int cut = 0; cut < 4 && cut < head.length; cut++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(head, 0, head.length - cut))
                        .toString();
            } catch (CharacterCodingException e) {
                if (head.length < HEAD) return "";
            }
        }
        return "";
    }

    private static String latin(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1);
    }
}
