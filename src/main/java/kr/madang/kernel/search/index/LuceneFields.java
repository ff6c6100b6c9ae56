package kr.madang.kernel.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import kr.madang.kernel.search.korean.Hangul;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** How an entry lies in Lucene. */
final class LuceneFields {
    static final String KEY = "key";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String TEXT = "text";
    /** Of title and text, every two tokens side by side as one: a phrase of two is then as quick as a word. */
    static final String PAIRS = ".pairs";

    static final String KEYS = "keys";
    static final String STARTS = "starts";
    /** The first two letters of {@link #STARTS}, and their initials, each once. */
    static final String BEGINS = "begins";

    static final int BEGIN = 2;
    static final String LABELS = "labels";
    static final String READERS = "readers";
    static final String AT = "at";

    private static final FieldType TOKENS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);

    private LuceneFields() {}

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static Document of(Entry entry) {
        var document = new Document();
        document.add(new StringField(KEY, entry.key(), Field.Store.YES));
        document.add(new StringField(KIND, entry.kind(), Field.Store.NO));
        document.add(new SortedDocValuesField(KIND, new BytesRef(entry.kind())));
        words(document, TITLE, entry.title());
        words(document, TEXT, entry.text());
        all(document, KEYS, entry.keys());
        all(document, STARTS, entry.starts());
        var begins = new HashSet<String>();
        for (var start : entry.starts())
            begin(start).ifPresent(begin -> {
                begins.add(begin);
                begins.add(Hangul.initials(begin));
            });
        all(document, BEGINS, begins);
        all(document, LABELS, entry.labels());
        for (var label : entry.labels()) document.add(new SortedSetDocValuesField(LABELS, new BytesRef(label)));
        all(document, READERS, entry.readers());
        document.add(new LongField(AT, entry.at(), Field.Store.NO));
        return document;
    }

    private static void words(Document document, String field, List<String> words) {
        if (words.isEmpty()) return;
        document.add(new Field(field, new Words(words), TOKENS));
        if (words.size() == 1) return;
        var pairs = new ArrayList<String>(words.size());
        for (int i = 1; i < words.size(); i++) pairs.add(pair(words.get(i - 1), words.get(i)));
        document.add(new Field(field + PAIRS, new Words(pairs), COUNTED));
    }

    static String pair(String first, String second) {
        return first + Entry.SEPARATOR + second;
    }

    /** The first two letters; empty for a word of one. */
    static Optional<String> begin(String word) {
        return word.codePointCount(0, word.length()) < BEGIN
                ? Optional.empty()
                : Optional.of(word.substring(0, word.offsetByCodePoints(0, BEGIN)));
    }

    private static void all(Document document, String field, Collection<String> values) {
        for (var value : values) document.add(new StringField(field, value, Field.Store.NO));
    }
}
