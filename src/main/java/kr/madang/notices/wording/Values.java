package kr.madang.notices.wording;

import java.text.Normalizer;

/** Makes a value harmless before it stands in a text (값 다듬기): one line, nothing invisible, nothing half. */
final class Values {
    private Values() {}

    static String tame(String value) {
        var out = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (blank(c)) space(out);
            else if (!hidden(c)) out.appendCodePoint(c);
        });
        return Normalizer.normalize(out.toString(), Normalizer.Form.NFC).strip();
    }

    private static boolean blank(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || c == 0x85
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The zero width joiner stays, for emoji are made with it; the preview tells about those. */
    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.SURROGATE
                || type == Character.FORMAT && c != 0x200D
                || c == 0x3164
                || c == 0xFFFE
                || c == 0xFFFF;
    }

    private static void space(StringBuilder out) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') out.append(' ');
    }

    static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
