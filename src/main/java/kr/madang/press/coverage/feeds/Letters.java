package kr.madang.press.coverage.feeds;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes of an outlet as text (글자 판독): by mark, then header, then declaration, then by what they can be. Whatever calls itself EUC-KR is read as the
 * code page of Windows that extends it, because outlets use its letters.
 */
final class Letters {
    private static final Charset KOREAN = Charset.forName("MS949");
    private static final Pattern OF_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_XML =
            Pattern.compile("<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_HTML =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 2_048;

    private Letters() {}

    static String of(byte[] bytes, String contentType) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        if (starts(bytes, 0xFE, 0xFF)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        if (starts(bytes, 0xFF, 0xFE)) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        var named = named(OF_HEADER, contentType).or(() -> named(OF_XML, head)).or(() -> named(OF_HTML, head));
        // what says it is one thing and cannot be is the other
        for (var charset : new Charset[] {named.orElse(StandardCharsets.UTF_8), StandardCharsets.UTF_8, KOREAN}) {
            var text = strictly(bytes, charset);
            if (text.isPresent()) return text.get();
        }
        return new String(bytes, named.orElse(StandardCharsets.UTF_8));
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 255) != mark[i]) return false;
        return true;
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) return Optional.empty();
        var name = found.group(1).toLowerCase(Locale.ROOT);
        if (name.matches("euc[-_]?kr|ks_?c_?5601.*|cp949|ms949|uhc|korean|x-windows-949")) return Optional.of(KOREAN);
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
