package kr.madang.kernel.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.madang.kernel.search.index.Ask;
import kr.madang.kernel.search.index.Reading;
import kr.madang.kernel.search.korean.Hangul;
import kr.madang.kernel.search.korean.Keyboard;
import kr.madang.kernel.search.korean.Lexicon;

/**
 * What else might have been meant (추천 검색어), where nothing was found: the other keyboard, words nearly the same, one word less. Only what
 * finds something for this very person is suggested; words of papers he may not read stay unknown to him.
 */
final class Suggestions {
    private static final int MOST = 4;
    private static final int TRIED = 12;
    private static final int NEAR = 2;

    private final Follower.Serving now;
    private final Ask ask;
    private final Set<String> tried = new LinkedHashSet<>();
    private final List<Answer.Other> found = new ArrayList<>();

    Suggestions(Follower.Serving now, Ask ask) {
        this.now = now;
        this.ask = ask;
    }

    List<Answer.Other> of(String typed) throws IOException {
        attempt(Keyboard.korean(typed.strip()));
        var words = Arrays.asList(typed.strip().split("\\s+"));
        for (int i = 0; i < words.size() && i < 6; i++)
            for (var other : near(words.get(i))) attempt(replaced(words, i, other));
        if (words.size() > 1)
            for (int i = words.size() - 1; i >= 0 && i >= words.size() - 4; i--) attempt(replaced(words, i, ""));
        return found;
    }

    private List<String> near(String word) throws IOException {
        var plain = Hangul.normal(word);
        if (plain.length() < 2 || plain.length() > 20) return List.of();
        var near = new LinkedHashSet<String>();
        for (var known : now.generation().notes().lexicon().words()) near(plain, known, near);
        near.addAll(now.generation().index().near(plain, MOST));
        return List.copyOf(near);
    }

    private static void near(String word, Lexicon.Word known, Set<String> near) {
        var normal = Hangul.normal(known.text());
        if (!normal.equals(word) && Hangul.distance(word, normal, NEAR) <= NEAR) near.add(known.text());
    }

    private static String replaced(List<String> words, int at, String other) {
        var all = new ArrayList<>(words);
        if (other.isEmpty()) all.remove(at);
        else all.set(at, other);
        return String.join(" ", all);
    }

    private void attempt(String text) throws IOException {
        if (text.isBlank() || found.size() >= MOST || tried.size() >= TRIED || !tried.add(text)) return;
        var plan = Reading.of(text, now.generation().analyser(), now.synonyms());
        if (plan.needs().isEmpty()) return;
        long count = now.generation().index().find(ask.with(plan)).total();
        if (count > 0) found.add(new Answer.Other(text, count));
    }
}
