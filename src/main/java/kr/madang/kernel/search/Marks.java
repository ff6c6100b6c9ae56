package kr.madang.kernel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.madang.kernel.search.index.Plan;
import kr.madang.kernel.search.korean.Analyser;
import kr.madang.kernel.search.korean.Token;
import org.jspecify.annotations.Nullable;

/**
 * Shows where in a text stands what was looked for (강조). Made of pieces of plain text, which templates escape, so that no text can carry
 * markup onto a page. Nothing is marked inside its opposite: 급여 in 비급여 is not what was looked for.
 */
public final class Marks {
    private static final int EXCERPT = 180;
    private static final int BEFORE = 50;
    private static final int CUT_AT_MOST = 3_000;
    private static final String GAP = "[\\s\\p{Punct}·ㆍ\u200b]{0,3}";
    private static final String NO_OPPOSITE = "(?<!(?<![가-힣])[비불부미무몰])";
    private static final String BEGINS = "(?<![\\p{L}\\p{N}])";

    /** A part of a text. @param hit whether it was looked for */
    public record Piece(String text, boolean hit) {}

    private record Span(int from, int to) {}

    private final @Nullable Pattern pattern;
    private final List<List<String>> phrases;
    private final Analyser analyser;

    private Marks(@Nullable Pattern pattern, List<List<String>> phrases, Analyser analyser) {
        this.pattern = pattern;
        this.phrases = phrases;
        this.analyser = analyser;
    }

    static Marks of(Plan plan, Analyser analyser) {
        var patterns = new ArrayList<String>();
        var phrases = new ArrayList<List<String>>();
        for (var need : plan.needs())
            for (var match : need.any()) {
                patterns.add(pattern(match));
                if (match instanceof Plan.Match.Phrase(var tokens, var _)) phrases.add(tokens);
            }
        if (patterns.isEmpty()) return new Marks(null, List.of(), analyser);
        var all = patterns.stream().distinct().sorted((a, b) -> b.length() - a.length());
        return new Marks(
                Pattern.compile(all.collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                phrases,
                analyser);
    }

    private static String pattern(Plan.Match match) {
        return switch (match) {
            case Plan.Match.Phrase(var tokens, var _) ->
                NO_OPPOSITE + tokens.stream().map(Pattern::quote).collect(Collectors.joining(GAP));
            case Plan.Match.Whole(var word) -> BEGINS + Pattern.quote(word);
            case Plan.Match.Start(var _, var pattern, boolean regular) ->
                regular ? BEGINS + pattern : BEGINS + Pattern.quote(pattern);
        };
    }

    /** All of a short text. */
    List<Piece> all(String text) {
        return pieces(text, 0, text.length(), spans(text));
    }

    /** The part of a long text around what was looked for, on one line; its beginning where nothing stands as it was typed. */
    List<Piece> excerpt(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        var spans = spans(line);
        int first = spans.isEmpty() ? 0 : densest(spans);
        int from = first <= BEFORE ? 0 : word(line, first - BEFORE);
        int to = Math.min(line.length(), from + EXCERPT);
        if (to < line.length() && Character.isHighSurrogate(line.charAt(to - 1))) to--;
        var pieces = new ArrayList<Piece>();
        if (from > 0) pieces.add(new Piece("…", false));
        pieces.addAll(pieces(line, from, to, spans));
        if (to < line.length()) pieces.add(new Piece("…", false));
        return pieces;
    }

    /** Where most marks stand together. */
    private static int densest(List<Span> spans) {
        int best = 0;
        int most = 0;
        for (int i = 0, j = 0; i < spans.size(); i++) {
            while (j < spans.size() && spans.get(j).to() - spans.get(i).from() <= EXCERPT - BEFORE) j++;
            if (j - i > most) {
                most = j - i;
                best = i;
            }
        }
        return spans.get(best).from();
    }

    private static int word(String line, int near) {
        int blank = line.indexOf(' ', near);
        if (blank >= 0 && blank < near + BEFORE / 2) return blank + 1;
        return Character.isLowSurrogate(line.charAt(near)) ? near + 1 : near;
    }

    private static List<Piece> pieces(String text, int from, int to, List<Span> spans) {
        var pieces = new ArrayList<Piece>();
        int at = from;
        for (var span : spans) {
            if (span.from() < at || span.to() > to) continue;
            if (span.from() > at) pieces.add(new Piece(text.substring(at, span.from()), false));
            pieces.add(new Piece(text.substring(span.from(), span.to()), true));
            at = span.to();
        }
        if (at < to) pieces.add(new Piece(text.substring(at, to), false));
        return pieces;
    }

    private List<Span> spans(String text) {
        if (pattern == null) return List.of();
        var spans = pattern.matcher(text)
                .results()
                .filter(found -> found.end() > found.start())
                .limit(500)
                .map((MatchResult found) -> new Span(found.start(), found.end()))
                .toList();
        return spans.isEmpty() ? analysed(text) : spans;
    }

    /** Words that are written otherwise than they are looked for (알리다: 알렸다) are found by cutting the text once more. */
    private List<Span> analysed(String text) {
        var spans = new ArrayList<Span>();
        var tokens = analyser.tokens(text.length() > CUT_AT_MOST ? text.substring(0, CUT_AT_MOST) : text);
        for (int i = 0; i < tokens.size(); i++)
            for (var phrase : phrases)
                if (stands(tokens, i, phrase)) {
                    var last = tokens.get(i + phrase.size() - 1);
                    if (spans.isEmpty() || spans.getLast().to() <= tokens.get(i).start())
                        spans.add(new Span(tokens.get(i).start(), last.end()));
                }
        return spans;
    }

    private static boolean stands(List<Token> tokens, int at, List<String> phrase) {
        if (at + phrase.size() > tokens.size()) return false;
        for (int i = 0; i < phrase.size(); i++) if (!tokens.get(at + i).text().equals(phrase.get(i))) return false;
        return true;
    }
}
