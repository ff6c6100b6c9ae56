package kr.madang.notices.carriers.smpp;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the characters of a text are written as bytes (문자 코드). Operators differ in the number they give it, so that is a setting.
 *
 * @param charset name of the character set; {@code GSM} is the default alphabet of the networks
 * @param number data_coding of SMPP
 * @param limit bytes of a text in one piece
 * @param part bytes of one part of a longer text, its head included
 */
public record Coding(String charset, int number, int limit, int part) {
    private static final String GSM = "GSM";

    /** Korean as the operators take it: 90 bytes are a short message. */
    public static final Coding KOREAN = new Coding("MS949", 0x0E, 90, 140);

    public static final Coding UNICODE = new Coding("UTF-16BE", 0x08, 140, 140);
    public static final Coding ALPHABET = new Coding(GSM, 0x00, 160, 159);
    public static final Coding ASCII = new Coding("US-ASCII", 0x01, 140, 140);

    public Coding {
        if (!charset.equals(GSM)) Charset.forName(charset);
        if (limit < 1 || part < 16) throw new IllegalArgumentException("no room for a text");
    }

    /** The text as bytes; empty when a character cannot be written. Nothing is ever replaced by a question mark. */
    public Optional<byte[]> write(String text) {
        if (charset.equals(GSM)) return GsmAlphabet.write(text);
        try {
            var bytes = Charset.forName(charset).newEncoder().encode(CharBuffer.wrap(text));
            var whole = new byte[bytes.remaining()];
            bytes.get(whole);
            return Optional.of(whole);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    public String read(byte[] bytes) {
        if (charset.equals(GSM)) return GsmAlphabet.read(bytes);
        return Charset.forName(charset).decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** The text in pieces of at most so many bytes; no character is cut. */
    List<byte[]> cut(String text, int most) {
        var pieces = new ArrayList<byte[]>();
        var piece = new StringBuilder();
        int length = 0;
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            var character = text.substring(at, next);
            int bytes = write(character).map(b -> b.length).orElseThrow();
            if (length + bytes > most) {
                pieces.add(write(piece.toString()).orElseThrow());
                piece.setLength(0);
                length = 0;
            }
            piece.append(character);
            length += bytes;
            at = next;
        }
        pieces.add(write(piece.toString()).orElseThrow());
        return pieces;
    }
}
