package kr.madang.kernel.sql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kr.madang.kernel.Refused;

/**
 * A place in a keyset list, between two rows: the key of the row beside it and the direction to read on. Readers carry it as opaque text
 * in the address; what comes back is checked for shape and types, so a made-up cursor can only name another place in the same list.
 *
 * @param key values of the order's columns, as text; empty at the beginning
 */
record Cursor(boolean forward, List<String> key) {
    static final Cursor START = new Cursor(true, List.of());
    private static final int LIMIT = 2_000;

    boolean atStart() {
        return key.isEmpty();
    }

    /** @param list name of the list, so that a cursor of another list is refused */
    String text(String list) {
        var out = new StringBuilder(list).append(forward ? '>' : '<');
        for (var value : key) out.append(value.length()).append(':').append(value);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused {@code kernel.page.cursor} when the text is not a cursor of this list */
    static Cursor read(String list, String text) {
        if (text.isEmpty()) return START;
        if (text.length() > LIMIT) throw unreadable();
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!plain.startsWith(list + ">") && !plain.startsWith(list + "<")) throw unreadable();
            return new Cursor(plain.charAt(list.length()) == '>', values(plain, list.length() + 1));
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    private static List<String> values(String plain, int from) {
        var values = new ArrayList<String>();
        int at = from;
        while (at < plain.length()) {
            int colon = plain.indexOf(':', at);
            int length = Integer.parseInt(plain.substring(at, colon));
            values.add(plain.substring(colon + 1, colon + 1 + length));
            at = colon + 1 + length;
        }
        return List.copyOf(values);
    }

    static Refused unreadable() {
        return Refused.invalid("kernel.page.cursor");
    }
}
