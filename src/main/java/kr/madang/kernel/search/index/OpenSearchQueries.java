package kr.madang.kernel.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked, in the words of OpenSearch. {@link LuceneQueries} says the same in those of Lucene; one contract tests both. */
final class OpenSearchQueries {
    static final String KINDS = "kinds";
    static final String NARROW = "narrow";

    private static final int LABELS = 500;

    private OpenSearchQueries() {}

    /** Kinds are counted over everything that fits, labels over what was narrowed, as the hits are. */
    static Map<String, Object> of(Ask ask) {
        var narrow = narrow(ask);
        var body = new LinkedHashMap<String, Object>();
        body.put("query", wide(ask));
        body.put("post_filter", narrow);
        body.put("track_total_hits", true);
        body.put("_source", false);
        body.put("from", ask.skip());
        body.put("size", ask.many());
        body.put("sort", sort(ask));
        if (ask.many() > 0)
            body.put(
                    "aggs",
                    Map.of(
                            KINDS,
                            terms(LuceneFields.KIND),
                            NARROW,
                            Map.of("filter", narrow, "aggs", Map.of(LuceneFields.LABELS, terms(LuceneFields.LABELS)))));
        return body;
    }

    private static List<Object> sort(Ask ask) {
        var score = Map.of("_score", "desc");
        var at = Map.of(LuceneFields.AT, "desc");
        return ask.newest() ? List.of(at, score) : List.of(score, at);
    }

    private static Map<String, Object> terms(String field) {
        return Map.of("terms", Map.of("field", field, "size", LABELS));
    }

    private static Map<String, Object> wide(Ask ask) {
        var filters = new ArrayList<Object>();
        filters.add(in(LuceneFields.READERS, ask.readers()));
        if (ask.from() != null || ask.to() != null) filters.add(time(ask));
        return bool(Map.of(
                "must",
                List.of(wanted(ask)),
                "must_not",
                ask.plan().unwanted().stream().map(OpenSearchQueries::match).toList(),
                "filter",
                filters));
    }

    private static Map<String, Object> narrow(Ask ask) {
        var filters = new ArrayList<Object>();
        if (!ask.kinds().isEmpty()) filters.add(in(LuceneFields.KIND, ask.kinds()));
        for (var label : ask.labels()) filters.add(term(LuceneFields.LABELS, label));
        return filters.isEmpty() ? Map.of("match_all", Map.of()) : bool(Map.of("filter", filters));
    }

    private static Map<String, Object> time(Ask ask) {
        var range = new HashMap<String, Object>();
        if (ask.from() != null) range.put("gte", ask.from().toEpochMilli());
        if (ask.to() != null) range.put("lt", ask.to().toEpochMilli());
        return Map.of("range", Map.of(LuceneFields.AT, range));
    }

    private static Map<String, Object> wanted(Ask ask) {
        var needs = ask.plan().needs().stream()
                .map(need ->
                        best(need.any().stream().map(OpenSearchQueries::match).toList()))
                .toList();
        if (needs.isEmpty() && ask.code().isEmpty()) return Map.of("match_all", Map.of());
        var all = bool(Map.of("must", needs));
        if (ask.code().isEmpty()) return all;
        var code = constant(term(LuceneFields.KEYS, ask.code()), LuceneQueries.CODE);
        return needs.isEmpty() ? code : bool(Map.of("should", List.of(code, all), "minimum_should_match", 1));
    }

    private static Map<String, Object> match(Plan.Match match) {
        return switch (match) {
            case Plan.Match.Phrase(var tokens, float weight) ->
                best(List.of(
                        phrase(LuceneFields.TITLE, tokens, LuceneQueries.TITLE * weight),
                        phrase(LuceneFields.TEXT, tokens, weight)));
            case Plan.Match.Whole(var word) ->
                Map.of("term", Map.of(LuceneFields.STARTS, Map.of("value", word, "boost", LuceneQueries.WHOLE)));
            case Plan.Match.Start(var typed, var pattern, boolean regular) ->
                constant(
                        regular
                                ? Map.of(
                                        "regexp",
                                        Map.of(LuceneFields.STARTS, Map.of("value", pattern + ".*", "flags", "NONE")))
                                : Map.of("prefix", Map.of(LuceneFields.STARTS, Map.of("value", pattern))),
                        LuceneQueries.START);
        };
    }

    /** Tokens hold no blanks, so the index cuts them exactly where they were cut here. */
    private static Map<String, Object> phrase(String field, List<String> tokens, float boost) {
        return Map.of("match_phrase", Map.of(field, Map.of("query", String.join(" ", tokens), "boost", boost)));
    }

    private static Map<String, Object> best(List<Map<String, Object>> any) {
        return any.size() == 1
                ? any.getFirst()
                : Map.of("dis_max", Map.of("queries", any, "tie_breaker", LuceneQueries.TIE));
    }

    private static Map<String, Object> constant(Map<String, Object> filter, float boost) {
        return Map.of("constant_score", Map.of("filter", filter, "boost", boost));
    }

    private static Map<String, Object> term(String field, String value) {
        return Map.of("term", Map.of(field, Map.of("value", value)));
    }

    private static Map<String, Object> in(String field, Collection<String> values) {
        return Map.of("terms", Map.of(field, List.copyOf(values)));
    }

    private static Map<String, Object> bool(Map<String, Object> parts) {
        return Map.of("bool", parts);
    }
}
