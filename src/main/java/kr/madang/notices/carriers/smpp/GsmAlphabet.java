package kr.madang.notices.carriers.smpp;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The default alphabet of GSM 03.38, one character in each byte as SMPP carries it. */
final class GsmAlphabet {
    private static final char ESCAPE = 0x1B;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTRA = "\f^{}\\[~]|€";
    private static final byte[] EXTRA_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private GsmAlphabet() {}

    static Optional<byte[]> write(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (char c : text.toCharArray()) {
            int basic = BASIC.indexOf(c);
            int extra = EXTRA.indexOf(c);
            if (c == ESCAPE || basic < 0 && extra < 0) return Optional.empty();
            if (basic < 0) bytes.write(ESCAPE);
            bytes.write(basic < 0 ? EXTRA_CODES[extra] : basic);
        }
        return Optional.of(bytes.toByteArray());
    }

    static String read(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ESCAPE && i + 1 < bytes.length) text.append(extra(bytes[++i]));
            else text.append(bytes[i] >= 0 ? BASIC.charAt(bytes[i]) : '\uFFFD');
        }
        return text.toString();
    }

    private static char extra(byte code) {
        for (int i = 0; i < EXTRA_CODES.length; i++) if (EXTRA_CODES[i] == code) return EXTRA.charAt(i);
        return '\uFFFD';
    }
}
