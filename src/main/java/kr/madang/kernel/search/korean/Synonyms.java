package kr.madang.kernel.search.korean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that mean the same to the office (동의어): who looks for one finds the others. Applied to queries, so that no index depends on them. */
public final class Synonyms {
    /** Most typed words that may make one known expression. */
    public static final int LONGEST = 4;

    private final Map<List<String>, Set<List<String>>> groups;

    private Synonyms(Map<List<String>, Set<List<String>>> groups) {
        this.groups = groups;
    }

    /** @param groups words or short expressions that mean the same */
    public static Synonyms of(List<List<String>> groups, Analyser analyser) {
        var known = new HashMap<List<String>, Set<List<String>>>();
        for (var group : groups) {
            var cut = new ArrayList<List<String>>();
            for (var word : group) {
                var tokens = analyser.words(word);
                if (!tokens.isEmpty()) cut.add(tokens);
            }
            for (var one : cut)
                known.computeIfAbsent(one, any -> new LinkedHashSet<>()).addAll(cut);
        }
        return new Synonyms(known);
    }

    /** What else an expression may be called, itself left out; empty when nothing is known. */
    public List<List<String>> of(List<String> tokens) {
        return groups.getOrDefault(tokens, Set.of()).stream()
                .filter(other -> !other.equals(tokens))
                .toList();
    }
}
