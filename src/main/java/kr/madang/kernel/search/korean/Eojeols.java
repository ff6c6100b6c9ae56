package kr.madang.kernel.search.korean;

import java.util.ArrayList;
import java.util.List;

/** The words of a text as they are separated by blanks and marks (어절), for what was typed only in part. */
public final class Eojeols {
    private static final int LONGEST = 30;

    private Eojeols() {}

    /** Each as it stands in the index; very long ones, which nobody types, are cut. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var normal = Hangul.normal(text);
        for (int i = 0; i < normal.length(); ) {
            int letter = normal.codePointAt(i);
            i += Character.charCount(letter);
            if (Character.isLetterOrDigit(letter)) {
                if (word.length() < LONGEST) word.appendCodePoint(letter);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }
}
