package kr.madang.kernel.search.korean;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The office's dictionary (사용자 사전): words that must not be cut, or only where the office says. */
public final class Lexicon {
    private static final Pattern WORD = Pattern.compile("[가-힣a-zA-Z0-9]{2,40}");

    /** @param parts what the word is cut into; empty when it stays whole */
    public record Word(String text, List<String> parts) {
        public Word {
            parts = List.copyOf(parts);
        }

        /** As the office types it: {@code 영등포구청} or {@code 영등포구청 영등포 구청}. */
        String line() {
            return parts.isEmpty() ? text : text + " " + String.join(" ", parts);
        }
    }

    public static final Lexicon EMPTY = new Lexicon(Map.of());

    private final Map<String, Word> words;

    private Lexicon(Map<String, Word> words) {
        this.words = words;
    }

    /** A word that means something else with other parts replaces the one before. */
    public static Lexicon of(List<Word> words) {
        var all = new TreeMap<String, Word>();
        for (var word : words) all.put(word.text(), word);
        return new Lexicon(all);
    }

    /** What is wrong with a word, as the tail of a message key; empty when nothing is. */
    public static String fault(Word word) {
        if (!WORD.matcher(word.text()).matches()) return "word";
        if (word.parts().isEmpty()) return "";
        boolean whole = String.join("", word.parts()).equals(word.text());
        return whole && word.parts().size() > 1 && word.parts().stream().noneMatch(String::isEmpty) ? "" : "parts";
    }

    /** A word as somebody typed it. @param parts separated by blanks, plus signs or slashes; empty for a word that stays whole */
    public static Word read(String text, String parts) {
        var cut = new ArrayList<String>();
        for (var part : normal(parts).split("[\\s+/]+")) if (!part.isEmpty()) cut.add(part);
        return new Word(normal(text), cut.size() == 1 && cut.getFirst().equals(normal(text)) ? List.of() : cut);
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    public Lexicon plus(Word word) {
        var all = new HashMap<>(words);
        all.put(word.text(), word);
        return of(List.copyOf(all.values()));
    }

    public Lexicon minus(String text) {
        return of(words.values().stream()
                .filter(word -> !word.text().equals(text))
                .toList());
    }

    public List<Word> words() {
        return words.values().stream().sorted(Comparator.comparing(Word::text)).toList();
    }

    /** One word a line; {@link #parse} reads it again. */
    public String text() {
        return words().stream().map(Word::line).collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #text} wrote; lines that say nothing usable are left out. */
    public static Lexicon parse(String text) {
        return of(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> {
                    int blank = line.indexOf(' ');
                    return blank < 0 ? read(line, "") : read(line.substring(0, blank), line.substring(blank));
                })
                .filter(word -> fault(word).isEmpty())
                .toList());
    }

    /** The same for the same words, whatever their order was. */
    public String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
