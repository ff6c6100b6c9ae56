package kr.madang.approvals.shelf;

import java.util.Locale;

/**
 * Which files someone looks for (기록물철 찾기); empty parts do not narrow.
 *
 * @param unit code of the unit
 * @param year 0 for all
 * @param text part of the title of a file, or of its unit task's code
 * @param paper part of the title of a paper that lies in it
 */
public record FileQuery(String unit, int year, String text, String paper, State state) {
    private static final int LONGEST = 100;
    public static final FileQuery ALL = new FileQuery("", 0, "", "", State.ANY);

    public enum State {
        ANY,
        OPEN,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public FileQuery {
        unit = plain(unit);
        text = plain(text);
        paper = plain(paper);
    }

    private static String plain(String typed) {
        var text = typed.replace("\0", "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** As a pattern of SQL; what stands for itself is escaped. */
    static String like(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
