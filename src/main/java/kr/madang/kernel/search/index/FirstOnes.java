package kr.madang.kernel.search.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;

/** Lets another collector see what matches at the beginning of each segment only, where the newest documents lie. */
final class FirstOnes extends FilterCollector {
    private static final int MOST = 20_000;
    private static final int LEAST = 100;

    private final double share;

    FirstOnes(Collector to, int documents) {
        super(to);
        share = (double) MOST / Math.max(1, documents);
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        long most = Math.max(LEAST, (long) (share * context.reader().maxDoc()));
        return new FilterLeafCollector(super.getLeafCollector(context)) {
            private long seen;

            @Override
            public void collect(int document) throws IOException {
                if (seen++ == most) throw new CollectionTerminatedException();
                super.collect(document);
            }
        };
    }
}
