package kr.madang.notices.wording;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people take for one character (글자 단위): a family of emoji, a syllable of loose letters and a line end are one each. */
final class Clusters {
    private final String text;
    private final @Nullable BreakIterator breaks;

    Clusters(String text) {
        this.text = text;
        this.breaks = Repertoire.CP949.knows(text) ? null : breaks(text);
    }

    private static BreakIterator breaks(String text) {
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }

    /** @param at a boundary before the end */
    int after(int at) {
        // what phones know never joins with its neighbor
        if (breaks == null) return at + (pair(text, at) ? 2 : 1);
        int next = breaks.following(at);
        return next == BreakIterator.DONE ? text.length() : next;
    }

    static boolean pair(String text, int at) {
        return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }
}
