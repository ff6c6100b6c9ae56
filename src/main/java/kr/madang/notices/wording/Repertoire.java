package kr.madang.notices.wording;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;

/** The characters the phones behind a carrier can show (글자 집합). Both are written in the bytes of CP949. */
public enum Repertoire {
    /** 확장 완성형: all 11,172 syllables. */
    CP949(0),
    /** 완성형: what KS X 1001 holds, so only 2,350 syllables; 8,822 others (똠, 쀍 …) come out as question marks. */
    KS_X_1001(0xA1);

    static final Charset CHARSET = Charset.forName("x-windows-949");

    private final byte[] widths = new byte[Character.MAX_VALUE + 1];

    /** @param least KS X 1001 fills the square of CP949 in which both bytes are at least 0xA1; the extension lies outside of it. */
    Repertoire(int least) {
        var encoder = Charset.forName("x-windows-949").newEncoder();
        var out = ByteBuffer.allocate(8);
        for (int c = 0; c < widths.length; c++) widths[c] = width(encoder, (char) c, out, least);
    }

    /** The area for signs of one's own has bytes, but every phone shows something else there. */
    private static byte width(CharsetEncoder encoder, char c, ByteBuffer out, int least) {
        if (Character.getType(c) == Character.PRIVATE_USE) return 0;
        encoder.reset();
        out.clear();
        var answer = encoder.encode(CharBuffer.wrap(new char[] {c}), out, true);
        if (answer.isError()) return 0;
        if (out.position() == 1) return 1;
        return (out.get(0) & 0xFF) >= least && (out.get(1) & 0xFF) >= least ? (byte) 2 : 0;
    }

    /** @return 1 or 2 bytes; 0 when phones do not know it */
    public int width(int codePoint) {
        return codePoint < widths.length ? widths[codePoint] : 0;
    }

    boolean knows(String text) {
        return text.codePoints().allMatch(c -> width(c) > 0);
    }

    public String code() {
        return "notices.repertoire." + name().toLowerCase(Locale.ROOT);
    }
}
