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

/** Counts what matches, by kind and label (건수). Past {@link #MOST} documents it only estimates, so that nobody waits. */
final class Counts extends SimpleCollector {
    static final int MOST = 200_000;

    private final Map<String, Long> kinds = new HashMap<>();
    private final Map<String, Long> labels = new HashMap<>();
    private long total;
    private SortedDocValues kind = DocValues.emptySorted();
    private SortedSetDocValues label = DocValues.emptySortedSet();
    private long[] ofKind = {};
    private long[] ofLabel = {};

    static Counts of(IndexSearcher searcher, Query query) throws IOException {
        var counts = new Counts();
        searcher.search(query, counts);
        return counts;
    }

    Map<String, Long> kinds() {
        return kinds;
    }

    Map<String, Long> labels() {
        return labels;
    }

    boolean rough() {
        return total >= MOST;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        kind = DocValues.getSorted(context.reader(), LuceneFields.KIND);
        label = DocValues.getSortedSet(context.reader(), LuceneFields.LABELS);
        ofKind = new long[kind.getValueCount()];
        ofLabel = new long[(int) label.getValueCount()];
    }

    @Override
    public void collect(int document) throws IOException {
        if (total >= MOST) throw new CollectionTerminatedException();
        total++;
        if (kind.advanceExact(document)) ofKind[kind.ordValue()]++;
        if (!label.advanceExact(document)) return;
        for (int left = label.docValueCount(); left > 0; left--) ofLabel[(int) label.nextOrd()]++;
    }

    @Override
    public void finish() throws IOException {
        for (int i = 0; i < ofKind.length; i++)
            if (ofKind[i] > 0) kinds.merge(kind.lookupOrd(i).utf8ToString(), ofKind[i], Long::sum);
        for (int i = 0; i < ofLabel.length; i++)
            if (ofLabel[i] > 0) labels.merge(label.lookupOrd(i).utf8ToString(), ofLabel[i], Long::sum);
        ofKind = new long[0];
        ofLabel = new long[0];
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
