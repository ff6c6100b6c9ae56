package kr.madang.approvals.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a text is about, proposed to its drafter (문서요지와 키워드). Words that come often weigh, those of the title more; the summary is the
 * heaviest sentences in their order. The same text always gives the same proposal, and nothing leaves the office for it.
 */
public record Gist(String summary, List<String> keywords) {
    private static final int SENTENCES = 2;
    private static final int KEYWORDS = 5;
    private static final int LONGEST_SUMMARY = 200;
    private static final int TITLE_WEIGHT = 3;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[다음함임됨요]\\.)\\s+|\\n+");

    public Gist {
        keywords = List.copyOf(keywords);
    }

    public static Gist of(String title, String text) {
        var parts = Parts.of(text);
        var weights = weights(title, parts.body());
        return new Gist(summary(parts.body(), weights), keywords(weights));
    }

    private static Map<String, Integer> weights(String title, String body) {
        var weights = new LinkedHashMap<String, Integer>();
        Stems.of(title).forEach(stem -> weights.merge(stem, TITLE_WEIGHT, Integer::sum));
        Stems.of(body).forEach(stem -> weights.merge(stem, 1, Integer::sum));
        return weights;
    }

    /** Heavier first; of equals, the longer and then the earlier in the text. A word inside a chosen longer one says nothing new. */
    private static List<String> keywords(Map<String, Integer> weights) {
        var ranked = new ArrayList<>(weights.keySet());
        ranked.sort(Comparator.comparingInt((String stem) -> -weights.getOrDefault(stem, 0))
                .thenComparingInt(stem -> -stem.length()));
        var chosen = new ArrayList<String>();
        for (var stem : ranked) {
            if (chosen.size() == KEYWORDS) break;
            if (chosen.stream().noneMatch(other -> other.contains(stem))) chosen.add(stem);
        }
        return chosen;
    }

    private static String summary(String body, Map<String, Integer> weights) {
        var sentences = SENTENCE.splitAsStream(body)
                .map(Gist::bare)
                .filter(s -> s.length() >= 8)
                .toList();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < sentences.size(); i++) places.add(i);
        var scores = new HashMap<Integer, Double>();
        for (int i : places) scores.put(i, score(sentences.get(i), weights));
        places.sort(Comparator.comparingDouble((Integer i) -> -scores.getOrDefault(i, 0.0))
                .thenComparingInt(i -> i));
        var best = places.stream().limit(SENTENCES).sorted().map(sentences::get).toList();
        var summary = String.join(" ", best);
        return summary.length() <= LONGEST_SUMMARY
                ? summary
                : summary.substring(0, LONGEST_SUMMARY - 1).stripTrailing() + "…";
    }

    /** Long sentences do not win by their length alone. */
    private static double score(String sentence, Map<String, Integer> weights) {
        var stems = Stems.of(sentence);
        double sum = stems.stream()
                .distinct()
                .mapToInt(stem -> weights.getOrDefault(stem, 0))
                .sum();
        return stems.isEmpty() ? 0 : sum / Math.sqrt(stems.size());
    }

    /** Without item mark, 끝 and surplus white space. */
    private static String bare(String sentence) {
        var row = new Row(1, 0, sentence);
        int from = Marker.of(row).map(Marker::to).orElse(0);
        int to = Ending.of(row).map(Ending::from).orElse(sentence.length());
        return from >= to ? "" : sentence.substring(from, to).strip().replaceAll("\\s+", " ");
    }
}
