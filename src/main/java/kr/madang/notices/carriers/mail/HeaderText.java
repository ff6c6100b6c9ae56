package kr.madang.notices.carriers.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Words of a header (전자우편 머리글): what is long, not plain, or looks encoded is written in encoded words (RFC 2047). */
final class HeaderText {
    /** Longer ones are folded. */
    private static final int PLAIN = 60;

    /** Bytes of one encoded word. */
    private static final int WORD = 42;

    private HeaderText() {}

    /** Whatever stands in a header stays there: what would end its line becomes a space. */
    static String of(String text) {
        var line = oneLine(text);
        return plain(line) ? line : encoded(line);
    }

    private static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean control = letter < ' ' || letter == 0x7f;
            if (!control) line.append(letter);
            else if (!gap) line.append(' ');
            gap = control;
        }
        return line.toString();
    }

    private static boolean plain(String line) {
        return line.length() <= PLAIN && line.chars().allMatch(letter -> letter < 0x80) && !line.contains("=?");
    }

    /** No word ends within a character. */
    private static String encoded(String line) {
        var words = new StringBuilder();
        for (int from = 0; from < line.length() || words.isEmpty(); ) {
            int to = end(line, from);
            if (from > 0) words.append("\r\n ");
            var bytes = line.substring(from, to).getBytes(StandardCharsets.UTF_8);
            words.append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append("?=");
            from = to;
        }
        return words.toString();
    }

    private static int end(String line, int from) {
        int bytes = 0;
        int at = from;
        while (at < line.length()) {
            int point = line.codePointAt(at);
            bytes += length(point);
            if (bytes > WORD) break;
            at += Character.charCount(point);
        }
        return at;
    }

    /** In UTF-8. */
    private static int length(int point) {
        if (point < 0x80) return 1;
        if (point < 0x800) return 2;
        return point < 0x10000 ? 3 : 4;
    }
}
