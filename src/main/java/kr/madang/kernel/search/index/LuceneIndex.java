package kr.madang.kernel.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.madang.kernel.search.korean.Hangul;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The index that lives in this program, in a folder of its own (내장 색인). A second writer of the same folder is refused by Lucene's lock. */
public final class LuceneIndex implements Index {
    private static final double BUFFER_MB = 24;
    /** The segment with the newest document first; within a segment documents lie in that order. */
    private static final Comparator<LeafReader> NEWEST_LEAF =
            Comparator.comparingLong(LuceneIndex::newest).reversed();

    private static final double SEGMENTS = 20;
    private static final int LARGE = 200_000;

    private final Directory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final int large;

    private LuceneIndex(Directory folder, IndexWriter writer, SearcherManager searchers, int large) {
        this.large = large;
        this.folder = folder;
        this.writer = writer;
        this.searchers = searchers;
    }

    /**
     * Opens the index of a folder, or begins one there.
     *
     * @throws org.apache.lucene.store.LockObtainFailedException while somebody else writes it
     * @throws IOException also when it is damaged
     */
    public static LuceneIndex open(Path path) throws IOException {
        return open(path, LARGE);
    }

    /** @param large from so many documents on not everything is counted */
    static LuceneIndex open(Path path, int large) throws IOException {
        var folder = FSDirectory.open(path);
        IndexWriter writer = null;
        try {
            var settings = new IndexWriterConfig();
            settings.setRAMBufferSizeMB(BUFFER_MB);
            settings.setCommitOnClose(false);
            settings.setIndexSort(new Sort(LuceneAnswers.NEWEST_FIRST));
            settings.setMergePolicy(merging());
            settings.setLeafSorter(NEWEST_LEAF);
            writer = new IndexWriter(folder, settings);
            return new LuceneIndex(folder, writer, new SearcherManager(writer, null), large);
        } catch (IOException | RuntimeException e) {
            if (writer != null) writer.rollback();
            folder.close();
            // one that was made in another order cannot be gone on with
            if (e instanceof IllegalArgumentException) throw new IOException(e);
            throw e;
        }
    }

    /** Many small segments wait for each other, for merging takes the processor from those who ask. */
    private static TieredMergePolicy merging() {
        var merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(SEGMENTS);
        return merging;
    }

    private static long newest(LeafReader leaf) {
        try {
            var max = PointValues.getMaxPackedValue(leaf, LuceneFields.AT);
            return max == null ? Long.MIN_VALUE : LongPoint.decodeDimension(max, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every byte and compares the checksums. @throws IOException when one differs */
    public void check() throws IOException {
        var searcher = searchers.acquire();
        try {
            for (var leaf : searcher.getIndexReader().leaves()) leaf.reader().checkIntegrity();
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void put(Collection<Entry> entries) throws IOException {
        for (var entry : entries)
            writer.updateDocument(new Term(LuceneFields.KEY, entry.key()), LuceneFields.of(entry));
    }

    /** Adds entries whose keys are surely not there yet, which spares looking for them. */
    public void add(Collection<Entry> entries) throws IOException {
        for (var entry : entries) writer.addDocument(LuceneFields.of(entry));
    }

    @Override
    public void remove(Collection<String> keys) throws IOException {
        writer.deleteDocuments(
                keys.stream().map(key -> new Term(LuceneFields.KEY, key)).toArray(Term[]::new));
    }

    @Override
    public void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    @Override
    public void keep(Map<String, String> notes) throws IOException {
        writer.setLiveCommitData(notes.entrySet());
        writer.commit();
    }

    @Override
    public Optional<Map<String, String>> notes() throws IOException {
        if (!DirectoryReader.indexExists(folder)) return Optional.empty();
        return Optional.of(SegmentInfos.readLatestCommit(folder).getUserData());
    }

    @Override
    public Ask.Found find(Ask ask) throws IOException {
        var searcher = searchers.acquire();
        try {
            return LuceneAnswers.of(searcher, ask, large);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public long count() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public List<String> near(String word, int most) throws IOException {
        var searcher = searchers.acquire();
        try {
            var found = new HashMap<String, Integer>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                var terms = leaf.reader().terms(LuceneFields.STARTS);
                if (terms == null) continue;
                var near = new FuzzyTermsEnum(terms, new Term(LuceneFields.STARTS, word), 1, 0, true);
                for (var term = near.next(); term != null; term = near.next())
                    found.merge(term.utf8ToString(), near.docFreq(), Integer::sum);
            }
            found.remove(word);
            return nearest(word, found, most);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Those of which fewest letters differ, then the more frequent. */
    static List<String> nearest(String word, Map<String, Integer> found, int most) {
        return found.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(e -> Hangul.distance(word, e.getKey(), 6))
                        .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    @Override
    public Set<String> having(Collection<String> keys) throws IOException {
        var searcher = searchers.acquire();
        try {
            var there = new HashSet<String>();
            for (var key : keys) if (searcher.count(new TermQuery(new Term(LuceneFields.KEY, key))) > 0) there.add(key);
            return there;
        } finally {
            searchers.release(searcher);
        }
    }

    /** What was not kept is forgotten. */
    @Override
    public void close() throws IOException {
        try (folder) {
            searchers.close();
            writer.rollback();
        }
    }
}
