package kr.madang.kernel.search.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Eojeols;
import kr.madang.kernel.search.korean.Hangul;
import kr.madang.kernel.search.korean.Synonyms;

/**
 * Understands what somebody typed (검색어 해석): words that must all be there, {@code "in this order"}, {@code -not} this, initials (ㅇㄷㅍ), and a
 * last word that may be typed in part. Whatever is typed has an answer: what cannot be understood is taken as words, and what is too long is
 * cut.
 */
public final class Reading {
    public static final int LONGEST = 200;
    private static final int MOST_WORDS = 16;
    private static final float SAME = 0.7f;
    private static final String QUOTES = "\"“”„‟«»「」『』";
    private static final String MINUS = "-−–";

    private final Analyser analyser;
    private final Synonyms synonyms;
    private final List<Plan.Need> needs = new ArrayList<>();
    private final List<Plan.Match> unwanted = new ArrayList<>();

    private Reading(Analyser analyser, Synonyms synonyms) {
        this.analyser = analyser;
        this.synonyms = synonyms;
    }

    /** @param quoted stands in the order it was typed @param last nothing was typed after it, not even a blank */
    private record Piece(String text, boolean not, boolean quoted, boolean last) {}

    public static Plan of(String typed, Analyser analyser, Synonyms synonyms) {
        var reading = new Reading(analyser, synonyms);
        reading.read(pieces(clean(typed)));
        return new Plan(reading.needs, reading.unwanted);
    }

    /** Whether somebody typed anything that can be looked for. */
    public static boolean says(String typed) {
        return clean(typed).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** As it is shown again: one line, no control characters, not longer than anybody types. */
    public static String clean(String typed) {
        var composed = Normalizer.normalize(
                        typed.length() > 4 * LONGEST ? typed.substring(0, 4 * LONGEST) : typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", " ")
                .stripLeading();
        if (composed.codePointCount(0, composed.length()) <= LONGEST) return composed;
        return composed.substring(0, composed.offsetByCodePoints(0, LONGEST));
    }

    private static List<Piece> pieces(String typed) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < typed.length() && pieces.size() < MOST_WORDS) {
            char letter = typed.charAt(at);
            if (Character.isWhitespace(letter)) {
                at++;
                continue;
            }
            boolean not = MINUS.indexOf(letter) >= 0
                    && at + 1 < typed.length()
                    && !Character.isWhitespace(typed.charAt(at + 1));
            if (not) at++;
            boolean quoted = QUOTES.indexOf(typed.charAt(at)) >= 0;
            int from = quoted ? at + 1 : at;
            int to = from;
            while (to < typed.length() && !ends(typed.charAt(to), quoted)) to++;
            if (to > from) pieces.add(new Piece(typed.substring(from, to), not, quoted, to == typed.length()));
            at = to < typed.length() && QUOTES.indexOf(typed.charAt(to)) >= 0 && quoted ? to + 1 : Math.max(to, at + 1);
        }
        return pieces;
    }

    private static boolean ends(char letter, boolean quoted) {
        return quoted ? QUOTES.indexOf(letter) >= 0 : Character.isWhitespace(letter) || QUOTES.indexOf(letter) >= 0;
    }

    private void read(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); ) {
            var piece = pieces.get(i);
            int same = piece.not() || piece.quoted() ? 0 : together(pieces, i);
            if (same > 0) i += same;
            else {
                read(piece);
                i++;
            }
        }
    }

    /** Several words that make one known expression. @return how many; 0 when they are none */
    private int together(List<Piece> pieces, int at) {
        for (int many = Math.min(Synonyms.LONGEST, pieces.size() - at); many > 1; many--) {
            var part = pieces.subList(at, at + many);
            if (part.stream().anyMatch(p -> p.not() || p.quoted())) continue;
            var typed = String.join(" ", part.stream().map(Piece::text).toList());
            var tokens = analyser.words(typed);
            if (synonyms.of(tokens).isEmpty()) continue;
            needs.add(new Plan.Need(typed, phrases(tokens)));
            return many;
        }
        return 0;
    }

    private void read(Piece piece) {
        var tokens = analyser.words(piece.text());
        if (piece.not()) {
            if (Hangul.hasInitial(piece.text())) unwanted.addAll(starts(piece.text()));
            else if (!tokens.isEmpty()) unwanted.add(new Plan.Match.Phrase(tokens, 1));
            else Eojeols.of(piece.text()).forEach(word -> unwanted.add(new Plan.Match.Whole(word)));
            return;
        }
        var any = new LinkedHashSet<Plan.Match>();
        if (piece.quoted()) {
            if (!tokens.isEmpty()) any.add(new Plan.Match.Phrase(tokens, 1));
            else Eojeols.of(piece.text()).forEach(word -> any.add(new Plan.Match.Whole(word)));
        } else if (Hangul.hasInitial(piece.text())) any.addAll(starts(piece.text()));
        else any.addAll(word(piece, tokens));
        if (!any.isEmpty()) needs.add(new Plan.Need(piece.text(), List.copyOf(any)));
    }

    private List<Plan.Match> word(Piece piece, List<String> tokens) {
        var any = new ArrayList<Plan.Match>(phrases(tokens));
        var words = Eojeols.of(piece.text());
        if (words.size() != 1) return any;
        var word = words.getFirst();
        any.add(new Plan.Match.Whole(word));
        // one letter begins half of all words
        if (piece.last() && word.codePointCount(0, word.length()) > 1) any.add(new Plan.Match.Start(word, word, false));
        return any;
    }

    private List<Plan.Match> phrases(List<String> tokens) {
        if (tokens.isEmpty()) return List.of();
        var phrases = new ArrayList<Plan.Match>();
        phrases.add(new Plan.Match.Phrase(tokens, 1));
        for (var other : synonyms.of(tokens)) phrases.add(new Plan.Match.Phrase(other, SAME));
        return phrases;
    }

    /** Initials are always the beginning of a word, wherever they stand. */
    private static List<Plan.Match> starts(String typed) {
        var starts = new ArrayList<Plan.Match>();
        for (var word : typed.split("[^\\p{L}\\p{N}]+")) {
            var pattern = Hangul.pattern(word);
            if (!pattern.isEmpty()) starts.add(new Plan.Match.Start(word, pattern, true));
        }
        return starts;
    }
}
