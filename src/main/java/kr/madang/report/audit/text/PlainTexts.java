package kr.madang.report.audit.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.madang.report.audit.text.UnreadableDocument.Code;

/** Plain text (TXT) in UTF-8, UTF-16 or the older Korean code page 949, told apart by its bytes. */
final class PlainTexts {
    private static final Charset KOREAN = Charset.forName("x-windows-949");

    private PlainTexts() {}

    static Extracted read(byte[] bytes, Limits limits) throws UnreadableDocument {
        String text = decoded(bytes);
        if (text.length() > limits.characters()) {
            throw new UnreadableDocument(Code.TOO_LARGE);
        }
        if (garbage(text)) {
            throw new UnreadableDocument(Code.UNKNOWN);
        }
        return new Extracted(Extracted.Format.TXT, text.lines().toList(), List.of());
    }

    private static String decoded(byte[] bytes) throws UnreadableDocument {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = decode(bytes, 0, StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException notUtf8) {
            // an older code page, or UTF-16 without its mark
        }
        Charset wide = wide(bytes);
        return strict(bytes, 0, wide == null ? KOREAN : wide);
    }

    /** UTF-16 without a mark: line ends, spaces and digits leave zero bytes on one side only. */
    private static @org.jspecify.annotations.Nullable Charset wide(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int length = Math.min(bytes.length & ~1, 1 << 16);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (bytes.length % 2 != 0 || even + odd < length / 50) {
            return null;
        }
        return odd > even * 10 ? StandardCharsets.UTF_16LE : even > odd * 10 ? StandardCharsets.UTF_16BE : null;
    }

    private static String strict(byte[] bytes, int from, Charset charset) throws UnreadableDocument {
        try {
            return decode(bytes, from, charset);
        } catch (CharacterCodingException e) {
            throw new UnreadableDocument(Code.UNKNOWN);
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static boolean garbage(String text) {
        int odd = 0;
        int length = Math.min(text.length(), 1 << 20);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0B || c == 0x7F || c == 0xFFFD) {
                odd++;
            }
        }
        return odd * 100L > length;
    }

    static boolean starts(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
