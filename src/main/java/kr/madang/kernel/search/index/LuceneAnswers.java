package kr.madang.kernel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;

/** Finds, ranks and counts in an index of Lucene (내장 색인의 답). */
final class LuceneAnswers {
    static final SortField NEWEST_FIRST = LongField.newSortField(LuceneFields.AT, true, SortedNumericSelector.Type.MIN);

    private static final Sort NEWEST = new Sort(NEWEST_FIRST, SortField.FIELD_SCORE);
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, NEWEST_FIRST);
    /** So many are looked at in full before those that cannot be among the best are passed over. */
    private static final int RANKED = 1_000;

    private LuceneAnswers() {}

    /** @param large from so many documents on an index is one of which nobody counts everything */
    static Ask.Found of(IndexSearcher searcher, Ask ask, int large) throws IOException {
        if (ask.readers().isEmpty()) return Ask.Found.NOTHING;
        var narrow = LuceneQueries.of(ask, true);
        if (ask.many() == 0) return new Ask.Found(List.of(), searcher.count(narrow), Map.of(), Map.of(), false);
        var counts = Counts.of(searcher, narrow, large);
        int last = ask.skip() + ask.many();
        var top = ask.newest() || !counts.rough()
                ? searcher.search(narrow, new TopFieldCollectorManager(ask.newest() ? NEWEST : BEST, last, RANKED))
                : ofVeryMany(searcher, ask, narrow, last);
        boolean narrowed = !ask.kinds().isEmpty() || !ask.labels().isEmpty();
        var all = narrowed ? Counts.of(searcher, LuceneQueries.of(ask, false), large) : counts;
        return new Ask.Found(
                page(searcher, top, ask.skip()),
                counts.total(),
                all.kinds(),
                counts.labels(),
                counts.rough() || all.rough());
    }

    /** All that have it in their title, and of the others the newest, which lie first. */
    private static TopDocs ofVeryMany(IndexSearcher searcher, Ask ask, Query query, int last) throws IOException {
        var newest = new TopScoreDocCollectorManager(last, RANKED).newCollector();
        searcher.search(query, new FirstOnes(newest, searcher.getIndexReader().maxDoc()));
        var best = new HashMap<Integer, ScoreDoc>();
        for (var one : newest.topDocs().scoreDocs) best.put(one.doc, one);
        for (var one :
                searcher.search(LuceneQueries.titles(ask), new TopScoreDocCollectorManager(last, RANKED)).scoreDocs)
            best.merge(one.doc, one, (a, b) -> a.score >= b.score ? a : b);
        var sorted = best.values().stream()
                .sorted(Comparator.<ScoreDoc>comparingDouble(one -> -one.score).thenComparingInt(one -> one.doc))
                .limit(last)
                .toArray(ScoreDoc[]::new);
        return new TopDocs(new TotalHits(sorted.length, TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO), sorted);
    }

    private static List<String> page(IndexSearcher searcher, TopDocs best, int skip) throws IOException {
        var keys = new ArrayList<String>();
        var stored = searcher.storedFields();
        for (int i = skip; i < best.scoreDocs.length; i++) keys.add(key(stored, best.scoreDocs[i]));
        return keys;
    }

    private static String key(StoredFields stored, ScoreDoc found) throws IOException {
        return stored.document(found.doc, Set.of(LuceneFields.KEY)).get(LuceneFields.KEY);
    }
}
