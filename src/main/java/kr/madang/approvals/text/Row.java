package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a text with its place in it (줄).
 *
 * @param number from 1
 * @param start offset of its first character
 */
record Row(int number, int start, String text) {
    static List<Row> of(String text) {
        var rows = new ArrayList<Row>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            int shown = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            rows.add(new Row(rows.size() + 1, start, text.substring(start, shown)));
            start = end + 1;
        }
        return rows;
    }

    boolean blank() {
        return text.isBlank();
    }

    /** A row of a table drawn with bars; its cells follow rules of their own. */
    boolean table() {
        return text.stripLeading().startsWith("|");
    }

    /** How many characters of white space it begins with. */
    int indent() {
        int i = 0;
        while (i < text.length() && Row.space(text.charAt(i))) i++;
        return i;
    }

    static boolean space(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00a0';
    }

    /** 타: the width of white space in half characters. */
    static int width(String spaces) {
        int width = 0;
        for (char c : spaces.toCharArray()) width += c == '\u3000' || c == '\t' ? 2 : 1;
        return width;
    }

    Finding sure(Check check, int from, int to, String proposal, Object... args) {
        return new Finding(check, number, from + 1, start + from, start + to, proposal, true, List.of(args));
    }

    Finding maybe(Check check, int from, int to, @Nullable String proposal, Object... args) {
        return new Finding(check, number, from + 1, start + from, start + to, proposal, false, List.of(args));
    }
}
