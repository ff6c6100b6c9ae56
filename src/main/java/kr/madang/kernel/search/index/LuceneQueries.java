package kr.madang.kernel.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kr.madang.kernel.search.korean.Hangul;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.RegExp;

/** What is asked, in the words of Lucene. {@link OpenSearchQueries} says the same in those of OpenSearch. */
final class LuceneQueries {
    /** A word in the title says more about a document than one in its text. */
    static final float TITLE = 3;
    /** Who types a number wants that document. */
    static final float CODE = 30;

    static final float WHOLE = 0.8f;
    static final float START = 0.4f;
    static final float TIE = 0f;

    private LuceneQueries() {}

    static Query of(Ask ask, boolean narrowed) {
        return of(ask, narrowed, wanted(ask));
    }

    /** Those that have every word in their title, or that have the number. */
    static Query titles(Ask ask) {
        return of(ask, true, orCode(ask, inTitles(ask)));
    }

    private static Query inTitles(Ask ask) {
        var titles = new BooleanQuery.Builder();
        for (var need : ask.plan().needs()) {
            var any = need.any().stream()
                    .flatMap(match -> match instanceof Plan.Match.Phrase(var tokens, float weight)
                            ? Stream.of((Query) new BoostQuery(phrase(LuceneFields.TITLE, tokens), TITLE * weight))
                            : Stream.of())
                    .toList();
            if (any.isEmpty()) return new MatchNoDocsQuery();
            titles.add(best(any), Occur.MUST);
        }
        return titles.build();
    }

    private static Query of(Ask ask, boolean narrowed, Query wanted) {
        var query = new BooleanQuery.Builder();
        query.add(wanted, Occur.MUST);
        for (var match : ask.plan().unwanted()) query.add(match(match), Occur.MUST_NOT);
        query.add(in(LuceneFields.READERS, ask.readers()), Occur.FILTER);
        if (ask.from() != null || ask.to() != null) query.add(time(ask), Occur.FILTER);
        if (narrowed && !ask.kinds().isEmpty()) query.add(in(LuceneFields.KIND, ask.kinds()), Occur.FILTER);
        if (narrowed)
            for (var label : ask.labels()) query.add(new TermQuery(new Term(LuceneFields.LABELS, label)), Occur.FILTER);
        return query.build();
    }

    private static Query time(Ask ask) {
        long from = ask.from() == null ? Long.MIN_VALUE : ask.from().toEpochMilli();
        long to = ask.to() == null ? Long.MAX_VALUE : ask.to().toEpochMilli() - 1;
        return LongField.newRangeQuery(LuceneFields.AT, from, to);
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query wanted(Ask ask) {
        var needs = new BooleanQuery.Builder();
        for (var need : ask.plan().needs()) {
            var any = need.any().stream().map(LuceneQueries::match).toList();
            needs.add(best(any), Occur.MUST);
        }
        if (ask.plan().needs().isEmpty() && ask.code().isEmpty()) return new MatchAllDocsQuery();
        return orCode(ask, needs.build());
    }

    private static Query orCode(Ask ask, Query words) {
        if (ask.code().isEmpty()) return words;
        var code = new ConstantScoreQuery(new TermQuery(new Term(LuceneFields.KEYS, ask.code())));
        var either = new BooleanQuery.Builder().add(new BoostQuery(code, CODE), Occur.SHOULD);
        if (!ask.plan().needs().isEmpty()) either.add(words, Occur.SHOULD);
        return either.build();
    }

    private static Query best(List<Query> any) {
        return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, TIE);
    }

    private static Query match(Plan.Match match) {
        return switch (match) {
            case Plan.Match.Phrase(var tokens, float weight) ->
                best(List.of(
                        new BoostQuery(phrase(LuceneFields.TITLE, tokens), TITLE * weight),
                        new BoostQuery(phrase(LuceneFields.TEXT, tokens), weight)));
            case Plan.Match.Whole(var word) ->
                new BoostQuery(new TermQuery(new Term(LuceneFields.STARTS, word)), WHOLE);
            case Plan.Match.Start(var typed, var pattern, boolean regular) ->
                new BoostQuery(start(typed, pattern, regular), START);
        };
    }

    /** Two letters begin the words of half of all documents; they stand in the index as they are. */
    private static Query start(String typed, String pattern, boolean regular) {
        boolean two = typed.codePoints().filter(Character::isLetterOrDigit).count() == LuceneFields.BEGIN;
        if (two && !regular) return new TermQuery(new Term(LuceneFields.BEGINS, pattern));
        if (two && Hangul.initials(typed).equals(typed)) return new TermQuery(new Term(LuceneFields.BEGINS, typed));
        // of many words nobody asks which it was; and without scores the answer is kept for the next who types the same
        return new ConstantScoreQuery(
                two
                        ? new RegexpQuery(new Term(LuceneFields.BEGINS, pattern), RegExp.NONE)
                        : regular
                                ? new RegexpQuery(new Term(LuceneFields.STARTS, pattern + ".*"), RegExp.NONE)
                                : new PrefixQuery(new Term(LuceneFields.STARTS, pattern)));
    }

    private static Query phrase(String field, List<String> tokens) {
        if (tokens.size() == 1) return new TermQuery(new Term(field, tokens.getFirst()));
        if (tokens.size() == 2) return pair(field, tokens, 0);
        var terms = new ArrayList<BytesRef>();
        for (var token : tokens) terms.add(new BytesRef(token));
        var phrase = new BooleanQuery.Builder().add(new PhraseQuery(field, terms.toArray(BytesRef[]::new)), Occur.MUST);
        for (int i = 0; i + 1 < tokens.size(); i++) phrase.add(pair(field, tokens, i), Occur.FILTER);
        return phrase.build();
    }

    private static Query pair(String field, List<String> tokens, int at) {
        return new TermQuery(
                new Term(field + LuceneFields.PAIRS, LuceneFields.pair(tokens.get(at), tokens.get(at + 1))));
    }
}
