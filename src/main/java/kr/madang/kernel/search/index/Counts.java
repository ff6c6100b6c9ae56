package kr.madang.kernel.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts what matches, by kind and label (건수). In a large index, past {@link #MOST} that match, it looks at the beginning of each segment
 * and takes the rest for the same, so that nobody waits for the last of half a million.
 */
final class Counts extends SimpleCollector {
    static final int MOST = 10_000;
    /** Of a segment, however small it is. */
    private static final int LEAST = 100;

    private final double share;
    private final Map<String, Long> kinds = new HashMap<>();
    private final Map<String, Long> labels = new HashMap<>();
    private long total;
    private boolean rough;
    private int documents;
    private long most;
    private long seen;
    private int stopped;
    private SortedDocValues kind = DocValues.emptySorted();
    private SortedSetDocValues label = DocValues.emptySortedSet();
    private long[] ofKind = {};
    private long[] ofLabel = {};

    private Counts(double share) {
        this.share = share;
    }

    /** @param large from so many documents on an index is one of which nobody counts everything */
    static Counts of(IndexSearcher searcher, Query query, int large) throws IOException {
        int documents = searcher.getIndexReader().maxDoc();
        var counts = new Counts(documents < large ? Double.POSITIVE_INFINITY : (double) MOST / documents);
        searcher.search(query, counts);
        return counts;
    }

    Map<String, Long> kinds() {
        kinds.replaceAll((kind, many) -> said(many));
        return kinds;
    }

    Map<String, Long> labels() {
        labels.replaceAll((label, many) -> said(many));
        return labels;
    }

    long total() {
        return said(total);
    }

    /** An estimate says no more than its first two digits. */
    private long said(long many) {
        if (!rough || many < 100) return many;
        long unit = (long) Math.pow(10, Math.floor(Math.log10(many)) - 1);
        return Math.round((double) many / unit) * unit;
    }

    boolean rough() {
        return rough;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        documents = context.reader().maxDoc();
        most = Math.max(LEAST, (long) (share * documents));
        seen = 0;
        stopped = 0;
        kind = DocValues.getSorted(context.reader(), LuceneFields.KIND);
        label = DocValues.getSortedSet(context.reader(), LuceneFields.LABELS);
        ofKind = new long[kind.getValueCount()];
        ofLabel = new long[(int) label.getValueCount()];
    }

    @Override
    public void collect(int document) throws IOException {
        if (seen == most) {
            stopped = document;
            throw new CollectionTerminatedException();
        }
        seen++;
        if (kind.advanceExact(document)) ofKind[kind.ordValue()]++;
        if (!label.advanceExact(document)) return;
        for (int left = label.docValueCount(); left > 0; left--) ofLabel[(int) label.nextOrd()]++;
    }

    @Override
    public void finish() throws IOException {
        double times = stopped == 0 ? 1 : (double) documents / stopped;
        rough |= stopped > 0;
        total += Math.round(seen * times);
        for (int i = 0; i < ofKind.length; i++)
            if (ofKind[i] > 0) kinds.merge(kind.lookupOrd(i).utf8ToString(), Math.round(ofKind[i] * times), Long::sum);
        for (int i = 0; i < ofLabel.length; i++)
            if (ofLabel[i] > 0)
                labels.merge(label.lookupOrd(i).utf8ToString(), Math.round(ofLabel[i] * times), Long::sum);
        ofKind = new long[0];
        ofLabel = new long[0];
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
