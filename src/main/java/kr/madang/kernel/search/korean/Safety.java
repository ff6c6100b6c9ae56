package kr.madang.kernel.search.korean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What a search must find and must not (검색 안전 목록): opposites kept apart, words of the office found in the forms they stand in. Kept beside
 * the program so that a change of the dictionary can be held against it before it is made, and all of it is a test.
 */
public final class Safety {
    /** @param found whether the query must find the text */
    public record Case(String query, String text, boolean found) {}

    private static final List<Case> CASES = read();

    private Safety() {}

    public static List<Case> cases() {
        return CASES;
    }

    /** Those that come out otherwise with this analyser. */
    public static List<Case> broken(Analyser analyser) {
        return CASES.stream()
                .filter(one -> finds(analyser, one.query(), one.text()) != one.found())
                .toList();
    }

    /** Whether a text has every word of the query, each with its tokens side by side. */
    static boolean finds(Analyser analyser, String query, String text) {
        var said = analyser.words(text);
        for (var word : query.split("\\s+")) {
            var wanted = analyser.words(word);
            if (wanted.isEmpty() || Collections.indexOfSubList(said, wanted) < 0) return false;
        }
        return true;
    }

    private static List<Case> read() {
        try (var in = Safety.class.getResourceAsStream("/search/safety.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(parts -> new Case(parts[1], parts[2], parts[0].equals("+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
