package kr.madang.notices.wording;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What fits into one notice of a browser (푸시 알림 한도): 3,993 bytes are sealed, title and text as JSON with its frame among them. */
public final class PushLetter {
    /** What is sealed, less the frame {@code {"title":"","body":"","link":""}}. */
    public static final int MOST = 3_993 - 32;

    private static final int ESCAPED = 6;

    private PushLetter() {}

    /** Bytes of UTF-8, with what JSON writes longer. */
    public static int bytes(String title, String text) {
        return bytes(title) + bytes(text);
    }

    private static int bytes(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < text.length(); i++) bytes += more(text.charAt(i));
        return bytes;
    }

    private static int more(char letter) {
        return switch (letter) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 1;
            default -> letter < ' ' ? ESCAPED - 1 : 0;
        };
    }

    static List<Finding> check(Letter letter) {
        int over = bytes(letter.subject(), letter.text()) - MOST;
        return over > 0 ? List.of(Finding.whole(Check.PUSH_LONG, over, MOST)) : List.of();
    }
}
