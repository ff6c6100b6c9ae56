package kr.madang.press.releases.writing;

import java.util.ArrayList;
import java.util.List;

/** What somebody says in a release (직접 인용), as marked by “ and ”, or by straight quotation marks in pairs. */
public final class Quotes {
    /** Shorter ones are names of things, not what somebody said. */
    private static final int SHORTEST = 12;

    private Quotes() {}

    /** In reading order, without their marks. */
    public static List<String> of(String text) {
        var found = new ArrayList<String>();
        int from = -1;
        char opened = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (from >= 0 && closes(opened, letter)) {
                keep(text.substring(from, i), found);
                from = -1;
            } else if (letter == '“' || from < 0 && letter == '"') {
                from = i + 1;
                opened = letter;
            } else if (letter == '\n') from = -1;
        }
        return List.copyOf(found);
    }

    /** Whether every mark that opens is closed before its paragraph ends. */
    public static boolean balanced(String text) {
        return text.lines().allMatch(Quotes::closed);
    }

    private static boolean closed(String line) {
        long straight = line.chars().filter(letter -> letter == '"').count();
        long opening = line.chars().filter(letter -> letter == '“').count();
        long closing = line.chars().filter(letter -> letter == '”').count();
        return straight % 2 == 0 && opening == closing;
    }

    private static boolean closes(char opened, char letter) {
        return opened == '“' ? letter == '”' : letter == '"';
    }

    private static void keep(String said, List<String> found) {
        var words = said.strip();
        if (words.length() >= SHORTEST) found.add(words);
    }
}
