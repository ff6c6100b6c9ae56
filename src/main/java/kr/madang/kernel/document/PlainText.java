package kr.madang.kernel.document;

/**
 * Makes any text safe to print: what a person pasted may hold control characters, halves of emoji or marks that turn the reading
 * direction, none of which an XML file or a council member can read.
 */
public final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** The text with line breaks as {@code \n} and without anything XML 1.0 forbids or that hides or reorders digits. */
    public static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int width = Character.charCount(c);
            if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += width;
                continue;
            }
            append(out, c);
            at += width;
        }
        return out.toString();
    }

    /** The cleaned text with every run of white space as one space, for headings, captions and file properties. */
    public static String oneLine(String text) {
        return clean(text).replaceAll("\\s+", " ").strip();
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C) {
            out.append('\n');
        } else if (c == '\t') {
            out.append(' ');
        } else if (Character.getType(c) == Character.SURROGATE) {
            out.appendCodePoint(REPLACEMENT);
        } else if (!Character.isISOControl(c) && !reorders(c) && (c & 0xFFFE) != 0xFFFE) {
            out.appendCodePoint(c);
        }
    }

    private static boolean reorders(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0xFEFF;
    }
}
